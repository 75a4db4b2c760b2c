import { amount } from '../plan/amount-words.ts';
import type { Obligation } from '../schedule/schedule.ts';

/** A target in words: `tối thiểu 80% số đơn vị cấp xã`, `tối thiểu 02 bậc: tăng trên Bảng xếp hạng (so với năm 2018)`. */
export function targetWords(target: Obligation['target']): string | null {
  if (target === undefined) return null;
  const least = target.atLeast === undefined ? [] : [`tối thiểu ${amount(target.atLeast, target.unit)}`];
  const most = target.atMost === undefined ? [] : [`tối đa ${amount(target.atMost, target.unit)}`];
  const baseline = target.baseline === undefined ? '' : ` (${target.baseline})`;
  const join = target.unit === '%' ? ' ' : ': ';
  return `${[...least, ...most].join(', ')}${join}${target.measure}${baseline}`;
}

/** Whether the duty is a target measured over a whole year, and not a piece of work to be handed in on its last day. */
export function isMeasured({ target, rule }: Obligation): boolean {
  return target !== undefined && rule.kind === 'once' && /^\d{4}$/.test(rule.period);
}
