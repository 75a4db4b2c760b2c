import { LETTER_KINDS, type LetterKind } from '../plan/model.ts';
import { markOf } from './mark.ts';
import type { Html } from './page.ts';

/** How a letter's state looks: a shape and words that hold in greyscale, and the style's class for its colour. */
export interface LetterState {
  kind: LetterKind | 'other';
  shape: string;
  words: string;
}

const STATES: Record<LetterState['kind'], LetterState> = {
  upcoming: { kind: 'upcoming', shape: '◔', words: 'Sắp đến hạn' },
  today: { kind: 'today', shape: '◑', words: 'Đến hạn hôm nay' },
  overdue: { kind: 'overdue', shape: '●', words: 'Quá hạn' },
  report: { kind: 'report', shape: '▲', words: 'Báo cáo cấp trên' },
  request: { kind: 'request', shape: '◇', words: 'Chờ quyết định' },
  decision: { kind: 'decision', shape: '◆', words: 'Quyết định' },
  undelivered: { kind: 'undelivered', shape: '▼', words: 'Thư bị trả lại' },
  weekly: { kind: 'weekly', shape: '▤', words: 'Tổng hợp tuần' },
  monthly: { kind: 'monthly', shape: '▦', words: 'Tổng hợp tháng' },
  daily: { kind: 'daily', shape: '▫', words: 'Nhật ký gửi thư' },
  admin: { kind: 'admin', shape: '▣', words: 'Cảnh báo hệ thống' },
  other: { kind: 'other', shape: '○', words: 'Thư khác' },
};

export const LETTER_STATES: readonly LetterState[] = [...LETTER_KINDS, 'other' as const].map(
  (kind) => STATES[kind],
);

/** The state that an `X-Dondoc-Kind` header names; any unknown kind is `other`. */
export function letterState(kind: string): LetterState {
  return LETTER_STATES.find((state) => state.kind === kind) ?? STATES.other;
}

/** The state as a coloured shape with its words. */
export function stateMark({ kind, shape, words }: LetterState): Html {
  return markOf({ look: kind, shape, words });
}
