import { isIsoDate } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import type { FileProblem } from '../files/check-change.ts';
import { readDay } from '../web/form-day.ts';
import { textOf, type FormValues } from './files-form-values.ts';

/** From when and through when something holds: days, which people write otherwise than the file. */
export const VALIDITY: readonly string[] = ['from', 'to'];

/** The form's values with the file's days as people write them. */
export function shownValidity(values: FormValues): Map<string, readonly string[]> {
  const shown = new Map(values);
  for (const name of VALIDITY) {
    const day = textOf(values, name);
    if (isIsoDate(day)) shown.set(name, [shortDate(day)]);
  }
  return shown;
}

/** A day as the file writes it; what cannot be read as one goes as it is typed. */
export function fileDay(text: string): string {
  return readDay(text) ?? text;
}

/** What is typed in the fields for days and is none, in the form's own way of writing days; `fieldOf` names the form's field of each. */
export function wrongDays(
  values: FormValues,
  file: string,
  fieldOf: (name: string) => string = (name) => name,
): FileProblem[] {
  return VALIDITY.flatMap((name) => {
    const text = textOf(values, name);
    if (text === '' || readDay(text) !== undefined) return [];
    const message = `“${text}” không phải một ngày có thật; viết dạng 30/04/2019`;
    return [{ file, line: 1, column: 1, message, words: message, field: fieldOf(name) }];
  });
}
