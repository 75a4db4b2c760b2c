import { LISTS, type ListName } from '../schedule/file-entry.ts';
import type { Fields } from '../schedule/edit-map.ts';
import type { ScheduleFolder } from '../schedule/schedule.ts';
import { textOf, valuesOf, type FormValues } from './files-form-values.ts';
import { isTargetField, targetOf, targetValues } from './files-target-fields.ts';
import { fileDay, shownValidity, VALIDITY } from './files-validity.ts';

const LINES = [
  ...['clause', 'title', 'others', 'recipient', 'via', 'deliverable', 'phrase', 'due', 'source'],
  ...['confirm', 'hint', 'ladder', 'event', 'followUp', ...VALIDITY],
];
const LISTED = ['lead', 'with'];

/** Fields without which nothing is an obligation, and what is said when they are empty. */
export const NEEDED: Readonly<Record<string, string>> = {
  id: 'cần ghi mã nhiệm vụ',
  clause: 'cần ghi điều, khoản, mục trong văn bản',
  title: 'cần ghi tên nhiệm vụ',
  lead: 'cần chọn cơ quan chủ trì',
};

/** An obligation as its form shows it: a recipient that is one of the units goes by its name. */
export function obligationValues(
  entry: Readonly<Record<string, unknown>>,
  folder: ScheduleFolder,
): FormValues {
  const values = shownValidity(new Map([...valuesOf(entry), ...targetValues(entry.target, folder)]));
  const recipient = textOf(values, 'recipient');
  const name = folder.units.get(recipient)?.name;
  if (name !== undefined) values.set('recipient', [name]);
  return values;
}

/** What the entry is to hold after the form, given what it holds; the form's fields that are not shown stay as they are. */
export function obligationFields(
  values: FormValues,
  before: Readonly<Record<string, unknown>>,
  folder: ScheduleFolder,
): Fields {
  const oneLine = (text: string) => text.replace(/\s*[\r\n]+\s*/g, ' ');
  const lines = LINES.filter((name) => values.has(name)).map(
    (name) => [name, fileWords(name, oneLine(textOf(values, name)))] as const,
  );
  const lists = LISTED.map(
    (name) => [name, (values.get(name) ?? []).filter((value) => value !== '')] as const,
  );
  return {
    ...Object.fromEntries<Fields[string]>([...lists, ...lines]),
    standing: textOf(values, 'standing') === 'true',
    recipient: recipientOf(values, before, folder),
    target: targetOf(values, before.target, folder),
  };
}

function fileWords(name: string, text: string): string {
  return VALIDITY.includes(name) ? fileDay(text) : text;
}

/** A name that is the name of one unit means that unit, unless the file writes the name. */
function recipientOf(
  values: FormValues,
  before: Readonly<Record<string, unknown>>,
  folder: ScheduleFolder,
): string {
  const typed = textOf(values, 'recipient');
  if (typed === textOf(obligationValues(before, folder), 'recipient'))
    return textOf(valuesOf(before), 'recipient');
  const named = [...folder.units.values()].filter(({ name }) => name === typed);
  return named.length === 1 ? (named[0]?.id ?? typed) : typed;
}

/** Whether a key of an entry has a field of its own in the form. */
export function hasField(list: ListName, key: string): boolean {
  return (
    isTargetField(key) ||
    (LISTS[list].includes(key) &&
      (LINES.includes(key) || LISTED.includes(key) || key === 'standing' || key === 'id'))
  );
}
