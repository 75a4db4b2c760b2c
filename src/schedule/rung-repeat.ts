import { twoDigits, workingDays } from '../calendar/wording.ts';
import { fold } from './nearest.ts';

const MOST_DAYS = 60;
const MOST_TIMES = 52;
const DAYS_OF_A_WEEK = 5;
const USUAL_TIMES = 8;

/** A rung is climbed again every `every` working days, `times` times. */
export type RepeatReading =
  { ok: true; every: number; times: number } | { ok: false; error: string; suggestion: string };

/**
 * Reads how a rung repeats: `mỗi 05 ngày làm việc, tối đa 08 lần`, or `hằng tuần, tối đa 08 lần` for every five.
 * Case, accents and leading zeros do not matter. A repetition always has a cap.
 */
export function readRepeat(repeat: string): RepeatReading {
  const text = fold(repeat);
  const reading = /^(?:moi (\d{1,3}) ngay lam viec|hang tuan)(?:,? toi da (\d{1,3}) lan)?$/.exec(text);
  if (reading === null)
    return {
      ok: false,
      error: `chưa hiểu cách lặp lại “${repeat}”`,
      suggestion: writeRepeat(DAYS_OF_A_WEEK, USUAL_TIMES),
    };
  const [, days = DAYS_OF_A_WEEK, cap] = reading;
  const every = Number(days);
  if (cap === undefined)
    return {
      ok: false,
      error: `“${repeat}”: lặp lại phải có số lần tối đa`,
      suggestion: writeRepeat(every, USUAL_TIMES),
    };
  const times = Number(cap);
  if (every >= 1 && every <= MOST_DAYS && times >= 1 && times <= MOST_TIMES)
    return { ok: true, every, times };
  return {
    ok: false,
    error: `“${repeat}”: lặp lại cách nhau từ 01 đến ${workingDays(MOST_DAYS)}, từ 01 đến ${MOST_TIMES} lần`,
    suggestion: writeRepeat(every, times),
  };
}

/** The nearest repetition that is allowed. */
function writeRepeat(every: number, times: number): string {
  const within = (count: number, most: number) => Math.min(Math.max(count, 1), most);
  return `mỗi ${workingDays(within(every, MOST_DAYS))}, tối đa ${twoDigits(within(times, MOST_TIMES))} lần`;
}
