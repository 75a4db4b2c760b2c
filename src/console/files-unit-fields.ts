import type { Fields } from '../schedule/edit-map.ts';
import { textOf, valuesOf, type FormValues } from './files-form-values.ts';
import { headValues } from './files-head-fields.ts';
import { fileDay, shownValidity, VALIDITY } from './files-validity.ts';

/** The keys of a unit that the form changes by a line each. */
const LINES = ['name', 'symbol', 'office', 'headTitle', 'parent', 'successor', ...VALIDITY];

/** A unit's entry as its form shows it: its other names a line each, several heads as rows. */
export function unitValues(entry: Readonly<Record<string, unknown>>): FormValues {
  const { also, head, ...others } = entry;
  const shown = shownValidity(valuesOf(others));
  if (Array.isArray(also)) shown.set('also', [also.join('\n')]);
  return headValues(shown, head);
}

/** What the entry is to hold after the form, its head or heads left out; fields that the form did not have stay as they are. */
export function unitFields(values: FormValues): Fields {
  const lines = LINES.filter((name) => values.has(name)).map((name) => {
    const text = textOf(values, name);
    return [name, VALIDITY.includes(name) ? fileDay(text) : text] as const;
  });
  if (!values.has('also')) return Object.fromEntries(lines);
  const also = textOf(values, 'also').split(/\r\n?|\n/);
  return {
    ...Object.fromEntries(lines),
    also: new Set(also.map((name) => name.trim()).filter((name) => name !== '')),
    // A box that is not ticked is not sent.
    requested: textOf(values, 'requested') === 'true',
  };
}

/** Whether a key of the entry has a field of its own in the form. */
export function isUnitField(key: string): boolean {
  return ['id', 'also', 'requested', ...LINES].includes(key);
}
