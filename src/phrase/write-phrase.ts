import { addDays, type IsoDate } from '../calendar/dates.ts';
import { shortDate, twoDigits } from '../calendar/wording.ts';
import type { Span } from './counted-day.ts';
import type {
  DueRule,
  EventUnit,
  OnceRule,
  PeriodicRule,
  ReportPeriod,
  WeeklyRule,
  YearlyRule,
} from './due-rule.ts';

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
const ROMAN = ['I', 'II', 'III', 'IV'];
const REPORTS: Record<ReportPeriod, string> = {
  month: 'hằng tháng',
  quarter: 'hằng quý',
  half: '6 tháng',
  year: 'hằng năm',
};
const UNITS: Record<EventUnit, string> = { 'working-day': 'ngày làm việc', day: 'ngày', month: 'tháng' };

/** The official words for `rule`; `readPhrase` reads them back to the same rule. */
export function writePhrase(rule: DueRule): string {
  switch (rule.kind) {
    case 'once':
      return writeOnce(rule);
    case 'yearly':
      return writeYearly(rule);
    case 'weekly':
      return `${bound(rule, '')}${weekdayWords(rule)} hằng tuần`;
    case 'after-event':
      return `chậm nhất là ${spanWords(rule)} kể từ ngày ${rule.trigger}`;
    case 'standing':
      return 'thường xuyên';
    default:
      return writePeriodic(rule);
  }
}

/** `tháng 6 năm 2019`, `Quý III năm 2019`, `6 tháng đầu năm 2019`, `năm 2019`; undefined when `period` is a plain day. */
export function periodWords(period: string): string | undefined {
  const [year = '', part = ''] = period.split('-');
  if (period.split('-').length > 2) return undefined;
  if (part === '') return `năm ${year}`;
  if (part.startsWith('Q')) return `Quý ${ROMAN[Number(part[1]) - 1]} năm ${year}`;
  if (part.startsWith('H')) return `6 tháng ${part === 'H1' ? 'đầu' : 'cuối'} năm ${year}`;
  return `tháng ${monthWords(Number(part))} năm ${year}`;
}

/** `hằng quý, 6 tháng, hằng năm`. */
export function reportWords(reports: ReportPeriod[]): string {
  return reports.map((report) => REPORTS[report]).join(', ');
}

/** `thứ Sáu`. */
export function weekdayWords({ weekday }: WeeklyRule): string {
  return WEEKDAYS[weekday - 1] ?? '';
}

/** `05 ngày làm việc`. */
export function spanWords({ count, unit }: Span): string {
  return `${twoDigits(count)} ${UNITS[unit]}`;
}

/** `16 giờ 30 phút`. */
export function timeWords(time: string): string {
  const [hour, minute] = time.split(':');
  return `${hour} giờ ${minute} phút`;
}

/** The day that `rule` names: the nominal day, or the one after it when "trước" excludes it. */
export function namedDay({ nominal, exclusive }: OnceRule): IsoDate {
  return exclusive ? addDays(nominal, 1) : nominal;
}

/** The window a yearly rule ends with: `tháng 11`, `Quý III`, `6 tháng đầu năm`, `cuối năm`. */
export function windowWords({ month, window }: YearlyRule): string {
  if (window === 'year') return 'cuối năm';
  if (window === 'half') return `6 tháng ${month === 6 ? 'đầu' : 'cuối'} năm`;
  return window === 'quarter' ? `Quý ${ROMAN[month / 3 - 1]}` : `tháng ${monthWords(month)}`;
}

function writeOnce(rule: OnceRule): string {
  const { counted } = rule;
  if (counted) return `chậm nhất là ${spanWords(counted)} kể từ ngày ${shortDate(counted.from)}`;
  const words = periodWords(rule.period);
  if (words === undefined) return `${bound(rule)}ngày ${shortDate(namedDay(rule))}`;
  if (rule.lastWorkingDay) return `ngày làm việc cuối cùng của ${words}`;
  return `${partOf(rule)} ${words}`;
}

/** Only a month's or a year's start and middle end before their period does. */
export function partOf({ nominal, period }: OnceRule): string {
  const [, month, day] = nominal.split('-');
  const isYear = period.length === 4;
  const isMonth = /^\d{4}-\d{2}$/.test(period);
  if ((isYear && `${month}-${day}` === '01-01') || (isMonth && day === '01')) return 'đầu';
  if ((isYear && `${month}-${day}` === '06-30') || (isMonth && day === '15')) return 'giữa';
  return 'trong';
}

function writeYearly(rule: YearlyRule): string {
  if (rule.day === 'unstated') return 'hằng năm';
  const words = windowWords(rule);
  if (rule.day === 'last') return `${rule.window === 'year' ? '' : 'trong '}${words} hằng năm`;
  if (typeof rule.day === 'string') return `ngày làm việc cuối cùng của ${words} hằng năm`;
  return `${bound(rule)}ngày ${twoDigits(rule.day)}/${twoDigits(rule.month)} hằng năm`;
}

function writePeriodic({ kind, reports, day, ...rest }: PeriodicRule): string {
  if (day === 'unstated') return `định kỳ ${reportWords(reports)}`;
  if (day === 'last') return `ngày cuối cùng của kỳ, ${reportWords(reports)}`;
  if (day === 'last-working') return `ngày làm việc cuối cùng của kỳ, ${reportWords(reports)}`;
  if (day === 'first-working') return `ngày làm việc đầu tiên của tháng, ${reportWords(reports)}`;
  const month = kind === 'monthly' ? '' : ' của tháng cuối kỳ,';
  return `${bound(rest)}ngày ${twoDigits(day)}${month} ${reportWords(reports)}`;
}

function bound(
  { exclusive, time }: { exclusive: boolean; time?: string },
  inclusive = 'chậm nhất là ',
): string {
  if (time !== undefined) return `trước ${timeWords(time)} `;
  return exclusive ? 'trước ' : inclusive;
}

/** Official papers put a leading zero before months 1 and 2 only. */
function monthWords(month: number): string {
  return month < 3 ? twoDigits(month) : String(month);
}
