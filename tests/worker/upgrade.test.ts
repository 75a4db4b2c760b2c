import { mkdtemp, rm } from 'node:fs/promises';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openRecord, type OpenRecord } from '../../src/record/open-record.ts';
import { firstMatch, ROOT, runDondoc } from '../support/run-dondoc.ts';
import { eventsOf } from '../support/record.ts';
import { serverMissing, startPostgres, type TestServer } from '../support/servers.ts';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

/** A Monday on which many letters of the plan are due, inside the sending window. */
const MORNING = '2019-10-14T02:00:00Z';
/** How a first start names its admin. */
const ADMIN = /mật khẩu dùng một lần/;
const FUTURE = '9999-of-the-future';

let folder: string;
let sink: SmtpSink;
let server: TestServer;
const children: ChildProcess[] = [];

describe.skipIf(serverMissing('postgres'))('workers on a Postgres server', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dondoc-upgrade-'));
    sink = await startSmtpSink();
    server = await startPostgres();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    sink.hangUp();
    await sink.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('that are started together on an empty server make its tables once, and send each letter once', async () => {
    const both = await Promise.all([start(), start()]);
    const record = await open();
    const migrations = await record.db.selectFrom('kysely_migration').select('name').execute();
    expect(migrations.map(({ name }) => name)).toContain('0001-first-tables');
    await vi.waitFor(async () => expect(await waiting(record)).toEqual([]), 60_000);
    expect(sink.letters.length).toBeGreaterThan(5);
    expect(new Set(sink.letters.map(({ messageId }) => messageId)).size).toBe(sink.letters.length);
    // The slow work of a password comes last: both know by then who made the account.
    await Promise.race(both.map(({ child, said }) => firstMatch(child, said, ADMIN)));
    const accounts = await record.db.selectFrom('account').select('name').execute();
    expect(accounts).toHaveLength(1);
    for (const worker of both) expect(await worker.readyz()).toMatch(/^200 ready/);
    await record.close();
  });

  it('stop sending when a newer version has changed the record, end what is in hand, and leave the rest', async () => {
    let goOn: () => void = () => undefined;
    const until = new Promise<void>((resolve) => (goOn = resolve));
    const reached = new Promise<void>((resolve) => {
      sink.trouble = (stage) => {
        if (stage !== 'mail') return undefined;
        resolve();
        return { until };
      };
    });
    const old = await start();
    await reached;
    await firstMatch(old.child, old.said, ADMIN);
    const record = await open();
    // What the migrator of a newer version writes when it has changed the tables.
    await record.db
      .insertInto('kysely_migration')
      .values({ name: FUTURE, timestamp: '2030-01-01' })
      .execute();
    goOn();
    await firstMatch(old.child, old.said, /a newer version has changed the record/);
    await vi.waitFor(async () => expect(await inHand(record)).toEqual([]), 60_000);
    const left = await waiting(record);
    const sent = sink.letters.length;
    expect(sent).toBe(1);
    expect(left.length).toBeGreaterThan(5);
    expect(left.every(({ attempts }) => attempts === 0)).toBe(true);

    expect(await old.readyz()).toBe(
      `503 a newer version has changed the record (${FUTURE}): stop this process`,
    );
    const form = await fetch(`${old.url}/quan-ly/dang-nhap`, { method: 'POST' });
    expect(form.status).toBe(503);
    expect(form.headers.get('retry-after')).toBe('60');
    expect(await form.text()).toContain('Hệ thống đang được nâng cấp');
    const events = await eventsOf(record.db);

    const tooOld = await runDondoc(['apply'], env());
    expect(tooOld.code).toBe(78);
    expect(tooOld.stderr).toContain(FUTURE);
    expect(tooOld.stderr.trim().split('\n')).toHaveLength(1);
    expect(await eventsOf(record.db)).toEqual(events);
    expect(await waiting(record)).toEqual(left);
    expect(sink.letters).toHaveLength(sent);

    // A version that knows the migration takes the letters over, beside the old process.
    await record.db.deleteFrom('kysely_migration').where('name', '=', FUTURE).execute();
    const next = await start();
    await vi.waitFor(async () => expect(await waiting(record)).toEqual([]), 60_000);
    const ids = sink.letters.map(({ messageId }) => messageId);
    expect(ids.length).toBeGreaterThan(sent);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await next.readyz()).toMatch(/^200 ready/);
    old.child.kill('SIGTERM');
    expect(await once(old.child, 'exit')).toEqual([0, null]);
    await record.close();
  });
});

function env(): Record<string, string> {
  return {
    DATABASE_URL: server.url,
    SCHEDULES: join(ROOT, 'schedules'),
    TEMPLATES: join(ROOT, 'templates'),
    DATA_DIR: join(folder, 'data'),
    PORT: '0',
    LOG_LEVEL: 'warn',
    SMTP_URL: sink.url,
    SEND_CONCURRENCY: '1',
  };
}

async function start() {
  const script = join(import.meta.dirname, 'start-child.ts');
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script, MORNING], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, TZ: process.env.TZ, ...env() },
  });
  children.push(child);
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  const [, url = ''] = await firstMatch(child, said, /đang chạy: (http:\/\/127\.0\.0\.1:\d+)/);
  return {
    child,
    said,
    url,
    stdout: () => said.stdout,
    readyz: async () => {
      const response = await fetch(`${url}/readyz`);
      return `${response.status} ${await response.text()}`;
    },
  };
}

function open(): Promise<OpenRecord> {
  return openRecord({ server: server.url, schema: 'dondoc' });
}

/** The letters that are due by the morning and have not ended. */
async function waiting({ db }: OpenRecord): Promise<{ id: string; attempts: number }[]> {
  return db
    .selectFrom('letter')
    .where('status', 'in', ['planned', 'retrying', 'sending'])
    .where('slot', '<=', new Date(MORNING))
    .orderBy('id')
    .select(['id', 'attempts'])
    .execute();
}

async function inHand({ db }: OpenRecord): Promise<{ id: string }[]> {
  return db.selectFrom('letter').where('status', '=', 'sending').select('id').execute();
}
