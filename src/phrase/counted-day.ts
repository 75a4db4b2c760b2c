import { addDays, isoDate, isWeekend, lastDayOfMonth, yearOf, type IsoDate } from '../calendar/dates.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { EventUnit } from './due-rule.ts';

/** A length of time. */
export interface Span {
  count: number;
  unit: EventUnit;
}

/**
 * The last day of `span` after `start`, which is not counted (Bộ luật Dân sự 2015, Art. 147(2)-(3));
 * months end on the corresponding day, else on the month's last (Art. 148(3)). Without a calendar there are no holidays.
 */
export function countedDay(
  { count, unit }: Span,
  start: IsoDate,
  calendar: Pick<WorkingCalendar, 'addWorkingDays'> = { addWorkingDays: addWeekdays },
): IsoDate {
  if (unit === 'working-day') return calendar.addWorkingDays(start, count);
  if (unit === 'day') return addDays(start, count);
  const months = Number(start.slice(5, 7)) - 1 + count;
  return dayIn(yearOf(start) + Math.floor(months / 12), (months % 12) + 1, Number(start.slice(8)));
}

/** The day of a month, or the month's last when it has no such day. */
export function dayIn(year: number, month: number, day: number): IsoDate {
  return isoDate(year, month, day) ?? lastDayOfMonth(year, month);
}

function addWeekdays(date: IsoDate, n: number): IsoDate {
  if (n === 0) return date;
  const next = addDays(date, 1);
  return addWeekdays(next, isWeekend(next) ? n : n - 1);
}
