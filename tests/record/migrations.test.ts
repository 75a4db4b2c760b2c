import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockOwner } from '../../src/record/folder-lock.ts';
import { RecordIsNewer } from '../../src/record/newer-record.ts';
import { openRecord, recordPlace, type RecordDb } from '../../src/record/open-record.ts';
import { applyAt, SLOW } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';
import { serverMissing, startPostgres, type TestServer } from '../support/servers.ts';

const SCHEDULE = scheduleOf({ duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')] });

async function countOf(db: RecordDb, table: 'letter' | 'deadline'): Promise<number> {
  return (await db.selectFrom(table).select('id').execute()).length;
}

async function migrationsOf(db: RecordDb): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from dondoc.kysely_migration`.execute(db);
  return rows.map(({ name }) => name);
}

const MIGRATIONS = 9;

describe('a record in a folder', { timeout: SLOW }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'dondoc-record-')), 'data');
  });
  afterAll(() => rm(join(folder, '..'), { recursive: true }));

  it('is made when the folder is not there, and found again with all it held', async () => {
    const first = await openRecord({ folder });
    await applyAt(first.db, SCHEDULE, '2019-10-01');
    const letters = await first.db.selectFrom('letter').orderBy('id').selectAll().execute();
    const migrations = await migrationsOf(first.db);
    expect(letters).toHaveLength(4);
    expect(migrations).toHaveLength(MIGRATIONS);
    for (const path of [folder, join(folder, 'record')]) expect((await stat(path)).mode & 0o777).toBe(0o700);
    expect(first).toMatchObject({ shared: false, lock: { token: expect.any(String) as string } });
    await first.close();

    const again = await openRecord({ folder });
    expect(await again.db.selectFrom('letter').orderBy('id').selectAll().execute()).toEqual(letters);
    expect(await migrationsOf(again.db)).toEqual(migrations);
    await again.close();
  });

  it('is refused and left free when a newer version has changed it', async () => {
    const newer = await openRecord({ folder });
    await sql`insert into dondoc.kysely_migration values ('9999-of-the-future', '2030-01-01')`.execute(
      newer.db,
    );
    await newer.close();
    const refused = await openRecord({ folder }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RecordIsNewer);
    expect(refused).toMatchObject({ migrations: ['9999-of-the-future'] });
    expect(await lockOwner(folder)).toBeUndefined();
  });
});

describe.skipIf(serverMissing('postgres'))('a record on a server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());
  const open = (schema: string) => openRecord({ server: server.url, schema });

  it('is made once by processes that start together, and shared by them', async () => {
    const records = await Promise.all(Array.from({ length: 5 }, () => open('dondoc')));
    const [first, second] = records;
    if (first === undefined || second === undefined) throw new Error('No record');
    expect(first).toMatchObject({ shared: true, lock: undefined });
    await applyAt(first.db, SCHEDULE, '2019-10-01');
    expect(await countOf(second.db, 'letter')).toBe(4);
    expect(await migrationsOf(first.db)).toHaveLength(MIGRATIONS);
    for (const record of records) await record.close();
  });

  it('lives in its own schema, and discarding one leaves the other', async () => {
    const [kept, replayed] = [await open('dondoc'), await open('replay')];
    expect(await countOf(replayed.db, 'letter')).toBe(0);
    await replayed.discard();
    expect(await countOf(kept.db, 'letter')).toBe(4);
    await expect(countOf(replayed.db, 'letter')).rejects.toThrow(/does not exist/);
    await kept.close();
    await replayed.close();
  });

  it('says why it could not be made, not that it is missing', async () => {
    const record = await open('dondoc');
    await sql`create role can_bo login`.execute(record.db);
    await record.close();
    const url = server.url.replace('//postgres@', '//can_bo@');
    await expect(openRecord({ server: url, schema: 'khac' })).rejects.toThrow(
      /^permission denied for database/,
    );
  });

  it('fails what was at work on a lost connection, not the process, and takes a new one', async () => {
    const [record, other] = [await open('dondoc'), await open('dondoc')];
    const dropOthers = () =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()`.execute(
        other.db,
      );
    const work = record.db.transaction().execute(async (trx) => {
      expect(await countOf(trx, 'letter')).toBe(4);
      await dropOthers();
      await countOf(trx, 'letter');
    });
    await expect(work).rejects.toThrow();
    await expect.poll(() => countOf(record.db, 'letter').catch(() => -1)).toBe(4);
    await other.close();
    await record.close();
  });
});

it('is kept in the data folder unless a server is named', () => {
  expect(recordPlace({ dataDir: './data' })).toEqual({ folder: './data' });
  expect(recordPlace({ dataDir: './data', databaseUrl: 'postgres://x' })).toEqual({
    server: 'postgres://x',
    schema: 'dondoc',
  });
});
