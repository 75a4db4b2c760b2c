import type { DeadlineSight } from '../answer/deadline-sight.ts';
import { workingDays } from '../calendar/wording.ts';

/** How a deadline's state looks: a shape and words that hold in greyscale, and the style's class for its colour. */
export interface DeadlineState {
  look: 'calm' | 'upcoming' | 'today' | 'overdue' | 'awaiting' | 'done';
  shape: string;
  words: string;
}

/** The state of a deadline on its sight's day; `soon` when its reminders have begun. */
export function deadlineState(sight: DeadlineSight, soon: boolean): DeadlineState {
  const { facts, closing, decider } = sight;
  if (closing !== undefined) return { look: 'calm', shape: '○', words: 'Không còn theo dõi ở đường dẫn này' };
  if (facts.status === 'done')
    return facts.accepted
      ? { look: 'done', shape: '✓', words: 'Hoàn thành' }
      : {
          look: 'awaiting',
          shape: '◇',
          words: `Đã báo hoàn thành, chờ ${decider?.name ?? 'cơ quan theo dõi'} xác nhận`,
        };
  return openState(sight, soon);
}

function openState(sight: DeadlineSight, soon: boolean): DeadlineState {
  const { aim, nominal } = sight.facts;
  const { today } = sight;
  if (today > nominal) {
    const late = -sight.calendar.workingDaysBetween(today, aim);
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
