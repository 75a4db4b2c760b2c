import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** At most `times` in each window of `seconds`. */
export interface Limit {
  times: number;
  seconds: number;
}

/** Counts one more for `key`; answers how many seconds to wait when that was one too many. */
export type Limiter = (key: string) => Promise<number | undefined>;

/** Counts in this process's memory, by the machine's own time: the library cannot be handed a clock, and a replay serves no pages. */
export function createLimiter({ times, seconds }: Limit): Limiter {
  const limiter = new RateLimiterMemory({ points: times, duration: seconds });
  return async (key) => {
    try {
      await limiter.consume(key);
      return undefined;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    }
  };
}
