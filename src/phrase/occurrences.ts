import { addDays, daysBetween, lastDayOfMonth, weekdayOf, yearOf, type IsoDate } from '../calendar/dates.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { countedDay, dayIn } from './counted-day.ts';
import type { DueRule, OnceRule, PeriodicRule, ReportPeriod, WeeklyRule, YearlyRule } from './due-rule.ts';

/** One due day. `period`: `2019`, `2019-H1`, `2019-Q3`, `2019-06`, `2019-W25`, or a date. `nominal`: last day still on time. */
export interface Occurrence {
  period: string;
  nominal: IsoDate;
}

export interface OccurrenceQuery {
  /** Recurring rules answer with nominal days on or after this one. */
  from: IsoDate;
  /** Last nominal day wanted, inclusive; it holds for recurring rules only. */
  to?: IsoDate;
  /** How many at most; without `to` and `count` a recurring rule gives its next one. */
  count?: number;
  /** The day of the event an after-event rule waits for. */
  event?: IsoDate;
  calendar: WorkingCalendar;
}

type Bound = Pick<PeriodicRule, 'day' | 'exclusive'>;

const LAST_YEAR = 9998;
const MONTHS: Record<ReportPeriod, number> = { month: 1, quarter: 3, half: 6, year: 12 };

/**
 * The due days of `rule`, in order. `once` gives its day whatever `from` is; a standing duty, or an event not yet known, gives none.
 * @throws UnknownYear from the calendar, when working days are counted outside its years.
 */
export function occurrences(rule: DueRule, query: OccurrenceQuery): Occurrence[] {
  switch (rule.kind) {
    case 'once':
      return [once(rule, query.calendar)];
    case 'after-event':
      if (query.event === undefined) return [];
      return [{ period: query.event, nominal: countedDay(rule, query.event, query.calendar) }];
    case 'standing':
      return [];
    case 'weekly':
      return taken(weekly(rule, query.from), query);
    case 'yearly':
      return taken(yearly(rule, query), query);
    default:
      return taken(periodic(rule, query), query);
  }
}

function once({ nominal, period, lastWorkingDay, counted }: OnceRule, calendar: WorkingCalendar): Occurrence {
  if (counted) {
    const day = countedDay(counted, counted.from, calendar);
    return { period: day, nominal: day };
  }
  return { period, nominal: lastWorkingDay ? calendar.lastWorkingDayOnOrBefore(nominal) : nominal };
}

function* weekly({ weekday, exclusive }: WeeklyRule, from: IsoDate): Generator<Occurrence> {
  const due = exclusive ? ((weekday + 5) % 7) + 1 : weekday;
  let nominal = addDays(from, (due - weekdayOf(from) + 7) % 7);
  for (; yearOf(nominal) <= LAST_YEAR; nominal = addDays(nominal, 7)) {
    yield { period: weekOf(nominal), nominal };
  }
}

function* yearly(rule: YearlyRule, { from, to, calendar }: OccurrenceQuery): Generator<Occurrence> {
  for (let year = yearOf(from); year <= LAST_YEAR; year++) {
    if (isBeyond(to, rule, year, rule.month)) return;
    const nominal = nominalIn(rule, year, rule.month, calendar);
    yield { period: nominal.slice(0, 4), nominal };
  }
}

function* periodic(rule: PeriodicRule, { from, to, calendar }: OccurrenceQuery): Generator<Occurrence> {
  const [shortest = 'month'] = rule.reports;
  for (let year = yearOf(from); year <= LAST_YEAR; year++) {
    for (let month = MONTHS[shortest]; month <= 12; month += MONTHS[shortest]) {
      if (year === yearOf(from) && month < Number(from.slice(5, 7))) continue;
      if (isBeyond(to, rule, year, month)) return;
      const nominal = nominalIn(rule, year, month, calendar);
      yield { period: labelOf(rule.reports, nominal, shortest), nominal };
    }
  }
}

/** Whether a month's due day is surely after `to`, told without asking the calendar; "trước ngày 01" is due the day before. */
function isBeyond(to: IsoDate | undefined, { exclusive }: Bound, year: number, month: number): boolean {
  return to !== undefined && addDays(dayIn(year, month, 1), exclusive ? -1 : 0) > to;
}

/** "trước ngày X" is due the day before X: X itself is late (reading of this house, shown to the officer). */
function nominalIn(
  { day, exclusive }: Bound,
  year: number,
  month: number,
  calendar: WorkingCalendar,
): IsoDate {
  const named = typeof day === 'number' ? dayIn(year, month, day) : lastDayOfMonth(year, month);
  if (day === 'first-working') return calendar.firstWorkingDayOnOrAfter(dayIn(year, month, 1));
  if (day === 'last-working') return calendar.lastWorkingDayOnOrBefore(named);
  return exclusive ? addDays(named, -1) : named;
}

/** The label of the longest report that ends with the period holding `nominal`. */
function labelOf(reports: ReportPeriod[], nominal: IsoDate, shortest: ReportPeriod): string {
  const [year = '', month = ''] = nominal.split('-');
  const end = Math.ceil(Number(month) / MONTHS[shortest]) * MONTHS[shortest];
  const longest = reports.findLast((report) => end % MONTHS[report] === 0) ?? shortest;
  const number = end / MONTHS[longest];
  return { month: `${year}-${month}`, quarter: `${year}-Q${number}`, half: `${year}-H${number}`, year }[
    longest
  ];
}

/** The ISO week: it belongs to the year that holds its Thursday. */
function weekOf(date: IsoDate): string {
  const thursday = addDays(date, 4 - weekdayOf(date));
  const dayOfYear = daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday);
  return `${thursday.slice(0, 4)}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}`;
}

function taken(all: Iterable<Occurrence>, { from, to, count }: OccurrenceQuery): Occurrence[] {
  const most = count ?? (to === undefined ? 1 : Infinity);
  const found: Occurrence[] = [];
  for (const occurrence of all) {
    if (found.length >= most || (to !== undefined && occurrence.nominal > to)) break;
    if (occurrence.nominal >= from) found.push(occurrence);
  }
  return found;
}
