import { systemClock } from '../../src/clock/clock.ts';

/**
 * Imported by a worker process of the bench: timers that wait long can be made to fire when the bench lets time pass, as they would have if it
 * had really passed. Short ones keep running at their own speed: they limit what really takes its time, such as an answer of a server.
 */
const machineSetTimeout = globalThis.setTimeout;
const machineClearTimeout = globalThis.clearTimeout;
const LONG = 10_000;
const waiting = new Map<unknown, { due: number; fire: () => void }>();

/** Fires every long timer whose hour this process's clock has passed. */
export function fireDueTimers(): void {
  for (const [timer, { due, fire }] of waiting) {
    if (due > systemClock.now().getTime()) continue;
    machineClearTimeout(timer as NodeJS.Timeout);
    fire();
  }
}

function setLongTimeout(work: (...given: unknown[]) => void, wait = 0, ...given: unknown[]): NodeJS.Timeout {
  if (wait < LONG) return machineSetTimeout(work, wait, ...given);
  const fire = () => {
    waiting.delete(timer);
    work(...given);
  };
  const timer = machineSetTimeout(fire, wait);
  waiting.set(timer, { due: systemClock.now().getTime() + wait, fire });
  return timer;
}

globalThis.setTimeout = Object.assign(setLongTimeout, {
  __promisify__: machineSetTimeout.__promisify__,
}) as typeof setTimeout;
globalThis.clearTimeout = (timer) => {
  waiting.delete(timer);
  machineClearTimeout(timer);
};
