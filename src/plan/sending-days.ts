import { instantAt, localDate, localTime, type IsoDate, type LocalTime } from '../calendar/dates.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { ScheduleFolder } from '../schedule/schedule.ts';

/** The day of the first sending slot that opens after `instant`; slots open at `opens` on working days. */
export function firstSlotDay(instant: Date, opens: LocalTime, calendar: WorkingCalendar): IsoDate {
  const day = localDate(instant);
  return localTime(instant) < opens ? calendar.firstWorkingDayOnOrAfter(day) : calendar.nextWorkingDay(day);
}

/** The first day on which a letter can still leave: today when it is worked and the sending window is not over, else the next working day. */
export function firstSendableDay(now: Date, until: string, calendar: WorkingCalendar): IsoDate {
  const today = localDate(now);
  const tooLate = localTime(now) >= until;
  return tooLate ? calendar.nextWorkingDay(today) : calendar.firstWorkingDayOnOrAfter(today);
}

/** The first instant, `instant` itself or later, inside the sending window of a working day. */
export function firstSendableInstant(
  instant: Date,
  sending: ScheduleFolder['sending'],
  calendar: WorkingCalendar,
): Date {
  const opening = instantAt(firstSendableDay(instant, sending.until, calendar), sending.at);
  return opening > instant ? opening : instant;
}
