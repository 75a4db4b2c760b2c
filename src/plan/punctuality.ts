import type { IsoDate } from '../calendar/dates.ts';
import { workingDays } from '../calendar/wording.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';

/** How what was done on `on` stands to its last day on time: `trước hạn`, `đúng hạn`, `quá hạn 03 ngày làm việc`; `quá hạn` when no working day lies between. */
export function punctuality(nominal: IsoDate, on: IsoDate, calendar: WorkingCalendar): string {
  if (on < nominal) return 'trước hạn';
  if (on === nominal) return 'đúng hạn';
  const days = calendar.workingDaysBetween(nominal, on);
  return days === 0 ? 'quá hạn' : `quá hạn ${workingDays(days)}`;
}
