import { setTimeout as pause } from 'node:timers/promises';

/** `work`, or an error when it has not come to an end in so many milliseconds: a lost Redis keeps who asks waiting for ever. */
export async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  // What fails after nobody waits for it any more is no fault of its own.
  work.catch(() => undefined);
  return Promise.race([
    work,
    pause(milliseconds, undefined, { ref: false }).then(() => {
      throw new Error(`không trả lời trong ${milliseconds / 1000} giây`);
    }),
  ]);
}
