import { RecordIsNewer } from '../record/newer-record.ts';
import type { Log } from './log.ts';

/** What becomes of a process whose record a newer version has changed: it sends nothing more and waits to be stopped. */
export interface Retirement {
  /** Whether that is why something failed. The first time the process takes no more letters; each time it says so in the log. */
  heed(error: unknown): boolean;
  readonly begun: boolean;
}

/** A process at work; `rest` is called once, when it retires. */
export function openRetirement(log: Log, rest: () => Promise<void>): Retirement {
  let begun = false;
  return {
    heed(error) {
      if (!(error instanceof RecordIsNewer)) return false;
      log.error(
        { migrations: error.migrations },
        'a newer version has changed the record: this process sends nothing any more, stop it',
      );
      if (!begun) {
        begun = true;
        // Not awaited: the letter that found it out is one of those that the rest waits for.
        rest().catch((problem: unknown) => log.error({ error: String(problem) }, 'queue'));
      }
      return true;
    },
    get begun() {
      return begun;
    },
  };
}
