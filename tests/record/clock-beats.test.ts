import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, instantAt } from '../../src/calendar/dates.ts';
import { planWork } from '../../src/plan/plan-work.ts';
import { applyClockBeat } from '../../src/record/apply-plan.ts';
import { openRecord, type OpenRecord, type RecordDb } from '../../src/record/open-record.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { empty, eventsOf, onEachRecord, SLOW } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';
import { serverMissing, startPostgres, type TestServer } from '../support/servers.ts';

const DAY = '2019-10-08';
const SCHEDULE = scheduleOf({ duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')] });

/** `who` comes to the beat that stands for `time`, with files of this name. */
function beatAs(
  db: RecordDb,
  who: string,
  time = '07:00',
  fingerprint = 'files',
  schedule: Schedule = SCHEDULE,
) {
  const now = instantAt(DAY, time);
  const plan: Parameters<typeof applyClockBeat>[3] = (state) =>
    planWork(schedule, state, now, addDays(DAY, 31));
  return applyClockBeat(db, who, now, plan, { slot: now, fingerprint });
}

onEachRecord((record) => {
  it('is made by the first that comes to it, and is done for all others', async () => {
    const { db } = record();
    expect(await beatAs(db, 'first')).toMatchObject({ deadlinesAdded: 1 });
    const events = await eventsOf(db);
    expect(await beatAs(db, 'second')).toBeUndefined();
    expect(await beatAs(db, 'third')).toBeUndefined();
    expect(await eventsOf(db)).toEqual(events);
  });

  it('is followed by the next, which whoever comes first makes', async () => {
    const { db } = record();
    await beatAs(db, 'first');
    expect(await beatAs(db, 'second', '07:05')).toMatchObject({ deadlinesAdded: 0 });
    expect(await beatAs(db, 'first', '07:05')).toBeUndefined();
  });

  it('is made again by the same process, and by one that has other files', async () => {
    const { db } = record();
    await beatAs(db, 'first');
    expect(await beatAs(db, 'first')).toMatchObject({ deadlinesAdded: 0 });
    expect(await beatAs(db, 'second', '07:00', 'other files')).toMatchObject({ deadlinesAdded: 0 });
  });

  it('that fails has not been made', async () => {
    const { db } = record();
    const broken = {} as Schedule;
    await expect(beatAs(db, 'first', '07:00', 'files', broken)).rejects.toThrow();
    expect(await beatAs(db, 'second')).toMatchObject({ deadlinesAdded: 1 });
  });
});

describe.skipIf(serverMissing('postgres'))(
  'a beat that several processes come to at once',
  { timeout: SLOW },
  () => {
    let server: TestServer;
    const records: OpenRecord[] = [];
    const open = async () => {
      const record = await openRecord({ server: server.url, schema: 'dondoc' });
      records.push(record);
      return record.db;
    };
    let first: RecordDb;
    let second: RecordDb;
    let outside: RecordDb;
    beforeAll(async () => {
      server = await startPostgres();
      first = await open();
      second = await open();
      outside = await open();
    }, SLOW);
    beforeEach(() => empty(outside));
    afterAll(async () => {
      for (const record of records) await record.close();
      await server.stop();
    });

    it('is made by exactly one', async () => {
      const dbs = [first, second, outside];
      const changes = await Promise.all(dbs.map((db, at) => beatAs(db, `process ${at}`)));
      expect(changes.filter((change) => change !== undefined)).toEqual([
        expect.objectContaining({ deadlinesAdded: 1 }),
      ]);
    });

    it('is made by the one that waited when the one that was at it is killed', async () => {
      const holding = await outside.startTransaction().execute();
      await sql`lock table dondoc.letter`.execute(holding);
      const killed = beatAs(first, 'killed');
      killed.catch(() => undefined);
      const [{ pid } = { pid: 0 }] = await waitingFor('relation');
      const waited = beatAs(second, 'waited');
      waited.catch(() => undefined);
      await waitingFor('advisory');
      await sql`select pg_terminate_backend(${pid})`.execute(outside);
      await expect(killed).rejects.toThrow();
      await holding.rollback().execute();
      expect(await waited).toMatchObject({ deadlinesAdded: 1 });
      const rows = await outside.selectFrom('beat').select('who').execute();
      expect(rows).toEqual([{ who: 'waited' }]);
    });

    it('is made by the one that waited when the one that was at it hangs for too long', async () => {
      // Its pool is not closed: it would wait for the connection that the server has ended.
      const { db: hanging } = await openRecord({
        server: `${server.url}?idle_in_transaction_session_timeout=1000`,
        schema: 'dondoc',
      });
      const trx = await hanging.startTransaction().execute();
      await sql`select pg_advisory_xact_lock(hashtext('dondoc.plan'))`.execute(trx);
      expect(await beatAs(second, 'waited')).toMatchObject({ deadlinesAdded: 1 });
      await expect(trx.commit().execute()).rejects.toThrow();
    });

    it('is held by a silent process for two minutes at most', async () => {
      const { rows } = await sql`show idle_in_transaction_session_timeout`.execute(first);
      expect(rows).toEqual([{ idle_in_transaction_session_timeout: '2min' }]);
    });

    async function waitingFor(locktype: string): Promise<{ pid: number }[]> {
      for (;;) {
        const { rows } = await sql<{
          pid: number;
        }>`select pid from pg_locks where not granted and locktype = ${locktype}`.execute(outside);
        if (rows.length > 0) return rows;
        await pause(20);
      }
    }
  },
);
