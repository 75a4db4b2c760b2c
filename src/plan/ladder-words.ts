import { twoDigits, workingDays } from '../calendar/wording.ts';
import type { Ladder } from '../schedule/schedule.ts';
import { readRepeat } from '../schedule/rung-repeat.ts';
import { readWhen } from '../schedule/rung-when.ts';
import type { Addressee, LadderEntry } from '../schedule/shape.ts';

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

/** Who an addressee is, as a sentence about a ladder names it. */
export const ADDRESSEE_WORDS: Record<Addressee, string> = {
  office: 'văn thư cơ quan chủ trì',
  head: 'thủ trưởng cơ quan chủ trì',
  followUp: 'cơ quan theo dõi, đôn đốc',
  authority: 'cấp có thẩm quyền',
};

/**
 * A rung read aloud: `Trước hạn 03 ngày làm việc: nhắc văn thư và thủ trưởng cơ quan chủ trì.` Undefined for a rung whose moment or
 * repetition is not understood, or that is said to nobody.
 */
export function rungSentence({ when, to, repeat, draft }: LadderEntry['rungs'][number]): string | undefined {
  const moment = readWhen(when);
  const again = repeat === undefined ? undefined : readRepeat(repeat);
  const units = unitsWords(to);
  const superiors = to
    .filter((one) => one === 'followUp' || one === 'authority')
    .map((one) => ADDRESSEE_WORDS[one]);
  if (!moment.ok || again?.ok === false || to.length === 0) return undefined;
  const deeds = [
    ...(units === undefined ? [] : [`nhắc ${units}`]),
    ...(superiors.length === 0 ? [] : [`báo cáo ${superiors.join(' và ')}`]),
  ];
  const more = [
    ...(draft ? ['kèm dự thảo công văn đôn đốc'] : []),
    ...(again === undefined
      ? []
      : [`sau đó lặp lại mỗi ${workingDays(again.every)}, tối đa ${twoDigits(again.times)} lần`]),
  ];
  return `${momentWords(moment.offset)}: ${[deeds.join('; '), ...more].join(', ')}.`;
}

function momentWords(offset: number): string {
  if (offset === 0) return 'Đúng ngày đến hạn';
  return offset < 0 ? `Trước hạn ${workingDays(-offset)}` : `Quá hạn ${workingDays(offset)}`;
}

function unitsWords(to: readonly Addressee[]): string | undefined {
  if (to.includes('office') && to.includes('head')) return 'văn thư và thủ trưởng cơ quan chủ trì';
  const only = to.find((one) => one === 'office' || one === 'head');
  return only && ADDRESSEE_WORDS[only];
}
