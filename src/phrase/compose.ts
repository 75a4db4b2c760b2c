import { addDays, type LocalTime } from '../calendar/dates.ts';
import type { Arrangement, Bounded } from './arrangement.ts';
import type { DueDay, DueRule, PeriodicRule, ReportPeriod } from './due-rule.ts';
import { halfYearlyPair } from './half-yearly-pair.ts';
import { mend } from './mend.ts';
import type { Anchor, YearAnchor } from './pieces.ts';
import { dateIn, periodOf, stretchOf } from './stretch.ts';

type DayOfMonth = Extract<Anchor, { kind: 'day-of-month' }>;

interface Bound {
  exclusive: boolean;
  time?: LocalTime;
}

const FRIDAY = 5;
const FIRST_WORKING = 'Ngày làm việc đầu tiên chỉ đọc được của tháng, lặp lại hằng tháng.';
const WINDOWS: Partial<Record<YearAnchor['kind'], 'quarter' | 'half' | 'year'>> = {
  quarter: 'quarter',
  half: 'half',
  year: 'year',
};
const PERIODIC_KINDS = { month: 'monthly', quarter: 'quarterly', half: 'half-yearly' } as const;

/** The highest day that every month of the recurrence has. */
const COMMON_DAYS: Record<ReportPeriod, number> = { month: 28, quarter: 30, half: 30, year: 31 };

/**
 * The rule an arrangement makes. What is wrong or missing is added to `faults`;
 * the rule is then only the nearest thing the writer may have meant, undefined when nothing is near.
 */
export function compose(arrangement: Arrangement, faults: string[]): DueRule | undefined {
  const { bounded } = arrangement;
  const [first] = [...bounded].sort(byTelling);
  if (first === undefined) return unanchored(arrangement, faults);
  const pair = halfYearlyPair(arrangement);
  if (pair) return pair;
  if (bounded.length > 1)
    faults.push('Cụm từ nêu nhiều mốc thời gian; đề nghị tách mỗi thời hạn thành một nhiệm vụ riêng.');
  const { anchor, fault } = mend(first.anchor);
  if (fault !== undefined) faults.push(fault);
  const { time } = arrangement;
  const bound = { exclusive: first.exclusive, ...(time !== undefined && { time }) };
  switch (anchor.kind) {
    case 'weekday':
      return weekly(anchor.weekday, bound, arrangement, faults);
    case 'day-of-month':
      return dayOfMonth(anchor, bound, arrangement, faults);
    default:
      return inYear(anchor, bound, arrangement, faults);
  }
}

/** A year and a bound make it likelier that an anchor is the one meant. */
function byTelling(one: Bounded, other: Bounded): number {
  const weight = ({ anchor, told }: Bounded) =>
    ('year' in anchor && anchor.year !== undefined ? 2 : 0) + (told ? 1 : 0);
  return weight(other) - weight(one);
}

function unanchored(arrangement: Arrangement, faults: string[]): DueRule | undefined {
  const { recurrences, edgeDay, lastMonth, time, standing } = arrangement;
  if (time !== undefined) faults.push('Nêu giờ mà không nêu ngày.');
  if (recurrences.includes('week')) {
    faults.push('“Hằng tuần” chưa cho biết hạn là thứ mấy.');
    return { kind: 'weekly', weekday: FRIDAY, exclusive: false };
  }
  const reports = recurrences.filter((every) => every !== 'week');
  if (edgeDay === 'first-working' && reports.join() !== 'month') faults.push(FIRST_WORKING);
  if (reports.length > 0)
    return repeated(reports, edgeDay ?? (lastMonth ? 'last' : 'unstated'), { exclusive: false });
  if (standing && !edgeDay && !lastMonth) return { kind: 'standing' };
  faults.push('Không tìm thấy từ nào chỉ rõ thời hạn.');
  return undefined;
}

function weekly(weekday: number, bound: Bound, arrangement: Arrangement, faults: string[]): DueRule {
  const { recurrences, edgeDay, lastMonth } = arrangement;
  if (recurrences.length === 0) faults.push('Chỉ nêu thứ trong tuần, chưa nêu ngày hoặc “hằng tuần”.');
  if (edgeDay || lastMonth || recurrences.some((every) => every !== 'week'))
    faults.push('Thứ trong tuần chỉ đi với “hằng tuần”.');
  return { kind: 'weekly', weekday, ...bound };
}

function dayOfMonth(anchor: DayOfMonth, bound: Bound, arrangement: Arrangement, faults: string[]): DueRule {
  const { recurrences, lastMonth, edgeDay } = arrangement;
  const reports = recurrences.filter((every) => every !== 'week');
  if (lastMonth && reports.length === 0) {
    faults.push('Chưa nêu kỳ báo cáo: hằng quý, 6 tháng hay hằng năm.');
    const isEverywhere = anchor.day === 'last' || anchor.day <= COMMON_DAYS.quarter;
    return isEverywhere
      ? repeated(['quarter'], anchor.day, bound)
      : repeated(['quarter'], 'last', { ...bound, exclusive: false });
  }
  const [shortest = 'month'] = reports;
  if (reports.length < recurrences.length) faults.push('Ngày trong tháng không đi với “hằng tuần”.');
  if (reports.length === 0) faults.push('Chưa nêu tháng nào, hoặc “hằng tháng”, “hằng quý”.');
  else if (shortest !== 'month' && !lastMonth) faults.push('Chưa nêu ngày này thuộc tháng nào của kỳ.');
  if (edgeDay) faults.push('Cụm từ nêu hai ngày trong tháng.');
  if (anchor.day !== 'last' && anchor.day > COMMON_DAYS[shortest]) {
    faults.push(`Không phải kỳ nào cũng có ngày ${anchor.day}.`);
    return repeated(reports, 'last', { ...bound, exclusive: false });
  }
  if (anchor.day === 'last' && bound.exclusive)
    faults.push('“Trước cuối tháng” có thể hiểu theo nhiều cách.');
  return repeated(reports, anchor.day, bound);
}

function repeated(named: ReportPeriod[], day: DueDay, bound: Bound): DueRule {
  const reports: ReportPeriod[] = named.length === 0 || day === 'first-working' ? ['month'] : named;
  const [shortest] = reports;
  if (shortest === undefined || shortest === 'year') return { kind: 'yearly', month: 12, day, ...bound };
  const kind: PeriodicRule['kind'] = PERIODIC_KINDS[shortest];
  return { kind, reports, day, ...bound };
}

function inYear(anchor: YearAnchor, bound: Bound, arrangement: Arrangement, faults: string[]): DueRule {
  const { recurrences, lastMonth, edgeDay } = arrangement;
  const part = 'part' in anchor ? anchor.part : undefined;
  const isYearly = recurrences.length === 1 && recurrences[0] === 'year';
  if (lastMonth) faults.push('“Tháng cuối kỳ” không đi với một thời gian cụ thể.');
  if (bound.exclusive && part !== undefined) {
    faults.push('“Trước đầu”, “trước giữa”, “trước cuối” có thể hiểu theo nhiều cách.');
  }
  if (bound.time !== undefined && anchor.kind !== 'day') faults.push('Nêu giờ mà không nêu ngày.');
  if (edgeDay && (anchor.kind === 'day' || part !== undefined || bound.exclusive)) {
    faults.push('“Ngày cuối cùng” cần đi với một tháng, quý hoặc năm.');
  }
  if (anchor.year === undefined && recurrences.length === 0) {
    faults.push('Chưa nêu năm: đề nghị ghi thêm năm nếu chỉ một lần, hoặc “hằng năm” nếu lặp lại.');
  } else if (recurrences.length > 0 && (!isYearly || anchor.year !== undefined)) {
    faults.push('Vừa nêu một thời gian cụ thể, vừa nêu kỳ lặp lại không khớp với thời gian đó.');
  }
  if (edgeDay === 'first-working') faults.push(FIRST_WORKING);
  const isLastWorking = edgeDay === 'last-working' && anchor.kind !== 'day';
  if (anchor.year === undefined || recurrences.length > 0)
    return yearly(anchor, bound, isLastWorking, faults);
  return once(anchor, anchor.year, bound, isLastWorking);
}

/** "trước" a period ends the day before it begins; anything else ends with the period's last day. */
function once(anchor: YearAnchor, year: number, bound: Bound, isLastWorking: boolean): DueRule {
  const { first, last } = stretchOf(anchor);
  const nominal = bound.exclusive ? addDays(dateIn(year, first), -1) : dateIn(year, last);
  const period = (bound.exclusive ? undefined : periodOf(anchor, year)) ?? nominal;
  return { kind: 'once', nominal, period, ...bound, ...(isLastWorking && { lastWorkingDay: true }) };
}

function yearly(anchor: YearAnchor, bound: Bound, isLastWorking: boolean, faults: string[]): DueRule {
  const { first, last } = stretchOf(anchor);
  const { month, day } = bound.exclusive ? first : last;
  if (month === 2 && day === 29) {
    faults.push('Ngày 29/02 không có trong mọi năm.');
    return { kind: 'yearly', month, day: 'last', exclusive: false };
  }
  const isWindow = !bound.exclusive && day === 'last' && !(isLastWorking && anchor.kind === 'year');
  const window = isWindow ? WINDOWS[anchor.kind] : undefined;
  return {
    kind: 'yearly',
    month,
    day: isLastWorking ? 'last-working' : day,
    ...(window && { window }),
    ...bound,
  };
}
