import { setTimeout as pause } from 'node:timers/promises';

/** Something took longer than it was waited for; it may still come to an end. */
class TooSlow extends Error {
  override name = 'TooSlow';
}

/** How long somebody who has sent a form waits for what the next beat would do anyway, in milliseconds. */
const LONGEST_HURRY = 8000;

/** `work`, or an error when it has not come to an end in so many milliseconds: a lost Redis keeps who asks waiting for ever. */
export async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  // What fails after nobody waits for it any more is no fault of its own.
  work.catch(() => undefined);
  return Promise.race([
    work,
    pause(milliseconds, undefined, { ref: false }).then(() => {
      throw new TooSlow(`không trả lời trong ${milliseconds / 1000} giây`);
    }),
  ]);
}

/** Waits for work that only hurries what the next beat does anyway, but not for ever: the queue may be away. */
export async function hurry(work: Promise<unknown>): Promise<void> {
  try {
    await withinTime(work, LONGEST_HURRY);
  } catch (error) {
    if (!(error instanceof TooSlow)) throw error;
  }
}
