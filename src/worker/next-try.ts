import { instantAt, localDate } from '../calendar/dates.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { firstSendableInstant } from '../plan/sending-days.ts';
import type { ScheduleFolder } from '../schedule/schedule.ts';

/** Tries go on for this many working days after the day the letter was due to leave: a holiday does not use them up. */
const WORKING_DAYS_OF_TRIES = 3;
const MINUTE = 60_000;
const LONGEST_PAUSE = 4 * 60 * MINUTE;

/**
 * When to try a letter again that the mail server could not take: after 1, 2, 4, … minutes, at most four hours, always inside
 * the sending window of a working day. Undefined when its days are over.
 */
export function nextTry(
  letter: { slot: Date; attempt: number },
  now: Date,
  sending: ScheduleFolder['sending'],
  calendar: WorkingCalendar,
): Date | undefined {
  const pause = Math.min(LONGEST_PAUSE, MINUTE * 2 ** Math.min(letter.attempt - 1, 20));
  const next = firstSendableInstant(new Date(now.getTime() + pause), sending, calendar);
  const lastDay = calendar.addWorkingDays(localDate(letter.slot), WORKING_DAYS_OF_TRIES);
  return next < instantAt(lastDay, sending.until) ? next : undefined;
}
