import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from './bench.ts';

/** On a day with too few letters nobody waits longer; milliseconds. */
const PATIENCE = 30_000;

/** Resolves when some letters more have reached the mail server: the day's sending is under way. */
export async function sending(bench: Bench, letters = 15): Promise<void> {
  const before = bench.accepted();
  for (let waited = 0; bench.accepted() < before + letters && waited < PATIENCE; waited += 20)
    await pause(20);
}

/** Does the deed three times, each time while letters are on their way. */
export async function thrice(bench: Bench, deed: () => Promise<unknown> | undefined): Promise<void> {
  for (let time = 0; time < 3; time += 1) {
    await sending(bench);
    await deed();
  }
}

/** Something takes its real time: the clock is not set forward meanwhile. */
export async function held(bench: Bench, deed: () => Promise<unknown>): Promise<void> {
  bench.held += 1;
  try {
    await deed();
  } finally {
    bench.held -= 1;
  }
}
