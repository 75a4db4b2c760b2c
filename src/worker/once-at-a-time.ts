import type { Clock } from '../clock/clock.ts';
import type { Outcome } from '../queue/send-queue.ts';

/** How much later a letter is looked at again that is still in hand, in milliseconds. */
const LATER = 30_000;

/**
 * Lets a letter be in hand here once. BullMQ gives a job to somebody else when its lock could not be renewed, as when the
 * database is away; who holds the letter then may be waiting to write down that the mail server has it.
 */
export function onceAtATime(
  clock: Clock,
  send: (letter: string) => Promise<Outcome>,
): (letter: string) => Promise<Outcome> {
  const inHand = new Set<string>();
  return async (letter) => {
    if (inHand.has(letter)) return { retryAt: new Date(clock.now().getTime() + LATER) };
    inHand.add(letter);
    try {
      return await send(letter);
    } finally {
      inHand.delete(letter);
    }
  };
}
