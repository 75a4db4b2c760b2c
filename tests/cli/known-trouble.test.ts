import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { knownTrouble } from '../../src/cli/known-trouble.ts';
import { RedisAway } from '../../src/queue/redis-away.ts';
import { openRecord } from '../../src/record/open-record.ts';
import { temporaryFolder } from '../replay/replays.ts';
import { runDondoc } from '../support/run-dondoc.ts';
import { serverMissing, startPostgres, type TestServer } from '../support/servers.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const PASSWORD = 'bi-mat-khong-duoc-lo';
const EMBEDDED = { dataDir: '/srv/dondoc' };
const SERVER = { ...EMBEDDED, databaseUrl: `postgres://dondoc:${PASSWORD}@db.tinh.example:5433/dondoc` };

/** An error as Node or a library throws it. */
function failure(words: string, facts: object = {}): Error {
  return Object.assign(new Error(words), facts);
}

const refused = failure('connect ECONNREFUSED ::1:5433', { code: 'ECONNREFUSED', syscall: 'connect' });
const silent = failure('', { code: 'ETIMEDOUT', syscall: 'connect' });

describe('what is the matter, in one line with its remedy', () => {
  it.each([
    ['a wrong password', failure('password authentication failed for user "dondoc"', { code: '28P01' })],
    ['an account that is not there', failure('role "dondoc" does not exist', { code: '28000' })],
    [
      'a password that is missing',
      failure('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string'),
    ],
  ])('of %s at Postgres', (_what, error) => {
    const line = knownTrouble(error, SERVER);
    expect(line).toContain('Máy chủ Postgres tại db.tinh.example:5433 không cho đăng nhập');
    expect(line).toContain(error.message);
    expect(line).toMatch(/Chạy “dondoc doctor”[^\n]*$/);
    expect(line).not.toContain(PASSWORD);
  });

  it.each([
    ['nobody listens', refused],
    ['nobody listens at any of its addresses', new AggregateError([silent, refused], '')],
    ['the name is not known', failure('', { code: 'ENOTFOUND', syscall: 'getaddrinfo' })],
    ['the pool waits in vain', failure('timeout exceeded when trying to connect')],
    ['it is hidden as a cause', new Error('The record could not be migrated', { cause: refused })],
  ])('of Postgres when %s', (_what, error) => {
    expect(knownTrouble(error, SERVER)).toContain(
      'Không kết nối được máy chủ Postgres tại db.tinh.example:5433',
    );
    expect(knownTrouble(error, EMBEDDED)).toBeUndefined();
  });

  it.each([
    ['3D000', 'database "dondoc" does not exist', 'Đề nghị tạo cơ sở dữ liệu'],
    ['42501', 'permission denied for database dondoc', 'chưa đủ quyền'],
    ['53100', 'could not extend file', 'Ổ đĩa của máy chủ Postgres tại db.tinh.example:5433 đã đầy'],
    ['57P03', 'the database system is starting up', 'thử lại sau giây lát'],
  ])('of Postgres saying %s', (code, words, told) => {
    const line = knownTrouble(failure(words, { code }), SERVER);
    expect(line).toContain(told);
    expect(line).toContain(words);
  });

  it('of a Postgres that is reached through a socket’s folder', () => {
    const away = failure('', { code: 'ENOENT', syscall: 'connect' });
    const databaseUrl = 'postgres:///dondoc?host=/run/postgresql';
    expect(knownTrouble(away, { ...EMBEDDED, databaseUrl })).toContain('Postgres tại /run/postgresql (');
  });

  it('of Redis', () => {
    const away = new RedisAway(`redis://:${PASSWORD}@q.tinh.example:6380`, refused);
    const line = knownTrouble(away, SERVER);
    expect(line).toMatch(/^Không kết nối được Redis tại q\.tinh\.example:6380 \(connect ECONNREFUSED/);
    expect(line).not.toContain(PASSWORD);
  });

  it.each([
    ['told by the embedded record, in a number', { name: 'ErrnoError', errno: 51 }],
    ['told by the embedded record, in words', failure('could not extend file', { code: '53100' })],
    ['told by Node', failure('ENOSPC: no space left on device, write', { code: 'ENOSPC', syscall: 'write' })],
  ])('of a full disk, %s', (_what, error) => {
    expect(knownTrouble(error, EMBEDDED)).toMatch(/^Ổ đĩa chứa thư mục dữ liệu \/srv\/dondoc đã đầy/);
  });

  it('of a folder that is closed, by the name that people gave it', () => {
    const closed = (path: string) => failure('', { code: 'EACCES', syscall: 'open', path });
    expect(knownTrouble(closed('/srv/dondoc/dondoc.lock-1'), EMBEDDED)).toContain(
      'thư mục dữ liệu /srv/dondoc (EACCES)',
    );
    expect(knownTrouble(closed('/srv/dondoc2/thu'), EMBEDDED)).toContain(' /srv/dondoc2/thu (EACCES)');
    expect(knownTrouble({ name: 'ErrnoError', errno: 69 }, EMBEDDED)).toContain('(EROFS)');
  });
});

it.each([
  ['a fault of the program', new TypeError('x is not a function')],
  ['another statement of Postgres', failure('syntax error', { code: '42601' })],
  ['a process of ours that does not answer', new TypeError('fetch failed', { cause: refused })],
  ['what is no error', 'thrown'],
])('leaves %s as it is', (_what, error) => {
  expect(knownTrouble(error, SERVER)).toBeUndefined();
});

it('knows no places before the settings have been read', () => {
  expect(knownTrouble(refused, undefined)).toBeUndefined();
});

/** What `dondoc ARGS` says to its end, which is one line without secrets. */
async function lineOf(args: string[], env: Record<string, string>): Promise<string> {
  const { code, stdout, stderr } = await runDondoc(args, env);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^[^\n]+ Chạy “dondoc doctor” để kiểm tra từng mục\.\n$/);
  expect(stderr).not.toContain(PASSWORD);
  return stderr;
}

describe('the command line', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    folder = await temporaryFolder();
  });
  afterAll(() => folder.remove());

  it('ends with such a line when Redis does not answer', async () => {
    const env = { DATA_DIR: folder.path, REDIS_URL: `redis://:${PASSWORD}@127.0.0.1:1` };
    expect(await lineOf(['start'], env)).toContain('Redis tại 127.0.0.1:1 (connect ECONNREFUSED');
  });

  it('ends with such a line when Postgres does not answer', async () => {
    const env = { DATABASE_URL: `postgres://dondoc:${PASSWORD}@127.0.0.1:1/dondoc` };
    for (const command of ['start', 'status'])
      expect(await lineOf([command], env)).toContain('Postgres tại 127.0.0.1:1 (ECONNREFUSED)');
  });

  // Not even root may write there.
  it.skipIf(!existsSync('/sys/kernel'))(
    'ends with such a line when it may not write its folder',
    async () => {
      expect(await lineOf(['start'], { DATA_DIR: '/sys' })).toMatch(/thư mục dữ liệu \/sys \(E[A-Z]+\)/);
    },
  );
});

describe.skipIf(serverMissing('postgres'))('the command line at a Postgres server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgres();
    const record = await openRecord({ server: server.url, schema: 'other' });
    await sql`create role dondoc login`.execute(record.db);
    await record.close();
  });
  afterAll(() => server.stop());

  it.each([
    ['has no such account', 'la', 'postgres', 'role "la" does not exist'],
    ['has no such database', 'dondoc', 'khong', 'database "khong" does not exist'],
    ['gives the account no right', 'dondoc', 'postgres', 'permission denied for database postgres'],
  ])('ends with such a line when it %s', async (_what, account, database, words) => {
    const url = new URL(server.url);
    const address = `postgres://${account}:${PASSWORD}@${url.host}/${database}`;
    const line = await lineOf(['status'], { DATABASE_URL: address });
    expect(line).toContain(url.host);
    expect(line).toContain(words);
  });
});
