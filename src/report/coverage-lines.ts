import { longDate, twoDigits } from '../calendar/wording.ts';
import type { Coverage } from './coverage.ts';
import type { Outcome } from './outcome.ts';

/** What becomes of things that were to be said, the worst first, each with its head. */
export const OUTCOMES: readonly [head: string, outcome: Outcome][] = [
  ['Sót', 'missed'],
  ['Không đến nơi nhận', 'undelivered'],
  ['Không nhắc', 'silent'],
  ['Nhắc muộn', 'late'],
  ['Chờ nhắc', 'waiting'],
  ['Đã nhắc', 'said'],
];

/** The proof of a day in Vietnamese: one sentence, then what was not said on its day and why; with `all`, what was said too. */
export function coverageLines(coverage: Coverage, { all = false } = {}): string[] {
  const shown = OUTCOMES.filter(([, outcome]) => all || outcome !== 'said');
  const lists = shown.flatMap(([head, outcome]) => {
    const items = coverage.items.filter((item) => item.outcome === outcome);
    const lines = items.map(({ id, words }) => `  - ${id}: ${words}`);
    return items.length === 0 ? [] : [`${head} (${twoDigits(items.length)}):`, ...lines];
  });
  return [coverageSentence(coverage), ...lists];
}

/** The proof of a day in one sentence. */
export function coverageSentence({ day, counts, items }: Coverage): string {
  if (items.length === 0) return `Ngày ${longDate(day)}: không có điều nào phải nhắc.`;
  const part = (words: string, count: number) => `${words} ${twoDigits(count)}`;
  const late = counts.late === 0 ? '' : ` (${part('muộn', counts.late)})`;
  const parts = [
    `${part('đã nhắc', counts.said + counts.late)}${late}`,
    ...(counts.undelivered === 0 ? [] : [part('không đến nơi nhận', counts.undelivered)]),
    `${part('không nhắc', counts.silent)} (có lý do)`,
    ...(counts.waiting === 0 ? [] : [part('chờ nhắc', counts.waiting)]),
    part('sót', counts.missed),
  ];
  return `Ngày ${longDate(day)}: ${twoDigits(items.length)} điều phải nhắc; ${parts.join(', ')}.`;
}
