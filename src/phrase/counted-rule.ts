import { isoDate } from '../calendar/dates.ts';
import { countedDay, type Span } from './counted-day.ts';
import type { AfterEventRule, OnceRule } from './due-rule.ts';
import { mend } from './mend.ts';
import { isAnchor, type DayAnchor, type Piece } from './pieces.ts';

/** A trigger cannot hold a number or a second bound of time. */
const BEYOND_TRIGGER = /,? (?:hoặc )?(?:trước|hằng|hàng|chậm nhất|muộn nhất|không quá) |\d/i;

const LONGEST_SPAN = 1000;

/** What may stand before "05 ngày làm việc kể từ ngày …". */
const BEFORE_EVENT = new Set<Piece['kind']>(['by', 'topic', 'filler', 'standing', 'goal']);

/** The rule of a length of time counted from an event or from a day, when `pieces` hold one; what is wrong is added to `faults`. */
export function countedRule(pieces: Piece[], faults: string[]): AfterEventRule | OnceRule | undefined {
  const counted = pieces.find((piece) => piece.kind === 'event' || piece.kind === 'span');
  if (counted === undefined) return undefined;
  const { count, unit } = counted;
  if (count < 1 || count > LONGEST_SPAN) faults.push(`Số ngày phải từ 1 đến ${LONGEST_SPAN}.`);
  const span = { count: Math.min(Math.max(count, 1), LONGEST_SPAN), unit };
  if (counted.kind === 'span') {
    faults.push('Nêu khoảng thời gian nhưng không nêu tính từ ngày nào; cách đếm lùi chưa được hỗ trợ.');
    return pieces.some(isAnchor) ? undefined : { kind: 'after-event', ...span, trigger: 'ký' };
  }
  if (pieces.some((piece) => piece !== counted && !BEFORE_EVENT.has(piece.kind))) {
    faults.push('Cụm từ nêu nhiều mốc thời gian; mỗi cụm từ chỉ được nêu một thời hạn.');
  }
  if (counted.since) return fromDay(span, counted.since, faults);
  return { kind: 'after-event', ...span, trigger: triggerOf(counted.trigger, faults) };
}

function fromDay(span: Span, since: DayAnchor, faults: string[]): OnceRule | undefined {
  const { anchor, fault } = mend(since);
  if (fault !== undefined) faults.push(fault);
  if (anchor.kind !== 'day' || anchor.year === undefined) return undefined;
  const from = isoDate(anchor.year, anchor.month, anchor.day);
  if (from === undefined) return undefined;
  const nominal = countedDay(span, from);
  return { kind: 'once', nominal, period: nominal, exclusive: false, counted: { ...span, from } };
}

function triggerOf(words: string, faults: string[]): string {
  const padded = ` ${words} `;
  const end = padded.search(BEYOND_TRIGGER);
  const trigger = padded.slice(0, end < 0 ? undefined : end).replace(/^\P{L}+|\P{L}+$/gu, '');
  if (trigger === '')
    faults.push(
      'Mốc tính thời hạn phải là một sự kiện (ví dụ: ngày ký) hoặc một ngày ghi đủ ngày, tháng, năm.',
    );
  else if (end >= 0) faults.push('Sau mốc tính thời hạn còn số hoặc từ chỉ thời gian chưa rõ nghĩa.');
  return trigger === '' ? 'ký' : trigger;
}
