import type { Calendar } from '../calendar/calendar.ts';
import { yearOf } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import { obstacleTo, type Step } from '../plan/climb.ts';
import type { Duty } from '../plan/deadlines.ts';
import type { ClaimedNotice } from '../record/claim-letter.ts';

/**
 * What the reader should know beside the facts: that the date was extended, is only proposed, or was counted by a provisional
 * calendar; whom this rung, or the one before it, could not reach, and why.
 */
export function itemNotes(notice: ClaimedNotice, duty: Duty, steps: Step[], calendar: Calendar): string[] {
  const before = Math.max(...steps.map(({ order }) => order).filter((order) => order < notice.order));
  const { originalNominal } = notice.deadline;
  const extended =
    originalNominal === null ? [] : [`Thời hạn đã được gia hạn từ ngày ${shortDate(originalNominal)}.`];
  const notes = steps
    .filter(({ order }) => order === notice.order || order === before)
    .flatMap((step) => {
      const obstacle = obstacleTo(step, duty, step.planned);
      return obstacle === undefined ? [] : [`Bậc ${step.rung.id}: ${obstacle}`];
    });
  return [...extended, ...proposed(duty), ...provisional(duty, calendar), ...new Set(notes)];
}

/** A day that the follow-up unit proposed, and that nobody has confirmed yet, must not go out as the plan's own. */
function proposed({ obligation }: Duty): string[] {
  if (obligation.due === undefined || obligation.confirm === undefined) return [];
  return ['Ngày cụ thể là đề xuất, đang chờ xác nhận; nếu chưa phù hợp, đề nghị cho biết.'];
}

function provisional({ deadline }: Duty, calendar: Calendar): string[] {
  if (calendar.isOfficial(deadline.aim)) return [];
  return [`Hạn tính theo lịch làm việc tạm tính năm ${yearOf(deadline.aim)}.`];
}
