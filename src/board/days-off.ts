import type { Calendar } from '../calendar/calendar.ts';
import { isWeekend, type IsoDate } from '../calendar/dates.ts';

/** What a calendar page says of a day: whether it is off, and why where the calendar knows. */
export interface DayOffice {
  isOff: boolean;
  /** The holiday's name, or why a weekend day is worked; undefined on plain days. */
  name: string | undefined;
}

/** The day as the civil service keeps it; days beyond the known calendar are off at weekends. */
export function officeOn(day: IsoDate, calendar: Calendar): DayOffice {
  if (!calendar.covers(day)) return { isOff: isWeekend(day), name: undefined };
  const name = calendar.dayOff(day)?.name ?? calendar.workedWeekend(day)?.name;
  return { isOff: !calendar.isWorkingDay(day), name };
}
