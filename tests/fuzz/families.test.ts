import { expect, it } from 'vitest';
import { FAMILIES } from '../../bench/fuzz/families.ts';
import { runCases } from '../../bench/fuzz/run-cases.ts';

/** The same cases in every run; `npm run fuzz` takes others. */
const SEED = 20261124;

it.each(FAMILIES)(
  'spoilt $name: no crash, no hang, nothing half done, and every refusal can be acted on',
  async (family) => {
    const { cases, holes } = await runCases(family, { seed: SEED, from: 0, to: family.short });
    expect(holes).toEqual([]);
    expect(cases).toBe(family.short);
  },
  600_000,
);
