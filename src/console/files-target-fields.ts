import type { FileProblem } from '../files/check-change.ts';
import { targetShape } from '../schedule/shape.ts';
import type { ScheduleFolder, Unit } from '../schedule/schedule.ts';
import { readNumber } from '../web/form-number.ts';
import { textOf, type FormValues } from './files-form-values.ts';

type Target = Readonly<Record<string, unknown>>;

/** The keys of a target, in the order in which they are written. */
const KEYS = Object.keys(targetShape.shape);
const NUMBERS = ['atLeast', 'atMost', 'total', 'baselineValue'];
const FIGURE = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 20 });

/** Fields that a target cannot do without, and what is said when they are empty. */
const NEEDED: Readonly<Record<string, string>> = {
  unit: 'cần ghi đơn vị đo của chỉ tiêu, ví dụ %',
  measure: 'cần ghi chỉ tiêu đo cái gì',
};

/** The form's field for a key of the target. */
export function targetField(key: string): string {
  return `target.${key}`;
}

/** Whether a field of the form is one of the target's. */
export function isTargetField(field: string): boolean {
  return KEYS.some((key) => targetField(key) === field);
}

/** A target of the file as the form shows it: figures in Vietnamese writing, units by their names. */
export function targetValues(target: unknown, folder: ScheduleFolder): [string, string[]][] {
  if (!isTarget(target)) return [];
  return KEYS.filter((key) => target[key] !== undefined).map((key) => [
    targetField(key),
    [key === 'totals' ? totalsText(target[key], folder) : figureText(target[key])],
  ]);
}

/** What the entry's target is to be after the form: undefined when there is to be none. A field that still says what the file says keeps it. */
export function targetOf(values: FormValues, before: unknown, folder: ScheduleFolder): Target | undefined {
  if (!isShown(values)) return isTarget(before) ? before : undefined;
  const shown = new Map(targetValues(before, folder));
  const entries = KEYS.map((key) => {
    const text = typed(values, key);
    const isSame = text === (shown.get(targetField(key))?.[0] ?? '').trim();
    return [key, isSame && isTarget(before) ? before[key] : readField(key, text, folder)] as const;
  }).filter(([, value]) => value !== undefined && value !== '');
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** What the form itself sees is wanting in a target that has been begun. */
export function targetProblems(values: FormValues, folder: ScheduleFolder, file: string): FileProblem[] {
  const given = KEYS.filter((key) => typed(values, key) !== '');
  if (given.length === 0) return [];
  const problem = (key: string, message: string): FileProblem => ({
    ...{ file, line: 1, column: 1, message, words: message, field: targetField(key) },
  });
  const unread = given
    .filter((key) => NUMBERS.includes(key) && readNumber(typed(values, key)) === undefined)
    .map((key) => problem(key, `“${typed(values, key)}” không phải một số; viết dạng 80 hoặc 54,5`));
  const wanting = Object.entries(NEEDED)
    .filter(([key]) => !given.includes(key))
    .map(([key, message]) => problem(key, message));
  const hasBound = given.includes('atLeast') || given.includes('atMost');
  return [
    ...(hasBound ? [] : [problem('atLeast', 'cần ghi mức tối thiểu hoặc mức tối đa của chỉ tiêu')]),
    ...[...wanting, ...unread],
    ...totalLines(typed(values, 'totals')).flatMap((line) => {
      const wrong = totalProblem(line, folder);
      return wrong === undefined ? [] : [problem('totals', wrong)];
    }),
  ];
}

function isShown(values: FormValues): boolean {
  return KEYS.some((key) => values.has(targetField(key)));
}

function isTarget(value: unknown): value is Target {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typed(values: FormValues, key: string): string {
  const text = textOf(values, targetField(key)).replace(/\r\n?/g, '\n');
  return key === 'totals' ? text : text.replace(/\s*\n+\s*/g, ' ');
}

function figureText(value: unknown): string {
  return typeof value === 'number' ? FIGURE.format(value) : String(value);
}

function readField(key: string, text: string, folder: ScheduleFolder): unknown {
  if (NUMBERS.includes(key)) return readNumber(text);
  if (key !== 'totals') return text;
  const totals = totalLines(text).map(({ name, total }) => [
    unitNamed(name, folder) ?? name,
    readNumber(total),
  ]);
  return totals.length === 0 ? undefined : Object.fromEntries(totals);
}

/** One unit a line: its name, a colon, its total. */
function totalsText(totals: unknown, folder: ScheduleFolder): string {
  if (!isTarget(totals)) return String(totals);
  return Object.entries(totals)
    .map(([id, total]) => `${folder.units.get(id)?.name ?? id}: ${figureText(total)}`)
    .join('\n');
}

interface TotalLine {
  line: string;
  name: string;
  total: string;
}

function totalLines(text: string): TotalLine[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, name = line, total = ''] = /^(.*?)\s*:\s*([^:]*)$/.exec(line) ?? [];
      return { line, name, total };
    });
}

function totalProblem({ line, name, total }: TotalLine, folder: ScheduleFolder): string | undefined {
  if (readNumber(total) === undefined) return `dòng “${line}” phải viết dạng “tên cơ quan: tổng số”`;
  return unitNamed(name, folder) === undefined ? `không có cơ quan nào tên là “${name}”` : undefined;
}

/** The unit that has this name, one of its other names, or this id. */
function unitNamed(typedName: string, folder: ScheduleFolder): string | undefined {
  const plain = (text: string) => text.normalize('NFC').toLocaleLowerCase('vi');
  const wanted = plain(typedName);
  const isNamed = ({ id, name, symbol = '', also = [] }: Unit) =>
    [id, name, symbol, ...also].some((one) => plain(one) === wanted);
  return [...folder.units.values()].find(isNamed)?.id;
}
