import type { Calendar } from '../calendar/calendar.ts';
import { climb } from '../plan/climb.ts';
import type { ClaimedLetter, ClaimedNotice } from '../record/claim-letter.ts';
import type { ScheduleFolder } from '../schedule/schedule.ts';
import { claimedDuty } from './claimed-duty.ts';

/**
 * The notices of a report to the follow-up unit that stand on a rung with `draft`, in the letter's order. Empty for any
 * other letter. @throws UnknownInSchedule
 */
export function draftedNotices(
  letter: ClaimedLetter,
  folder: ScheduleFolder,
  calendar: Calendar,
): ClaimedNotice[] {
  if (letter.kind !== 'report') return [];
  return letter.notices.filter((notice) => {
    if (notice.addressee !== 'followUp') return false;
    const steps = climb(claimedDuty(notice, folder), folder, calendar, notice.deadline.extensions);
    return steps.some(({ id, rung }) => id === notice.id && rung.draft === true);
  });
}
