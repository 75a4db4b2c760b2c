import { workingDays } from '../calendar/wording.ts';
import { fold } from './nearest.ts';

const MOST_DAYS = 60;
const MOST_TIMES = 52;
const EXAMPLE = 'mỗi 05 ngày làm việc, tối đa 08 lần';

/** A rung is climbed again every `every` working days, `times` times. */
export type RepeatReading =
  { ok: true; every: number; times: number } | { ok: false; error: string; suggestion: string };

/** Reads how a rung repeats: `mỗi 05 ngày làm việc, tối đa 08 lần`, or `hằng tuần, tối đa 08 lần` for every five. A repetition always has a cap. */
export function readRepeat(repeat: string): RepeatReading {
  const text = fold(repeat);
  const [, days, times] =
    /^(?:moi (\d{1,3}) ngay lam viec|h[ao]ng tuan),? toi da (\d{1,3}) lan$/.exec(text) ?? [];
  if (times === undefined)
    return { ok: false, error: `chưa hiểu cách lặp lại “${repeat}”; viết “${EXAMPLE}”`, suggestion: EXAMPLE };
  const every = Number(days ?? 5);
  const count = Number(times);
  if (every >= 1 && every <= MOST_DAYS && count >= 1 && count <= MOST_TIMES)
    return { ok: true, every, times: count };
  return {
    ok: false,
    error: `“${repeat}”: lặp lại cách nhau từ 01 đến ${workingDays(MOST_DAYS)}, từ 01 đến ${MOST_TIMES} lần`,
    suggestion: EXAMPLE,
  };
}
