import type { DeadlineSight } from '../answer/deadline-sight.ts';
import { pauseWords } from '../plan/pause.ts';
import { punctuality } from '../plan/punctuality.ts';
import { dueLight, type DueLight } from '../plan/due-light.ts';

/** How a deadline's state looks: a shape and words that hold in greyscale, and the style's class for its colour. */
export interface DeadlineState {
  look: DueLight['look'] | 'awaiting' | 'paused' | 'done';
  shape: string;
  words: string;
}

/** The state of a deadline on its sight's day; `soon` when its reminders have begun. */
export function deadlineState(sight: DeadlineSight, soon: boolean): DeadlineState {
  const { facts, closing, decider, pause } = sight;
  if (closing?.because === 'taken-off')
    return { look: 'calm', shape: '–', words: 'Đã rút khỏi diện đôn đốc theo quyết định' };
  if (closing !== undefined) return { look: 'calm', shape: '○', words: 'Không còn theo dõi ở đường dẫn này' };
  if (facts.status === 'done')
    return facts.accepted
      ? { look: 'done', shape: '✓', words: `Hoàn thành ${doneWords(sight)}` }
      : {
          look: 'awaiting',
          shape: '◇',
          words: `Đã báo hoàn thành ${doneWords(sight)}, chờ ${decider?.name ?? 'cơ quan theo dõi'} xác nhận`,
        };
  if (pause !== undefined) return { look: 'paused', shape: '‖', words: firstUp(pauseWords(pause)) };
  return dueLight(facts, sight.calendar, sight.today, soon);
}

/** `đúng hạn`, also when it was early; `trễ hạn 03 ngày làm việc`. */
function doneWords({ facts: { done_on: on, nominal }, calendar }: DeadlineSight): string {
  if (on === null || on <= nominal) return 'đúng hạn';
  return punctuality(nominal, on, calendar).replace('quá hạn', 'trễ hạn');
}

function firstUp(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
