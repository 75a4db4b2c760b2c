import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newerMigrations, RecordIsNewer } from '../../src/record/newer-record.ts';
import { openRecord, type OpenRecord, type RecordDb } from '../../src/record/open-record.ts';
import { applyAt, claimAt, eventsOf, onEachRecord, SLOW } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';
import { serverMissing, startPostgres, type TestServer } from '../support/servers.ts';

const LADDER = { '-3': 'office', '0': 'office' } as const;
const planOf = (id: string) =>
  scheduleOf({ duties: [duty(id, 'trước ngày 15/10/2019', 'so-tu-phap')], ladder: LADDER });
const SCHEDULE = planOf('A04');
const CHANGED = planOf('A05');
const DAY = '2019-10-09';
const FUTURE = '9999-of-the-future';

const migrate = (db: RecordDb) =>
  db.insertInto('kysely_migration').values({ name: FUTURE, timestamp: '2030-01-01' }).execute();
const goBack = (db: RecordDb) => db.deleteFrom('kysely_migration').where('name', '=', FUTURE).execute();

const letterOn = (db: RecordDb) =>
  db.selectFrom('letter').where('day', '=', DAY).selectAll().executeTakeFirstOrThrow();

onEachRecord((record) => {
  afterEach(() => goBack(record().db));

  it('of this version is not newer', async () => {
    expect(await newerMigrations(record().db)).toEqual([]);
  });

  it('changed by a newer version gives no letter away, and keeps it untouched for that version', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, '2019-10-01');
    const letter = await letterOn(db);
    await migrate(db);
    expect(await newerMigrations(db)).toEqual([FUTURE]);
    const events = await eventsOf(db);
    expect(await claimAt(db, letter.id, DAY)).toBeUndefined();
    expect(await letterOn(db)).toEqual(letter);
    expect(await eventsOf(db)).toEqual(events);
    await goBack(db);
    expect(await claimAt(db, letter.id, DAY)).toMatchObject({ id: letter.id });
  });

  it('is not planned against either, and keeps what it held', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, '2019-10-01');
    const letter = await letterOn(db);
    await migrate(db);
    await expect(applyAt(db, CHANGED, '2019-10-01')).rejects.toThrow(RecordIsNewer);
    expect(await letterOn(db)).toEqual(letter);
  });
});

describe.skipIf(serverMissing('postgres'))('a migration that is under way', { timeout: SLOW }, () => {
  let server: TestServer;
  let mine: OpenRecord;
  let theirs: OpenRecord;
  beforeAll(async () => {
    server = await startPostgres();
    mine = await openRecord({ server: server.url, schema: 'dondoc' });
    theirs = await openRecord({ server: server.url, schema: 'dondoc' });
    await applyAt(mine.db, SCHEDULE, '2019-10-01');
  }, SLOW);
  afterEach(() => goBack(mine.db));
  afterAll(async () => {
    await mine.close();
    await theirs.close();
    await server.stop();
  });

  /** `work` begins while the newer version's migration holds `table`, and goes on when that has been finished. */
  async function during<T>(table: string, work: () => Promise<T>): Promise<T> {
    let working: Promise<T> | undefined;
    await theirs.db.transaction().execute(async (trx) => {
      await sql`alter table dondoc.${sql.id(table)} add column if not exists of_the_future text`.execute(trx);
      await migrate(trx);
      working = work();
      working.catch(() => undefined);
      await isWaiting();
    });
    if (working === undefined) throw new Error('Nothing was begun');
    return working;
  }

  async function isWaiting(): Promise<void> {
    for (;;) {
      const { rows } = await sql`select 1 from pg_locks where not granted`.execute(theirs.db);
      if (rows.length > 0) return;
      await pause(20);
    }
  }

  it('is waited for by a claim, which then gives nothing away', async () => {
    const { id } = await letterOn(mine.db);
    expect(await during('letter', () => claimAt(mine.db, id, DAY))).toBeUndefined();
    expect(await letterOn(mine.db)).toMatchObject({ status: 'planned', attempts: 0 });
  });

  it.each(['letter', 'deadline', 'event'])(
    'of the table “%s” is waited for by a planning, of which nothing stays',
    async (table) => {
      const letter = await letterOn(mine.db);
      await expect(during(table, () => applyAt(mine.db, CHANGED, '2019-10-01'))).rejects.toThrow(
        RecordIsNewer,
      );
      expect(await letterOn(mine.db)).toEqual(letter);
    },
  );
});
