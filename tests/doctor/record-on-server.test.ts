import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/clock/clock.ts';
import { examine } from '../../src/doctor/examine.ts';
import { recordChecks } from '../../src/doctor/record-checks.ts';
import { seeRecord } from '../../src/doctor/record-sight.ts';
import { openRecord } from '../../src/record/open-record.ts';
import { parseSettings } from '../../src/settings/settings.ts';
import { serverMissing, startPostgres, type TestServer } from '../support/servers.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

async function run(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** What the doctor says of the record in this database. */
async function record(url: string, more: Record<string, string> = {}) {
  const settings = parseSettings({ DATABASE_URL: url, ...more });
  const checks = recordChecks(
    () => seeRecord(settings, systemClock, undefined),
    () => new Date(),
  );
  const [finding] = await examine(checks, []);
  return finding;
}

/** The address of a database of its own, as `role`; the superuser unless it is named. */
function place(database: string, role = 'postgres'): string {
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  url.username = role;
  return url.href;
}

describe.skipIf(serverMissing('postgres'))('a record on a Postgres server', () => {
  it('is to be begun when its account may', async () => {
    await run(server.url, 'create role dondoc login', 'create database owned owner dondoc');
    expect(await record(place('owned', 'dondoc'))).toMatchObject({
      state: 'warning',
      found: 'Chưa có sổ nào.',
    });
  });

  it('cannot be begun by an account that may not create, which is told with its remedy', async () => {
    await run(server.url, 'create role "don-doc" login', 'create database "của-tỉnh"');
    const url = place('của-tỉnh', 'don-doc');
    const finding = await record(url);
    expect(finding?.state).toBe('fault');
    expect(finding?.found).toContain('không có quyền tạo bảng');
    const [owner, grant] =
      /chạy: (alter .*?); hoặc: (grant .*?);/.exec(finding?.advice ?? '')?.slice(1) ?? [];
    expect(owner).toBe('alter database "của-tỉnh" owner to "don-doc"');
    await run(server.url, grant ?? '');
    expect((await record(url))?.state).toBe('warning');
    await run(url, 'create schema dondoc');
  });

  it('may be begun in a schema that was made for it, where the queue lies elsewhere', async () => {
    await run(server.url, 'create role guest login', 'create database shared');
    await run(place('shared'), 'create schema dondoc authorization guest');
    expect((await record(place('shared', 'guest'), { REDIS_URL: 'redis://127.0.0.1:1' }))?.state).toBe(
      'warning',
    );
    expect((await record(place('shared', 'guest')))?.state).toBe('fault');
  });

  it('is whole when every table has its key', async () => {
    await run(server.url, 'create database whole');
    await (await openRecord({ server: place('whole'), schema: 'dondoc' })).close();
    expect(await record(place('whole'))).toMatchObject({ state: 'ok' });
  });

  it('was restored in part when keys are missing, however many migrations it names', async () => {
    const url = place('whole');
    await run(url, 'alter table dondoc.notice drop constraint notice_pkey cascade');
    const finding = await record(url);
    expect(finding).toMatchObject({ state: 'fault' });
    expect(finding?.found).toContain('khôi phục một phần: 1 bảng không có khóa chính (notice)');
    expect(finding?.advice).toContain('drop database');
    await run(url, 'delete from dondoc.kysely_migration');
    expect((await record(url))?.found).toContain('khôi phục một phần');
    await run(url, 'drop table dondoc.kysely_migration');
    expect((await record(url))?.found).toContain('khôi phục một phần');
  });
});
