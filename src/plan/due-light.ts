import type { IsoDate } from '../calendar/dates.ts';
import { workingDays } from '../calendar/wording.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';

/** How near an open deadline is: the style's class for its colour, and a shape and words that hold in greyscale. */
export interface DueLight {
  look: 'calm' | 'upcoming' | 'today' | 'overdue';
  shape: string;
  words: string;
}

/** The light of an open deadline on `today`; `soon` when its reminders have begun. */
export function dueLight(
  { aim, nominal }: { aim: IsoDate; nominal: IsoDate },
  calendar: WorkingCalendar,
  today: IsoDate,
  soon: boolean,
): DueLight {
  if (today > nominal) {
    const late = calendar.workingDaysBetween(aim, today);
    return { look: 'overdue', shape: '●', words: late > 0 ? `Quá hạn ${workingDays(late)}` : 'Quá hạn' };
  }
  if (today >= aim)
    return {
      look: 'today',
      shape: '◑',
      words: today === nominal ? 'Đến hạn hôm nay' : 'Ngày làm việc cuối trước hạn',
    };
  return soon
    ? { look: 'upcoming', shape: '◔', words: 'Sắp đến hạn' }
    : { look: 'calm', shape: '○', words: 'Còn hạn' };
}
