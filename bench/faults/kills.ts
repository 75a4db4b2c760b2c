import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from './bench.ts';
import type { Step } from './statement-watch.ts';
import { sending } from './while-sending.ts';

/** Where in a letter's life a worker is killed: as its record sees it, or as the mail server does. */
export type Point = Step | 'during-data' | 'before-250';

/**
 * Kills every worker, `rounds` times each or until the day's letters are used up: at once they come back they are killed again, each at the
 * letter of this number that it brings to this point, so that none of them sends the day's letters while another starts.
 */
export async function killAt(bench: Bench, point: Point, rounds: number, letter = 3): Promise<void> {
  const before = bench.accepted();
  const hasBegun = () => bench.accepted() > before;
  let hasMore = true;
  for (let round = 0; round < rounds && hasMore; round += 1) {
    await allUp(bench);
    hasMore = await eachAtPoint(bench, { point, letter }, hasBegun);
  }
  bench.onStep = () => undefined;
  bench.trouble = () => undefined;
  await allUp(bench);
}

/**
 * Once letters leave, kills a worker drawn at random, at a random moment, `times` in all. The mail servers take a tenth of a second for each
 * answer meanwhile, so that there are letters on their way at most of these moments.
 */
export async function killAtRandom(bench: Bench, times: number, random: () => number): Promise<void> {
  for (const way of bench.smtpWays) way.slowDown(100);
  await sending(bench, 1);
  for (let time = 0; time < times; time += 1) {
    const victim = Math.floor(random() * bench.workers.length);
    await untilUp(bench, victim);
    await pause(random() * 1500);
    bench.kill(victim);
  }
  await allUp(bench);
  for (const way of bench.smtpWays) way.slowDown(0);
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

/** Resolves when every worker has been killed (true), or no letter is left that could bring one there. @throws Error when letters stay and none comes there */
async function eachAtPoint(
  bench: Bench,
  { point, letter }: { point: Point; letter: number },
  hasBegun: () => boolean,
): Promise<boolean> {
  const left = bench.workers.map(() => letter);
  const lives = bench.workers.map(({ starts }) => starts);
  /** True once the worker has been killed, until another process takes its place. */
  const reached = (worker: number) => {
    if (bench.workers[worker]?.starts !== lives[worker]) return false;
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
    if (waited > 120_000) throw new Error(`No letter came to ${point}`);
    if (waited % 1000 === 950 && hasBegun() && (await bench.waiting()) === 0) return false;
    await pause(50);
  }
  return true;
}

async function allUp(bench: Bench): Promise<void> {
  for (const at of bench.workers.keys()) await untilUp(bench, at);
}

async function untilUp(bench: Bench, at: number): Promise<void> {
  await bench.workers[at]?.start();
}
