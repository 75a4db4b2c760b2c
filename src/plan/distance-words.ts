import type { IsoDate } from '../calendar/dates.ts';
import { workingDays } from '../calendar/wording.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';

/** How far `today` is from a date, in working days and in words: `còn 03 ngày làm việc`, `quá hạn 02 ngày làm việc`. */
export function distanceWords(
  { aim, nominal }: { aim: IsoDate; nominal: IsoDate },
  calendar: WorkingCalendar,
  today: IsoDate,
): string {
  const left = calendar.workingDaysBetween(today, aim);
  if (left > 0) return `còn ${workingDays(left)}`;
  if (left < 0) return `quá hạn ${workingDays(-left)}`;
  if (today === aim) return 'hôm nay là ngày làm việc cuối cùng';
  return today <= nominal ? 'ngày làm việc cuối cùng đã qua' : 'vừa qua hạn, chưa qua ngày làm việc nào';
}
