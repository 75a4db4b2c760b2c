import type { BoardRow } from '../board/board-row.ts';
import { yearOf, type IsoDate } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import { readPeriod, type Period } from '../report/period.ts';
import { readDay } from '../web/form-day.ts';
import { CONSOLE } from './console-env.ts';

/** Where the reports are. */
export const REPORTS = `${CONSOLE}/bao-cao`;

/** How each part of what is asked is called in addresses and forms. */
export const REPORT_FIELDS = {
  period: 'ky',
  /** The period that the form came with: what has been changed is what is meant. */
  before: 'truoc',
  from: 'tu',
  to: 'den',
  plan: 'ke-hoach',
  unit: 'don-vi',
} as const;

/** What a report's address asks for. */
export interface ReportQuery {
  /** The days as they were typed, or those of the period when it is no part of a year. */
  from: string;
  to: string;
  plan: string | undefined;
  unit: string | undefined;
  /** The period and how addresses call it; or why the days that were typed are none. */
  asked: { ok: true; key: string; period: Period } | { ok: false; problem: string };
}

const LONGEST = 200;

/**
 * Reads a report's address. Days that were typed stand for the period unless another part of a year was chosen meanwhile; a period that
 * cannot be read is `usual`.
 */
export function readReportQuery(query: Record<string, string>, usual: string): ReportQuery {
  const text = (part: keyof typeof REPORT_FIELDS) =>
    (query[REPORT_FIELDS[part]] ?? '').trim().slice(0, LONGEST);
  const [key, from, to] = [text('period'), text('from'), text('to')];
  const rest = { plan: text('plan') || undefined, unit: text('unit') || undefined };
  const isByDays = (from !== '' || to !== '') && (key === '' || key === text('before'));
  if (isByDays) return { from, to, ...rest, asked: periodOfDays(from, to) };
  const period = named(key) ?? named(usual);
  if (period === undefined) throw new Error(`No period: ${usual}`);
  return { ...rest, ...period };
}

/** The address of a report, or of the file `file` of it. */
export function reportAddress(
  { plan, unit }: Pick<ReportQuery, 'plan' | 'unit'>,
  key: string,
  file?: string,
): string {
  const parameters = new URLSearchParams({ [REPORT_FIELDS.period]: key });
  if (plan !== undefined) parameters.set(REPORT_FIELDS.plan, plan);
  if (unit !== undefined) parameters.set(REPORT_FIELDS.unit, unit);
  return `${REPORTS}${file === undefined ? '' : `/${file}`}?${parameters.toString()}`;
}

/** Why what was typed as a day cannot be taken. */
export function noSuchDay(typed: string): string {
  return `“${typed}” không phải là một ngày có thật; viết như 01/6/2019.`;
}

/** The years in which these rows' days lie, the latest first. */
export function yearsOf(rows: readonly BoardRow[]): number[] {
  return [...new Set(rows.map(({ nominal }) => yearOf(nominal)))].sort((a, b) => b - a);
}

/** The period that is meant when none is named: this year, or the last one before it that has deadlines. */
export function usualPeriod(rows: readonly BoardRow[], today: IsoDate): string {
  const year = yearOf(today);
  return String(yearsOf(rows).find((each) => each <= year) ?? year);
}

function named(key: string): Omit<ReportQuery, 'plan' | 'unit'> | undefined {
  const reading = readPeriod(key);
  if (!reading.ok) return undefined;
  const { period } = reading;
  const isByDays = key.includes('..');
  return {
    from: isByDays ? shortDate(period.from) : '',
    to: isByDays ? shortDate(period.to) : '',
    asked: { ok: true, key, period },
  };
}

function periodOfDays(from: string, to: string): ReportQuery['asked'] {
  if (from === '' || to === '')
    return { ok: false, problem: 'Cần cả ngày đầu và ngày cuối, ví dụ 01/6/2019.' };
  const wrong = [from, to].find((text) => readDay(text) === undefined);
  if (wrong !== undefined) return { ok: false, problem: noSuchDay(wrong) };
  const key = `${readDay(from)}..${readDay(to)}`;
  const reading = readPeriod(key);
  return reading.ok
    ? { ok: true, key, period: reading.period }
    : { ok: false, problem: 'Ngày đầu ở sau ngày cuối.' };
}
