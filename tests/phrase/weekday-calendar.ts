import { addDays, daysBetween, weekdayOf } from '../../src/calendar/dates.ts';
import type { WorkingCalendar } from '../../src/calendar/working-calendar.ts';

/** Monday to Friday, no holidays: enough to see which day a phrase asks for. */
export const weekdayCalendar: WorkingCalendar = {
  isWorkingDay: (date) => weekdayOf(date) <= 5,
  addWorkingDays: (date, n) => step(date, n, 1),
  subtractWorkingDays: (date, n) => step(date, n, -1),
  previousWorkingDay: (date) => step(date, 1, -1),
  nextWorkingDay: (date) => step(date, 1, 1),
  lastWorkingDayOnOrBefore: (date) => (weekdayOf(date) <= 5 ? date : step(date, 1, -1)),
  firstWorkingDayOnOrAfter: (date) => (weekdayOf(date) <= 5 ? date : step(date, 1, 1)),
  workingDaysBetween: (from, to) =>
    Array.from({ length: daysBetween(from, to) }, (_, index) => addDays(from, index + 1)).filter(
      (date) => weekdayOf(date) <= 5,
    ).length,
};

function step(date: string, count: number, direction: 1 | -1): string {
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, direction);
    if (weekdayOf(day) <= 5) left--;
  }
  return day;
}
