import { setTimeout as pause } from 'node:timers/promises';
import type { VirtualClock } from '../clock/clock.ts';
import type { Outcome, SendQueue } from '../queue/send-queue.ts';
import type { RecordDb } from '../record/open-record.ts';
import { waitingLetters, type WaitingLetter } from '../record/waiting-letters.ts';

interface Parts {
  clock: VirtualClock;
  db: RecordDb;
  queue: SendQueue;
}

/**
 * Moves a clock that stands still by itself from letter to letter, up to `until`, and sees each letter to its end before the next. The queue
 * must be at work with `tries`. Planning is the caller's: a letter planned meanwhile is sent too.
 */
export async function sendThrough(until: Date, tries: Tries, { clock, db, queue }: Parts): Promise<void> {
  for (;;) {
    const [next] = tries.stillWaiting(await waitingLetters(db, until), until);
    if (next === undefined) return;
    if (next.at > clock.now()) clock.moveTo(next.at);
    await seeToItsEnd(next, tries, { clock, db, queue });
  }
}

/** What the letters' jobs have come to; a letter tried outside its sending window asks for an hour that the record does not know. */
export class Tries {
  readonly #asked = new Map<string, Date>();
  readonly #ended = new Map<string, () => void>();
  readonly #running = new Set<string>();

  async make(id: string, send: () => Promise<Outcome>): Promise<Outcome> {
    this.#running.add(id);
    try {
      const outcome = await send();
      if (outcome !== 'done') this.#asked.set(id, outcome.retryAt);
      return outcome;
    } finally {
      this.#running.delete(id);
      this.#ended.get(id)?.();
    }
  }

  /** Resolves when the letter's job has run. */
  next(id: string): Promise<void> {
    return new Promise((resolve) => this.#ended.set(id, resolve));
  }

  /** Whether the letter's job is at work at this moment. */
  isRunning(id: string): boolean {
    return this.#running.has(id);
  }

  /** The letters for which something is to be done up to `until`, soonest first. */
  stillWaiting(letters: WaitingLetter[], until: Date): WaitingLetter[] {
    return letters
      .map(({ id, at }) => ({
        id,
        at: new Date(Math.max(at.getTime(), this.#asked.get(id)?.getTime() ?? 0)),
      }))
      .filter(({ at }) => at <= until)
      .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  }
}

/** Lets the letter's job run now and waits until nothing is to be done for the letter at this instant. */
async function seeToItsEnd(letter: WaitingLetter, tries: Tries, { clock, db, queue }: Parts): Promise<void> {
  for (;;) {
    const tried = tries.next(letter.id);
    await queue.hasten(letter.id);
    await Promise.race([tried, pause(200, undefined, { ref: false })]);
    // A slow mail server must not see the clock move to the end of the claim.
    if (tries.isRunning(letter.id)) await tried;
    const waiting = tries.stillWaiting(await waitingLetters(db, clock.now()), clock.now());
    if (!waiting.some(({ id }) => id === letter.id)) return;
    // Its job may be gone (the queue was emptied) or still on its way back from a try.
    await queue.schedule([letter]);
  }
}
