import type { IsoDate } from '../calendar/dates.ts';
import { mailboxOf } from '../plan/addressee.ts';
import type { ClaimedLetter } from '../record/claim-letter.ts';
import type { ScheduleFolder } from '../schedule/schedule.ts';

/** Whether some addressee of the letter reads another mailbox on `day` than it was written to: the head has changed since, or the files have. */
export function isAstray(letter: ClaimedLetter, folder: ScheduleFolder | undefined, day: IsoDate): boolean {
  return letter.notices.some(({ addressee, unit: id }) => {
    const unit = folder?.units.get(id);
    return unit !== undefined && mailboxOf(addressee, unit, day) !== letter.mailbox;
  });
}
