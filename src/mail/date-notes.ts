import type { Calendar } from '../calendar/calendar.ts';
import { yearOf, type IsoDate } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import type { Obligation } from '../schedule/schedule.ts';

/** How far a date can be relied on, in sentences: that it was extended, is only proposed, or was counted by a provisional calendar. */
export function dateNotes(
  { aim, originalNominal }: { aim: IsoDate; originalNominal: IsoDate | null },
  obligation: Obligation,
  calendar: Calendar,
): string[] {
  const extended =
    originalNominal === null ? [] : [`Thời hạn đã được gia hạn từ ngày ${shortDate(originalNominal)}.`];
  return [...extended, ...proposed(obligation), ...provisional(aim, calendar)];
}

/** A day that the follow-up unit proposed, and that nobody has confirmed yet, must not go out as the plan's own. */
function proposed({ due, confirm }: Obligation): string[] {
  if (due === undefined || confirm === undefined) return [];
  return ['Ngày cụ thể là đề xuất, đang chờ xác nhận; nếu chưa phù hợp, đề nghị cho biết.'];
}

function provisional(aim: IsoDate, calendar: Calendar): string[] {
  if (calendar.isOfficial(aim)) return [];
  return [`Hạn tính theo lịch làm việc tạm tính năm ${yearOf(aim)}.`];
}
