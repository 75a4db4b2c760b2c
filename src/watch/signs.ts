import type { Distress } from '../record/distress.ts';
import type { Coverage } from '../report/coverage.ts';

/** What a worker has seen of itself and its surroundings by one look; the watch room judges it. */
export interface Signs {
  now: Date;
  beat: Tries;
  queue: Tries;
  mail: Tries;
  /** Why the files on disk are not in use, one line each, and since when. */
  files: { problems: readonly string[]; since: Date | null };
  distress: Distress;
  /** The proof of the last finished working day. */
  coverage: Coverage;
}

/** How often in a row something failed up to now, and in what words; 0: the last time it went well. */
export interface Tries {
  failures: number;
  words: string;
}
