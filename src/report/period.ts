import { isIsoDate, lastDayOfMonth, type IsoDate } from '../calendar/dates.ts';
import { shortDate, twoDigits } from '../calendar/wording.ts';

/** The stretch of days that a report is about, both ends included. */
export interface Period {
  from: IsoDate;
  to: IsoDate;
  /** As a heading ends: `quý III năm 2019`, `06 tháng đầu năm 2019`. */
  name: string;
}

export type PeriodReading = { ok: true; period: Period } | { ok: false; error: string };

const EXAMPLES = '2019, 2019-Q3, 2019-H1, 2019-06 hoặc 2019-06-01..2019-09-30';
const QUARTERS = ['I', 'II', 'III', 'IV'];
const HALVES = ['đầu', 'cuối'];

/**
 * Reads `2019`, `2019-Q3`, `2019-H1`, `2019-06` or `2019-06-01..2019-09-30`. What cannot be read is refused with the part that
 * is wrong and examples, in Vietnamese.
 */
export function readPeriod(text: string): PeriodReading {
  const range = /^(.*?)\.\.(.*)$/.exec(text);
  if (range !== null) return daysFromTo(range[1] ?? '', range[2] ?? '', text);
  const [, year, part] = /^(?!0000)(\d{4})(?:-(.+))?$/.exec(text) ?? [];
  if (year === undefined) return refusal(text, 'phải bắt đầu bằng một năm có bốn chữ số');
  if (part === undefined) return months(year, 1, 12, `năm ${year}`);
  const [, kind = '', digits = ''] = /^([QH]?)(\d{1,2})$/i.exec(part) ?? [];
  return partOfYear(year, kind.toUpperCase(), Number(digits), part, text);
}

function partOfYear(year: string, kind: string, number: number, part: string, text: string): PeriodReading {
  if (kind === 'Q') {
    const name = QUARTERS[number - 1];
    if (name === undefined) return refusal(text, `“${part}”: một năm có bốn quý, từ Q1 đến Q4`);
    return months(year, 3 * number - 2, 3 * number, `quý ${name} năm ${year}`);
  }
  if (kind === 'H') {
    const name = HALVES[number - 1];
    if (name === undefined) return refusal(text, `“${part}”: một năm có hai nửa, H1 và H2`);
    return months(year, 6 * number - 5, 6 * number, `06 tháng ${name} năm ${year}`);
  }
  if (number >= 1 && number <= 12) return months(year, number, number, `tháng ${number} năm ${year}`);
  return refusal(text, `“${part}” không phải là tháng (01 đến 12), quý (Q1 đến Q4) hay nửa năm (H1, H2)`);
}

function months(year: string, first: number, last: number, name: string): PeriodReading {
  const from = `${year}-${twoDigits(first)}-01`;
  return { ok: true, period: { from, to: lastDayOfMonth(Number(year), last), name } };
}

function daysFromTo(from: string, to: string, text: string): PeriodReading {
  const wrong = [from, to].find((day) => !isIsoDate(day));
  if (wrong !== undefined) return refusal(text, `“${wrong}” không phải là một ngày có thật`);
  if (from > to) return refusal(text, `ngày đầu ${shortDate(from)} ở sau ngày cuối ${shortDate(to)}`);
  return {
    ok: true,
    period: { from, to, name: `thời gian từ ngày ${shortDate(from)} đến ngày ${shortDate(to)}` },
  };
}

function refusal(text: string, what: string): PeriodReading {
  return { ok: false, error: `chưa hiểu kỳ “${text}”: ${what}. Viết như sau: ${EXAMPLES}.` };
}
