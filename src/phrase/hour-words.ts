import { SEP, unclear, type Entry } from './entry.ts';
import type { Slots } from './pattern.ts';
import type { Piece } from './pieces.ts';

const WHICH_HOUR = 'Đề nghị ghi rõ mấy giờ.';
const HOUR = '{hour} giờ|h|g';

/** "sáng", "trưa", "chiều", "tối": from which told hour to which, and what to add to it. */
const HALF_DAYS: [name: string, ...spans: [from: number, to: number, plus: number][]][] = [
  ['sáng', [1, 11, 0]],
  ['trưa', [11, 12, 0], [1, 1, 12]],
  ['chiều', [1, 6, 12], [13, 18, 0]],
  ['tối', [6, 11, 12], [18, 23, 0]],
];

/** Times of a day. */
export const HOUR_WORDS: Entry[] = [
  [`${HOUR} {minute} phút?`, time],
  [HOUR, time],
  [`${HOUR} {minute} phút? {halfDay}`, time],
  [`${HOUR} {halfDay}`, time],
  [
    `${HOUR} {day} ${SEP} {month} ${SEP} {year}`,
    ({ hour = 0, day = 0, month = 0, year }) => [
      { kind: 'time', hour, minute: 0 },
      { kind: 'day', day, month, year },
    ],
  ],
  ['{hour} : {minute}', time],
  ['{hour} : {minute} {halfDay}', time],
  ['buổi? chiều', () => ({ kind: 'half-day' })],
  ['buổi? sáng', () => [{ kind: 'half-day' }, unclear(WHICH_HOUR)]],
  ['buổi trưa|tối', () => [{ kind: 'half-day' }, unclear(WHICH_HOUR)]],
  ['hết? giờ làm việc', () => unclear(WHICH_HOUR)],
  ['giờ hành chính', () => unclear(WHICH_HOUR)],
];

function time({ hour = 0, minute = 0, halfDay }: Slots): Piece | Piece[] {
  if (halfDay === undefined) return { kind: 'time', hour, minute };
  const [name = '', ...spans] = HALF_DAYS[halfDay] ?? [];
  const span = spans.find(([from, to]) => from <= hour && hour <= to);
  if (span) return { kind: 'time', hour: hour + span[2], minute };
  return [{ kind: 'time', hour, minute }, unclear(`Không có ${hour} giờ ${name}.`)];
}
