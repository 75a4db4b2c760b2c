import { twoDigits } from '../calendar/wording.ts';
import type { Ladder } from '../schedule/schedule.ts';

/** A ladder's rungs in words: `trước hạn 10, 03 ngày làm việc; đúng ngày đến hạn; quá hạn 01, 05 ngày làm việc`. */
export function ladderWords({ rungs }: Ladder): string {
  const offsets = rungs.map(({ offset }) => offset);
  const days = (list: number[]) =>
    `${list.map((offset) => twoDigits(Math.abs(offset))).join(', ')} ngày làm việc`;
  const before = offsets.filter((offset) => offset < 0);
  const after = offsets.filter((offset) => offset > 0);
  return [
    ...(before.length > 0 ? [`trước hạn ${days(before)}`] : []),
    ...(offsets.includes(0) ? ['đúng ngày đến hạn'] : []),
    ...(after.length > 0 ? [`quá hạn ${days(after)}`] : []),
  ].join('; ');
}
