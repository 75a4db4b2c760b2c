import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { runCases } from '../../bench/fuzz/run-cases.ts';
import { schedules } from '../../bench/fuzz/schedules.ts';

/** One seed that is always the same, and one of this run alone: its number is what runs it again. */
const FRESH = randomInt(2 ** 31);

it.each([20261124, FRESH])(
  'spoilt schedule files by seed %s: no crash, no hang, each problem at a place in the file',
  async (seed) => {
    console.info(`npm run fuzz -- schedules --seed ${seed} --cases 150`);
    const { cases, holes } = await runCases(schedules, { seed, from: 0, to: 150 });
    expect(holes).toEqual([]);
    expect(cases).toBe(150);
  },
  300_000,
);
