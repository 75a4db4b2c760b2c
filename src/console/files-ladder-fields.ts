import type { FileProblem } from '../files/check-change.ts';
import type { Row } from '../schedule/edit-rows.ts';
import { readRepeat } from '../schedule/rung-repeat.ts';
import { readWhen } from '../schedule/rung-when.ts';
import { ladderShape, rungShape, type LadderEntry } from '../schedule/shape.ts';
import { CannotEdit } from '../schedule/file-entry.ts';
import { textOf, valuesOf, type FormValues } from './files-form-values.ts';
import { FROM, fromOf, rowField, rowsOf, withRows, type FormRow } from './files-rows.ts';

export type RungEntry = LadderEntry['rungs'][number];

/** The letter of the rungs in the names of the form's fields, and the keys of a rung in the file. */
export const RUNGS = 'r';
export const RUNG_KEYS = Object.keys(rungShape.shape);

/** On which side of the date a rung lies. */
export const SIDES = { truoc: 'Trước hạn', dung: 'Đúng ngày đến hạn', qua: 'Quá hạn' } as const;

/** A rung to begin from when one is added. */
export const BLANK_RUNG: FormRow = new Map([
  ['side', ['truoc']],
  ['days', ['']],
  ['to', ['office']],
]);

/** An entry of the file as its form shows it. @throws CannotEdit when it is not a ladder's */
export function ladderValues(entry: unknown): FormValues {
  const parsed = ladderShape.safeParse(entry);
  if (!parsed.success) throw new CannotEdit('Thang nhắc việc này đang có lỗi trong tệp.');
  const { id, name, rungs } = parsed.data;
  return withRows(valuesOf({ id, name }), RUNGS, rungs.map(rowOf));
}

/** The rungs that the form gives, as the file is to hold them. */
export function rungRows(values: FormValues, before: readonly RungEntry[]): Row[] {
  return rowsOf(values, RUNGS).map((row) => {
    const from = fromOf(row);
    const { when, to, repeat, draft } = rungOf(row, from === undefined ? undefined : before[from]);
    return { from, fields: { when, to: new Set(to), repeat, draft } };
  });
}

/** The rungs as typed, to be read aloud. */
export function typedRungs(values: FormValues): RungEntry[] {
  return rowsOf(values, RUNGS).map((row) => rungOf(row, undefined));
}

/** What the form itself sees is wanting. */
export function rungProblems(values: FormValues, file: string): FileProblem[] {
  return rowsOf(values, RUNGS).flatMap((row, index) => {
    const problem = (field: string, message: string): FileProblem => ({
      ...{ file, line: 1, column: 1, message, words: message },
      field: rowField(RUNGS, index, field),
    });
    return [
      ...(textOf(row, 'side') !== 'dung' && textOf(row, 'days') === ''
        ? [problem('days', 'cần ghi số ngày làm việc')]
        : []),
      ...((row.get('to') ?? []).some(Boolean) ? [] : [problem('to', 'cần chọn ít nhất một nơi nhận')]),
    ];
  });
}

/** The form's field that shows a key of a rung. */
export function rungField(row: number, key: string | undefined): string {
  const field = { when: 'days', to: 'to', repeat: 'every', draft: 'draft' }[key ?? ''];
  return rowField(RUNGS, row, field ?? 'row');
}

function rowOf({ when, to, repeat, draft }: RungEntry, index: number): FormRow {
  const moment = readWhen(when);
  const again = repeat === undefined ? undefined : readRepeat(repeat);
  if (!moment.ok || again?.ok === false)
    throw new CannotEdit('Thang nhắc việc này đang có bậc chưa hiểu được.');
  const { offset } = moment;
  return new Map([
    [FROM, [String(index)]],
    ['side', [offset === 0 ? 'dung' : offset < 0 ? 'truoc' : 'qua']],
    ['days', [offset === 0 ? '' : String(Math.abs(offset))]],
    ['to', to],
    ['every', [again === undefined ? '' : String(again.every)]],
    ['times', [again === undefined ? '' : String(again.times)]],
    ['draft', draft ? ['true'] : []],
  ]);
}

/** What means the same as the file's own words keeps them. */
function rungOf(row: FormRow, before: RungEntry | undefined): RungEntry {
  const when = whenOf(row);
  const repeat = repeatOf(row);
  const isSame = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);
  const keepsWhen = before !== undefined && isSame(readWhen(before.when), readWhen(when));
  const keepsRepeat =
    before?.repeat !== undefined &&
    repeat !== undefined &&
    isSame(readRepeat(before.repeat), readRepeat(repeat));
  return {
    when: keepsWhen ? before.when : when,
    to: (row.get('to') ?? []).filter(Boolean) as RungEntry['to'],
    repeat: keepsRepeat ? before.repeat : repeat,
    draft: textOf(row, 'draft') === 'true',
  };
}

function whenOf(row: FormRow): string {
  const side = textOf(row, 'side');
  if (side === 'dung') return 'ngày đến hạn';
  return `${side === 'qua' ? 'quá hạn' : 'trước hạn'} ${padded(textOf(row, 'days'))} ngày làm việc`;
}

function repeatOf(row: FormRow): string | undefined {
  const [every, times] = [textOf(row, 'every'), textOf(row, 'times')];
  if (every === '' && times === '') return undefined;
  return `mỗi ${padded(every)} ngày làm việc${times === '' ? '' : `, tối đa ${padded(times)} lần`}`;
}

/** Counts as official documents write them; anything else as typed, for the check to refuse. */
function padded(count: string): string {
  return /^\d$/.test(count) ? `0${count}` : count;
}
