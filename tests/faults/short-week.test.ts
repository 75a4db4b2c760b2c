import { describe, expect, it } from 'vitest';
import type { Backend } from '../../bench/faults/bench.ts';
import { killAt, type Point } from '../../bench/faults/kills.ts';
import { mailDown } from '../../bench/faults/mail-faults.ts';
import { runRow, type Result } from '../../bench/faults/run-row.ts';
import type { Row } from '../../bench/faults/rows.ts';
import { emptyRedis, restartPostgres } from '../../bench/faults/server-faults.ts';
import { MONDAY } from '../../bench/faults/week-plan.ts';
import { sending } from '../../bench/faults/while-sending.ts';
import { serverMissing } from '../support/servers.ts';

/** The short form of `npm run faults`: the Monday of its week, with the faults that have the most to tell. */
const BACKENDS: Backend[] = ['postgres', 'redis'];
const HOUR_LONG = 60 * 60_000;
/** In the whole week, of which the Monday is lived. */
const LETTERS = 460;
/** Most of it is waiting for BullMQ to see that a worker is dead; a busy machine needs longer to start one. Milliseconds. */
const PATIENCE = 15 * 60_000;

const STEPS: Point[] = ['after-claim', 'before-250', 'before-sent', 'after-sent'];
const KILLED: Row = {
  id: 'killed',
  does: 'SIGKILL of both workers at four steps of a letter’s life',
  backends: BACKENDS,
  act: async (bench) => {
    for (const step of STEPS) await killAt(bench, step, 1, 1);
  },
};

const SERVERS: Row = {
  id: 'servers',
  does: 'Postgres killed, Redis emptied, then the mail server down for an hour',
  backends: BACKENDS,
  act: async (bench) => {
    await sending(bench, 5);
    await restartPostgres(bench);
    await sending(bench, 5);
    await emptyRedis(bench);
    await mailDown(bench, HOUR_LONG, 5);
  },
};

describe.skipIf(serverMissing('postgres') || serverMissing('redis-server'))('faults', () => {
  it.concurrent.for(BACKENDS)(
    'lose no letter when workers are killed while they have some in hand, with the queue on %s',
    { timeout: PATIENCE },
    async (backend) => {
      const result = await runRow(KILLED, backend, LETTERS, MONDAY);
      expect(result.tally.due).toBeGreaterThan(50);
      expect(notWhole(result)).toEqual([]);
      expect(result.kills).toBeGreaterThan(1);
      // The mail server had it and could not say so: whoever takes it over must say it again.
      expect(result.tally.repeated).toBeGreaterThan(0);
      expect(result.tally.repeated).toBeLessThanOrEqual(result.inFlight);
    },
  );

  it.concurrent.for(BACKENDS)(
    'lose no letter when servers go, and the admin is told, with the queue on %s',
    { timeout: PATIENCE },
    async (backend) => {
      const result = await runRow(SERVERS, backend, LETTERS, MONDAY);
      expect(result.tally.due).toBeGreaterThan(50);
      expect(notWhole(result)).toEqual([]);
      expect(result.tally.repeated).toBeLessThanOrEqual(result.inFlight);
      expect(result.told).toMatch(/letter to the admin: [^;]*mail-away/);
    },
  );
});

/** What was lost, came twice, or did not end, each by its id. */
function notWhole({ tally, lived }: Result): string[] {
  const { lost, unexplained, twice, untold } = tally;
  return Object.entries({ lost, unexplained, twice, untold, unfinished: lived.unfinished }).flatMap(
    ([what, ids]) => ids.map((id) => `${what}: ${id}`),
  );
}
