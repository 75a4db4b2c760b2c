import { daysFrom, weekdayOf, yearOf, type IsoDate } from './dates.ts';
import { UnknownYear } from './unknown-year.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Whole years, both ends included. */
export interface YearRange {
  firstYear: number;
  lastYear: number;
}

/** The days that differ from the plain week. `work` wins over `off`. */
export interface SpecialDays {
  off: { has(date: IsoDate): boolean };
  work: { has(date: IsoDate): boolean };
}

/**
 * A calendar that knows every day of `range` beforehand, so that each question costs one look-up:
 * replaying a year asks about a hundred thousand of them.
 */
export function countedCalendar(range: YearRange, { off, work }: SpecialDays): WorkingCalendar {
  const days = daysFrom(`${range.firstYear}-01-01`, `${range.lastYear}-12-31`);
  const firstWeekday = weekdayOf(`${range.firstYear}-01-01`);
  const worked: IsoDate[] = [];
  /** How many working days the range holds up to and including the key. */
  const countUpTo = new Map<IsoDate, number>();
  for (const [index, date] of days.entries()) {
    const isWeekend = (firstWeekday - 1 + index) % 7 >= 5;
    if (work.has(date) || (!isWeekend && !off.has(date))) worked.push(date);
    countUpTo.set(date, worked.length);
  }

  const upTo = (date: IsoDate) => countUpTo.get(date) ?? refuse(date);
  const before = (date: IsoDate) => upTo(date) - (isWorkingDay(date) ? 1 : 0);
  const at = (index: number) => {
    const beyond = index < 0 ? range.firstYear - 1 : range.lastYear + 1;
    return worked[index] ?? refuse(`${beyond}`);
  };
  const isWorkingDay = (date: IsoDate) => worked[upTo(date) - 1] === date;

  return {
    isWorkingDay,
    addWorkingDays: (date, n) => at(upTo(date) + n - 1),
    subtractWorkingDays: (date, n) => at(before(date) - n),
    previousWorkingDay: (date) => at(before(date) - 1),
    nextWorkingDay: (date) => at(upTo(date)),
    lastWorkingDayOnOrBefore: (date) => at(upTo(date) - 1),
    firstWorkingDayOnOrAfter: (date) => at(before(date)),
    workingDaysBetween: (from, to) => upTo(to) - upTo(from),
  };

  function refuse(date: IsoDate): never {
    const year = yearOf(date);
    if (range.firstYear <= year && year <= range.lastYear) throw new RangeError(`No such day: ${date}`);
    throw new UnknownYear(year, range);
  }
}
