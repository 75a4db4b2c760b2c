import type { IsoDate } from './dates.ts';

/**
 * Counts in working days of the Vietnamese civil service.
 * Every method throws `UnknownYear` when a day it has to look at lies outside the known calendar.
 */
export interface WorkingCalendar {
  isWorkingDay(date: IsoDate): boolean;
  /** The n-th working day after `date` (n ≥ 1; `date` itself is not counted). n = 0 gives `date` when it is worked, else the last working day before it. */
  addWorkingDays(date: IsoDate, n: number): IsoDate;
  /** The n-th working day before `date` (n ≥ 1). n = 0 gives `date` when it is worked, else the next working day after it. */
  subtractWorkingDays(date: IsoDate, n: number): IsoDate;
  /** The last working day strictly before `date`. */
  previousWorkingDay(date: IsoDate): IsoDate;
  /** The first working day strictly after `date`. */
  nextWorkingDay(date: IsoDate): IsoDate;
  lastWorkingDayOnOrBefore(date: IsoDate): IsoDate;
  firstWorkingDayOnOrAfter(date: IsoDate): IsoDate;
  /** Working days in (from, to]; the negative of (to, from] when `to` is earlier. */
  workingDaysBetween(from: IsoDate, to: IsoDate): number;
}
