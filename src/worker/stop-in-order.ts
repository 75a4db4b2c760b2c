import { setTimeout as pause } from 'node:timers/promises';

/** One thing to be closed; `name` is for the log. */
export interface Closing {
  name: string;
  close: () => Promise<unknown> | void;
}

export interface StopLimits {
  /** What is in hand may end by itself for so long, in milliseconds. */
  patience: number;
  /** Then it is made to end; what has not closed so much later is left behind. Milliseconds. */
  grace: number;
}

/**
 * Closes everything, the last opened first, each after the other. Once the patience is over `hurry` is called, once; nothing that hangs keeps
 * the rest open. Answers the names of what hung or failed.
 */
export async function stopInOrder(
  closings: Closing[],
  { patience, grace }: StopLimits,
  hurry: () => void,
): Promise<string[]> {
  const left: string[] = [];
  const over = new AbortController();
  const late = pause(patience, undefined, { signal: over.signal }).then(hurry);
  late.catch(() => undefined);
  const deadline = late.then(() => pause(grace, undefined, { signal: over.signal }));
  deadline.catch(() => undefined);
  for (const { name, close } of [...closings].reverse()) {
    const closed = Promise.resolve(close()).then(
      () => true,
      () => false,
    );
    // Once the deadline is past, each of the others still has a moment of its own.
    const tooLate = deadline.then(() => pause(MOMENT, false, { signal: over.signal }));
    tooLate.catch(() => undefined);
    if (!(await Promise.race([closed, tooLate]))) left.push(name);
  }
  over.abort();
  return left;
}

const MOMENT = 500;
