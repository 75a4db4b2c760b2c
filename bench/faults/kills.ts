import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from './bench.ts';
import type { Step } from './statement-watch.ts';

/** Where in a letter's life a worker is killed: as its record sees it, or as the mail server does. */
export type Point = Step | 'during-data' | 'before-250';

/**
 * Kills every worker, `rounds` times each: at once they come back they are killed again, each at the third letter that it brings to this point,
 * so that none of them sends the day's letters while another starts.
 */
export async function killAt(bench: Bench, point: Point, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await allUp(bench);
    await eachAtPoint(bench, point);
  }
  bench.onStep = () => undefined;
  bench.trouble = () => undefined;
  await allUp(bench);
}

/** Kills a worker drawn at random, at a random moment, `times` in all. */
export async function killAtRandom(bench: Bench, times: number, random: () => number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const victim = Math.floor(random() * bench.workers.length);
    await untilUp(bench, victim);
    await pause(random() * 1500);
    bench.kill(victim);
  }
  await allUp(bench);
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Resolves when every worker has been killed. @throws Error when one of them is never seen there */
async function eachAtPoint(bench: Bench, point: Point): Promise<void> {
  const left = bench.workers.map(() => 3);
  const reached = (worker: number) => {
    left[worker] = (left[worker] ?? 0) - 1;
    if (left[worker] === 0) bench.kill(worker);
    return left[worker] <= 0;
  };
  bench.onStep = (worker, step) => {
    if (step === point) reached(worker);
  };
  bench.trouble = (stage, _recipient, worker) => {
    const isHere =
      (point === 'during-data' && stage === 'data') || (point === 'before-250' && stage === 'stored');
    return isHere && reached(worker) ? 'cut' : undefined;
  };
  for (let waited = 0; left.some((letters) => letters > 0); waited += 50) {
    if (waited > 60_000) throw new Error(`No letter came to ${point}`);
    await pause(50);
  }
}

async function allUp(bench: Bench): Promise<void> {
  for (const at of bench.workers.keys()) await untilUp(bench, at);
}

/** Killing takes effect a moment later: a worker that has just been killed is not up. */
async function untilUp(bench: Bench, at: number): Promise<void> {
  await pause(100);
  await bench.workers[at]?.start();
}
