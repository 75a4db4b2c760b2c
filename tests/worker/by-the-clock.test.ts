import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { roundsByTheClock } from '../../src/worker/by-the-clock.ts';

const MINUTE = 60_000;
const NOON = new Date('2019-10-09T05:00:30Z');

let rounds: number;
let end: () => void;
beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  rounds = 0;
  end = roundsByTheClock(() => (rounds += 1));
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

it('makes a round every five minutes of the clock', async () => {
  await vi.advanceTimersByTimeAsync(4 * MINUTE);
  expect(rounds).toBe(0);
  await vi.advanceTimersByTimeAsync(58 * MINUTE);
  expect(rounds).toBe(12);
});

it('goes on within six minutes when the clock was set back an hour', async () => {
  await vi.advanceTimersByTimeAsync(6 * MINUTE);
  expect(rounds).toBe(1);
  vi.setSystemTime(new Date(NOON.getTime() - 60 * MINUTE));
  await vi.advanceTimersByTimeAsync(6 * MINUTE);
  expect(rounds).toBe(2);
  await vi.advanceTimersByTimeAsync(24 * MINUTE);
  expect(rounds).toBe(6);
});

it('goes on within six minutes when the clock has jumped a day ahead', async () => {
  await vi.advanceTimersByTimeAsync(6 * MINUTE);
  vi.setSystemTime(new Date(NOON.getTime() + 24 * 60 * MINUTE));
  await vi.advanceTimersByTimeAsync(6 * MINUTE);
  expect(rounds).toBeGreaterThanOrEqual(2);
});

it('makes no round any more when it has ended', async () => {
  end();
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(rounds).toBe(0);
});
