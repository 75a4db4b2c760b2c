import { localDate } from '../calendar/dates.ts';
import { mailboxesNow } from '../plan/is-astray.ts';
import type { QueuedLetter } from '../record/queued-letters.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** The mailboxes that the letter's addressees read today by the schedule files; none for a digest. */
export function mailboxesToday(letter: QueuedLetter, { folders }: Schedule, now: Date): string[] {
  return mailboxesNow(
    letter,
    folders.find(({ id }) => id === letter.folder),
    localDate(now),
    [],
  );
}
