import { workingDays } from '../calendar/wording.ts';
import { fold, nearest } from './nearest.ts';

const MAX_DAYS = 250;
const EXAMPLES = ['trước hạn 03 ngày làm việc', 'ngày đến hạn', 'quá hạn 01 ngày làm việc'];

export type WhenReading = { ok: true; offset: number } | { ok: false; error: string; suggestion: string };

/**
 * Reads when a rung is climbed: `trước hạn 15 ngày làm việc` is -15, `ngày đến hạn` 0, `quá hạn 01 ngày làm việc` 1,
 * in working days from the aim date. Case, accents and leading zeros do not matter; at most 250 days either way.
 */
export function readWhen(when: string): WhenReading {
  const text = fold(when);
  if (/^(ngay den han|den han|dung han)$/.test(text)) return { ok: true, offset: 0 };

  const [, side, digits] = /^(truoc|qua|sau) han (\d{1,6}) ngay lam viec$/.exec(text) ?? [];
  if (digits === undefined) return refusal(when, text);
  const days = Number(digits);
  if (days > MAX_DAYS)
    return {
      ok: false,
      error: `“${when}”: chỉ nhắc trong khoảng ${MAX_DAYS} ngày làm việc trước hoặc sau hạn`,
      suggestion: writeWhen(side === 'truoc' ? -MAX_DAYS : MAX_DAYS),
    };
  return { ok: true, offset: side === 'truoc' && days > 0 ? -days : days };
}

/** The rung's name inside its ladder, as staff abbreviate it: `T-15`, `T0`, `T+1`. */
export function rungId(offset: number): string {
  return offset > 0 ? `T+${offset}` : `T${offset}`;
}

function refusal(when: string, text: string): WhenReading {
  const days = Number(/\d{1,3}/.exec(text)?.[0]);
  const late = /qua|sau|\+|tre/.test(text);
  const suggestion = Number.isNaN(days)
    ? (nearest(when, EXAMPLES) ?? 'ngày đến hạn')
    : writeWhen(late ? Math.min(days, MAX_DAYS) : -Math.min(days, MAX_DAYS));
  return {
    ok: false,
    error: `chưa hiểu lúc gửi “${when}”; viết “trước hạn 03 ngày làm việc”, “ngày đến hạn” hoặc “quá hạn 01 ngày làm việc”`,
    suggestion,
  };
}

function writeWhen(offset: number): string {
  if (offset === 0) return 'ngày đến hạn';
  return offset < 0 ? `trước hạn ${workingDays(-offset)}` : `quá hạn ${workingDays(offset)}`;
}
