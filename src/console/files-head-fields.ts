import type { FileProblem } from '../files/check-change.ts';
import type { Row } from '../schedule/edit-rows.ts';
import { headShape } from '../schedule/shape.ts';
import { STEP } from './files-draft.ts';
import { textOf, valuesOf, type FormValues } from './files-form-values.ts';
import { afterRowButton, FROM, fromOf, rowField, rowsOf, withRows, type FormRow } from './files-rows.ts';
import { fileDay, shownValidity, VALIDITY, wrongDays } from './files-validity.ts';

/** The letter of the heads in the names of the form's fields, and the keys of a head in the file. */
export const HEADS = 'h';
export const HEAD_KEYS = Object.keys(headShape.shape);

const BLANK: FormRow = new Map([['mailbox', ['']]]);

/** The form's values with the file's head or heads: several as rows, one alone as a field. */
export function headValues(values: FormValues, head: unknown): FormValues {
  if (Array.isArray(head)) return withRows(values, HEADS, head.map(rowOf));
  return typeof head === 'string' ? new Map([...values, ['head', [head]]]) : values;
}

/** Whether the form gives heads by their days. */
export function hasHeadRows(values: FormValues): boolean {
  return rowsOf(values, HEADS).length > 0;
}

/** The form's values after a button of the heads' rows, undefined when another was pressed: the one head that stood alone becomes the first row. */
export function afterHeadButton(values: FormValues): FormValues | undefined {
  const alone = textOf(values, 'head');
  const isFirst = textOf(values, STEP) === `them-${HEADS}` && !hasHeadRows(values) && alone !== '';
  const begun = isFirst ? withRows(values, HEADS, [new Map([['mailbox', [alone]]])]) : values;
  return afterRowButton(begun, { [HEADS]: BLANK });
}

/** The heads that the form gives, as the file is to hold them. */
export function headRows(values: FormValues): Row[] {
  return rowsOf(values, HEADS).map((row) => ({
    from: fromOf(row),
    fields: Object.fromEntries(HEAD_KEYS.map((key) => [key, fileWords(key, textOf(row, key))])),
  }));
}

/** What the form itself sees is wanting. */
export function headProblems(values: FormValues, file: string): FileProblem[] {
  return rowsOf(values, HEADS).flatMap((row, index) => {
    const problem = (key: string, message: string): FileProblem => ({
      ...{ file, line: 1, column: 1, message, words: message, field: headField(index, key) },
    });
    return [
      ...(textOf(row, 'mailbox') === '' ? [problem('mailbox', 'cần ghi hộp thư của người phụ trách')] : []),
      ...wrongDays(row, file, (key) => headField(index, key)),
    ];
  });
}

/** The form's field that shows a key of a head. */
export function headField(row: number, key: string | undefined): string {
  return rowField(HEADS, row, key ?? 'row');
}

function rowOf(head: unknown, index: number): FormRow {
  return shownValidity(valuesOf(head as Record<string, unknown>)).set(FROM, [String(index)]);
}

function fileWords(key: string, text: string): string {
  return VALIDITY.includes(key) ? fileDay(text) : text;
}
