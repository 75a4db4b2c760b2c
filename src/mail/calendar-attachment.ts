import { isDigest } from '../plan/model.ts';
import type { ClaimedLetter } from '../record/claim-letter.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { calendarEntry } from './calendar-entry.ts';
import { deadlineCalendar } from './deadline-calendar.ts';
import type { Attachment } from './message.ts';
import { UnknownInSchedule } from './unknown-in-schedule.ts';

/**
 * The calendar file that goes with a letter to a unit: the letter's deadlines, each once, as they stand at `now`. What goes to
 * superiors carries none: those are not the reader's own deadlines. `domain` is the sender's.
 * @throws UnknownInSchedule when the schedule lost the letter's folder.
 */
export function calendarAttachment(
  letter: ClaimedLetter,
  schedule: Schedule,
  now: Date,
  domain: string,
): Attachment | undefined {
  const { kind } = letter;
  if (kind === 'report' || kind === 'request' || kind === 'undelivered' || isDigest(kind)) return undefined;
  const folder = schedule.folders.find(({ id }) => id === letter.folder);
  if (folder === undefined) throw new UnknownInSchedule(`No schedule folder ${letter.folder}`);
  const deadlines = new Map(letter.notices.map(({ deadline }) => [deadline.id, deadline]));
  const entries = [...deadlines.values()].map((deadline) =>
    calendarEntry(
      { ...deadline, status: deadline.halted?.as === 'withdrawn' ? 'withdrawn' : 'open', changed: now },
      folder,
      schedule.calendar,
    ),
  );
  return {
    filename: 'han-nhiem-vu.ics',
    contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
    content: deadlineCalendar(entries, domain),
  };
}
