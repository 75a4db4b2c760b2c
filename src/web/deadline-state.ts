import type { DeadlineSight } from '../answer/deadline-sight.ts';
import { dueLight, type DueLight } from '../plan/due-light.ts';

/** How a deadline's state looks: a shape and words that hold in greyscale, and the style's class for its colour. */
export interface DeadlineState {
  look: DueLight['look'] | 'awaiting' | 'done';
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
  return dueLight(facts, sight.calendar, sight.today, soon);
}
