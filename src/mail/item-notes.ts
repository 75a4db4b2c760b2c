import type { Calendar } from '../calendar/calendar.ts';
import { obstacleTo, type Step } from '../plan/climb.ts';
import type { Duty } from '../plan/deadlines.ts';
import type { ClaimedNotice } from '../record/claim-letter.ts';
import { dateNotes } from './date-notes.ts';

/**
 * What the reader should know beside the facts: how far the date can be relied on; whom this rung, or the one before it,
 * could not reach, and why.
 */
export function itemNotes(notice: ClaimedNotice, duty: Duty, steps: Step[], calendar: Calendar): string[] {
  const before = Math.max(...steps.map(({ order }) => order).filter((order) => order < notice.order));
  const notes = steps
    .filter(({ order }) => order === notice.order || order === before)
    .flatMap((step) => {
      const obstacle = obstacleTo(step, duty, step.planned);
      return obstacle === undefined ? [] : [`Bậc ${step.rung.id}: ${obstacle}`];
    });
  return [...dateNotes(notice.deadline, duty.obligation, calendar), ...new Set(notes)];
}
