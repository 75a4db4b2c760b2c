import { localDate } from '../calendar/dates.ts';
import type { ClaimedLetter } from '../record/claim-letter.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { calendarAttachment } from './calendar-attachment.ts';
import { draftOf } from './draft-of.ts';
import type { Attachment } from './message.ts';

/** The files that travel with a letter that leaves at `now`; `domain` is the sender's. @throws UnknownInSchedule */
export async function attachmentsOf(
  letter: ClaimedLetter,
  schedule: Schedule,
  now: Date,
  domain: string,
): Promise<Attachment[]> {
  const files = [
    calendarAttachment(letter, schedule, now, domain),
    await draftOf(letter, schedule, localDate(now)),
  ];
  return files.filter((file) => file !== undefined);
}
