import type { EventUnit } from './due-rule.ts';
import { unclear, type Entry } from './entry.ts';
import type { EventPiece, Piece } from './pieces.ts';

const SINCE = ',? kể|tính? từ|sau ngày|khi|lúc?';
const HOURS = 'Thời hạn tính bằng giờ từ một sự kiện chưa được hỗ trợ.';

const UNITS: [words: string, unit: EventUnit, times: number][] = [
  ['ngày làm việc', 'working-day', 1],
  ['ngày', 'day', 1],
  ['tuần', 'day', 7],
  ['tuần lễ', 'day', 7],
  ['tháng', 'month', 1],
];

/** Lengths of time, counted from an event or from nothing told. */
export const EVENT_WORDS: Entry[] = [
  ...UNITS.map(([words, unit, times]): Entry => [
    `{count} ${words}`,
    ({ count = 0 }) => length(count * times, unit),
  ]),
  ...UNITS.map(([words, unit, times]) => since(words, unit, times)),
  since('năm', 'month', 12),
  [
    `sau? {count} giờ|tiếng ${SINCE}`,
    ({ count = 0 }) => [event(Math.ceil(count / 24), 'day'), unclear(HOURS)],
  ],
  [
    `sau? {count} giờ làm việc ${SINCE}`,
    ({ count = 0 }) => [event(Math.ceil(count / 8), 'working-day'), unclear(HOURS)],
  ],
  ['{count} tiếng', () => unclear(HOURS)],
];

function since(words: string, unit: EventUnit, times: number): Entry {
  return [`sau? {count} ${words} ${SINCE}`, ({ count = 0 }) => event(count * times, unit)];
}

function event(count: number, unit: EventUnit): EventPiece {
  return { kind: 'event', count, unit, trigger: '' };
}

/** "6 tháng" and "9 tháng" are names of reports too. */
function length(count: number, unit: EventUnit): Piece {
  if (unit === 'month' && count === 6) return { kind: 'unit', every: 'half' };
  if (unit === 'month' && count === 9) return { kind: 'nine-months' };
  return { kind: 'span', count, unit };
}
