import { arrange } from './arrange.ts';
import { compose } from './compose.ts';
import type { AfterEventRule, DueRule } from './due-rule.ts';
import { isAnchor, type Piece } from './pieces.ts';

/** A reading, good when it has no fault; else `rule` is the nearest thing that may have been meant. */
export interface Draft {
  rule: DueRule | undefined;
  /** Vietnamese sentences, the most telling first. */
  faults: string[];
  /** Words and numbers outside the vocabulary, as written. */
  unknown: string[];
}

/** A trigger cannot hold a number or a second bound of time. */
const BEYOND_TRIGGER = /,? (?:hoặc )?(?:trước|hằng|hàng|chậm nhất|muộn nhất|không quá) |\d/i;

const LONGEST_SPAN = 1000;

/** What may stand before "05 ngày làm việc kể từ ngày …". */
const BEFORE_EVENT = new Set<Piece['kind']>(['by', 'topic', 'filler', 'standing', 'goal']);

/** What `pieces` mean together. */
export function interpret(pieces: Piece[]): Draft {
  const faults = pieces.flatMap((piece) => (piece.kind === 'unclear' ? [piece.fault] : []));
  const unknown = pieces.flatMap((piece) => (piece.kind === 'unknown' ? [piece.words] : []));
  if (unknown.length > 0) faults.push(`Không hiểu “${unknown.join(' ')}” trong cụm từ thời hạn.`);
  const clear = pieces.filter(({ kind }) => kind !== 'unclear' && kind !== 'unknown');
  const rule = afterEvent(clear, faults) ?? compose(arrange(clear, faults), faults);
  return { rule, faults, unknown };
}

/** A period counted from an event, when the phrase holds one. */
function afterEvent(pieces: Piece[], faults: string[]): AfterEventRule | undefined {
  const counted = pieces.find((piece) => piece.kind === 'event' || piece.kind === 'span');
  if (counted === undefined) return undefined;
  if (counted.count < 1 || counted.count > LONGEST_SPAN)
    faults.push(`Số ngày phải từ 1 đến ${LONGEST_SPAN}.`);
  if (counted.kind === 'span') {
    faults.push('Nêu khoảng thời gian nhưng không nêu tính từ ngày nào; cách đếm lùi chưa được hỗ trợ.');
    return pieces.some(isAnchor) ? undefined : eventRule(counted, 'ký');
  }
  if (pieces.some((piece) => piece !== counted && !BEFORE_EVENT.has(piece.kind))) {
    faults.push('Cụm từ nêu nhiều mốc thời gian; mỗi cụm từ chỉ được nêu một thời hạn.');
  }
  return eventRule(counted, triggerOf(counted.trigger, faults));
}

function eventRule({ count, unit }: Pick<AfterEventRule, 'count' | 'unit'>, trigger: string): AfterEventRule {
  return { kind: 'after-event', count: Math.min(Math.max(count, 1), LONGEST_SPAN), unit, trigger };
}

function triggerOf(words: string, faults: string[]): string {
  const padded = ` ${words} `;
  const end = padded.search(BEYOND_TRIGGER);
  const trigger = padded.slice(0, end < 0 ? undefined : end).replace(/^[, ]+|[, ]+$/g, '');
  if (trigger === '')
    faults.push('Mốc tính thời hạn phải là một sự kiện (ví dụ: ngày ký); ngày của sự kiện nhập riêng.');
  else if (end >= 0) faults.push('Sau mốc tính thời hạn còn số hoặc từ chỉ thời gian chưa rõ nghĩa.');
  return trigger === '' ? 'ký' : trigger;
}
