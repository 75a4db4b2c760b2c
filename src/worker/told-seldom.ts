import type { Clock } from '../clock/clock.ts';

/** How long the same words are kept back after they were told, in milliseconds. */
const KEPT_BACK = 60_000;

/** Of so many different words it is known when they were told; those told longest ago are forgotten. */
const KNOWN = 100;

/**
 * Tells of a trouble that comes over and over: its words at once when they are new, then at most once a minute, with how often they came since
 * they were told. A server that is away for a night otherwise fills a log with one line for each try.
 */
export function toldSeldom(
  clock: Clock,
  tell: (words: string, times: number) => void,
): (words: string) => void {
  const known = new Map<string, { at: number; keptBack: number }>();
  return (words) => {
    const now = clock.now().getTime();
    const last = known.get(words);
    // A clock that was set back must not keep them back until it has caught up.
    if (last !== undefined && now >= last.at && now - last.at < KEPT_BACK) {
      last.keptBack += 1;
      return;
    }
    known.delete(words);
    known.set(words, { at: now, keptBack: 0 });
    const [oldest] = known.keys();
    if (known.size > KNOWN && oldest !== undefined) known.delete(oldest);
    tell(words, 1 + (last?.keptBack ?? 0));
  };
}
