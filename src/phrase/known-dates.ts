import type { Calendar } from '../calendar/calendar.ts';
import { lastDayOfMonth, yearOf, type IsoDate } from '../calendar/dates.ts';
import { UnknownYear } from '../calendar/unknown-year.ts';
import type { DueRule } from './due-rule.ts';
import { occurrences, type Occurrence } from './occurrences.ts';

/** A due day, and the last working day on or before it. */
export interface DueDate extends Occurrence {
  aim: IsoDate;
}

export interface KnownDates {
  dates: DueDate[];
  /** Fewer than asked for: the others lie outside the calendar. */
  isCut: boolean;
  /** Years of `dates` whose calendar is not official yet, in order. */
  provisionalYears: number[];
}

export interface DatesQuery {
  from: IsoDate;
  count: number;
  event?: IsoDate | undefined;
}

const SINGLE = new Set<DueRule['kind']>(['once', 'after-event', 'standing']);

/** The due days of `rule` that the calendar knows. @throws UnknownYear when there are some and it knows none of them. */
export function knownDates(
  rule: DueRule,
  { from, count, event }: DatesQuery,
  calendar: Calendar,
): KnownDates {
  const isRecurring = !SINGLE.has(rule.kind);
  const found = occurrences(rule, {
    from,
    count,
    calendar,
    ...(event !== undefined && { event }),
    ...(isRecurring && { to: lastDayOfMonth(calendar.lastYear, 12) }),
  });
  const dates = found.flatMap((occurrence) => aimed(occurrence, calendar));
  const asked = isRecurring ? count : found.length;
  if (dates.length === 0 && asked > 0) throw new UnknownYear(firstAsked(found, from, calendar), calendar);
  const days = dates.flatMap(({ nominal, aim }) => [aim, nominal]);
  const years = days.filter((day) => !calendar.isOfficial(day)).map(yearOf);
  return {
    dates,
    isCut: dates.length < asked,
    provisionalYears: [...new Set(years)].sort((one, other) => one - other),
  };
}

function aimed(occurrence: Occurrence, calendar: Calendar): DueDate[] {
  if (!calendar.covers(occurrence.nominal)) return [];
  try {
    return [{ ...occurrence, aim: calendar.lastWorkingDayOnOrBefore(occurrence.nominal) }];
  } catch (error) {
    if (error instanceof UnknownYear) return [];
    throw error;
  }
}

/** The year of the first day asked for; when the calendar ends before it, a year after that end. */
function firstAsked([first]: Occurrence[], from: IsoDate, { firstYear, lastYear }: Calendar): number {
  if (first === undefined) return Math.max(yearOf(from), lastYear + 1);
  const year = yearOf(first.nominal);
  return year === firstYear ? firstYear - 1 : year;
}
