/**
 * Imported first by a worker process of the bench: from then on this process's `Date` is the machine's, shifted by as many milliseconds as
 * the bench says. Everything in the process lives by it, the product's clock and BullMQ alike; timers keep running at their own speed.
 */
const Machine = Date;
let shift = 0;

/** Sets by how many milliseconds this process's clock is ahead of the machine's. */
export function shiftClock(milliseconds: number): void {
  shift = milliseconds;
}

class ShiftedDate extends Machine {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(Machine.now() + shift);
    else super(...(given as [number]));
  }
  static override now(): number {
    return Machine.now() + shift;
  }
  /** Dates made before the shift are dates too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return Object.prototype.toString.call(value) === '[object Date]';
  }
}

globalThis.Date = ShiftedDate as DateConstructor;
