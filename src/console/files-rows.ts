import { html } from 'hono/html';
import type { FileProblem } from '../files/check-change.ts';
import { rowAt, type RowsPlace } from '../schedule/edit-rows.ts';
import type { Html } from '../web/page.ts';
import { STEP } from './files-draft.ts';
import { textOf, type FormValues } from './files-form-values.ts';

/** One row of a form's list: its fields by their names without the list's letter and the row's number. */
export type FormRow = FormValues;

/** The field that says which row of the file a row is. */
export const FROM = 'goc';

/** `r2_when`: the name in the form of a field of a row. */
export function rowField(list: string, row: number, field: string): string {
  return `${list}${row}_${field}`;
}

/** The rows of a list, in the order of their numbers. */
export function rowsOf(values: FormValues, list: string): FormRow[] {
  const rows = new Map<number, Map<string, readonly string[]>>();
  for (const [name, value] of values) {
    const [, letter, number = '', field = ''] = /^([a-z])(\d{1,3})_(\w+)$/.exec(name) ?? [];
    if (letter !== list) continue;
    const row = rows.get(Number(number)) ?? new Map<string, readonly string[]>();
    rows.set(Number(number), row.set(field, value));
  }
  return [...rows].sort(([one], [other]) => one - other).map(([, row]) => row);
}

/** The form's values with a list's rows in place of those it had, numbered from 0. */
export function withRows(values: FormValues, list: string, rows: readonly FormRow[]): FormValues {
  const others = [...values].filter(([name]) => !new RegExp(`^${list}\\d{1,3}_`).test(name));
  const own = rows.flatMap((row, index) =>
    [...row].map(([field, value]) => [rowField(list, index, field), value] as const),
  );
  return new Map([...others, ...own]);
}

/** The form's values with its rows numbered without gaps. */
export function renumbered(values: FormValues, lists: readonly string[]): FormValues {
  return lists.reduce((all, list) => withRows(all, list, rowsOf(all, list)), values);
}

/** The form's values after one of its row buttons; undefined when it was sent by another. */
export function afterRowButton(
  values: FormValues,
  blanks: Readonly<Record<string, FormRow>>,
): FormValues | undefined {
  const [deed, list = '', number] = textOf(values, STEP).split('-');
  const blank = blanks[list];
  if (blank === undefined) return undefined;
  const rows = rowsOf(values, list);
  const at = Number(number);
  const row = rows[at];
  if (deed === 'them') return withRows(values, list, [...rows, blank]);
  if (row === undefined) return undefined;
  if (deed === 'xoa') return withRows(values, list, rows.toSpliced(at, 1));
  const to = at + (deed === 'len' ? -1 : 1);
  const other = rows[to];
  if (!['len', 'xuong'].includes(deed ?? '') || other === undefined) return values;
  return withRows(values, list, rows.with(to, row).with(at, other));
}

/** The number of the row in the file, undefined for a row that is new. */
export function fromOf(row: FormRow): number | undefined {
  const text = textOf(row, FROM);
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

/** A button that changes the form's rows; it leads back to the row, or to where the list ends. */
export function rowButton(
  address: string,
  { deed, list, row }: { deed: 'them' | 'xoa' | 'len' | 'xuong'; list: string; row?: number },
  words: Html | string,
  target: string,
): Html {
  return html`<button
    class="quiet"
    name="${STEP}"
    value="${[deed, list, row].filter((part) => part !== undefined).join('-')}"
    formaction="${address}#${target}"
  >
    ${words}
  </button>`;
}

/** Return presses the first button of a form: that is to be the one which shows what the change would do. */
export function firstButton(): Html {
  return html`<button hidden name="${STEP}" value="xem">Xem trước</button>`;
}

/** A problem as one of a row's field; `fieldOf` names the field by the row and key of the file, undefined when there is none. */
export function atRow(
  problem: FileProblem,
  { file, text, place }: { file: string; text: string; place: RowsPlace },
  fieldOf: (row: number, key: string | undefined) => string | undefined,
): FileProblem {
  if (problem.field !== undefined || problem.file !== file) return problem;
  const found = rowAt(text, place, problem);
  const field = found && fieldOf(found.row, found.key);
  return field === undefined ? problem : { ...problem, field };
}
