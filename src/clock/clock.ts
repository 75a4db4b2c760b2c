/** The only source of the present moment. Everything else is handed a `Clock` or an instant. */
export interface Clock {
  /** The present instant (UTC milliseconds inside, as every `Date`). */
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that somebody moves by hand: a replay or a test. It never moves by itself and never goes back. */
export interface VirtualClock extends Clock {
  /** Moves to `instant`; staying put is allowed. @throws RangeError when `instant` is in this clock's past. */
  moveTo(instant: Date): void;
}

/** A clock standing at `start` until it is moved. */
export function virtualClock(start: Date): VirtualClock {
  let present = start.getTime();
  return {
    now: () => new Date(present),
    moveTo(instant) {
      if (instant.getTime() < present)
        throw new RangeError(`The clock cannot go back to ${instant.toISOString()}`);
      present = instant.getTime();
    },
  };
}
