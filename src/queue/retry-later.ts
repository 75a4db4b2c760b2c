const AGAIN = 'Again at ';

/** Tells BullMQ that a letter's job is to run again at an instant; the record already knows why. */
export class RetryLater extends Error {
  override name = 'RetryLater';
  readonly at: Date;
  constructor(at: Date) {
    super(`${AGAIN}${at.toISOString()}`);
    this.at = at;
  }
}

/** Whether the words in which BullMQ keeps an error are those of a `RetryLater`. */
export function isRetryLater(words: string): boolean {
  return words.startsWith(AGAIN);
}

/**
 * Whole milliseconds until a failed job runs again (BullMQ on Postgres refuses fractions): until the instant the letter asked
 * for; after any other failure (the record out of reach, a template that throws) twice as long each time, up to five minutes.
 */
export function pauseBefore(attempt: number, error: Error | undefined, now: Date): number {
  if (error instanceof RetryLater) return Math.max(0, error.at.getTime() - now.getTime());
  return Math.min(5 * 60_000, 1000 * 2 ** Math.min(attempt, 20));
}
