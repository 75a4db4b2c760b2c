import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Finding } from '../../src/doctor/verdict.ts';
import { openRecord } from '../../src/record/open-record.ts';
import { temporaryFolder } from '../replay/replays.ts';
import { startDns, type DnsServer } from '../support/dns-server.ts';
import { runDondoc, startDondoc } from '../support/run-dondoc.ts';
import { serverMissing, startPostgres, startRedis } from '../support/servers.ts';
import { startSmtpSink } from '../support/smtp-sink.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 180_000 });

const PASSWORD = 'bi-mat-khong-duoc-lo';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let dns: DnsServer;
beforeAll(async () => {
  folder = await temporaryFolder();
  dns = await startDns({});
});
afterAll(async () => {
  await dns.close();
  await folder.remove();
});

async function doctor(env: Record<string, string>, ...args: string[]) {
  const run = await runDondoc(['doctor', '--json', '--dns', dns.server, ...args], env);
  expect(run.stderr).toBe('');
  expect(run.stdout).not.toContain(PASSWORD);
  const { ok, findings } = JSON.parse(run.stdout) as { ok: boolean; findings: Finding[] };
  expect(ok).toBe(run.code === 0);
  const of = (id: string) => findings.find((finding) => finding.id === id);
  return { code: run.code, findings, of };
}

describe('the doctor', () => {
  it('makes nothing where nothing is, and finds no fault in what has not begun', async () => {
    const data = join(folder.path, 'none');
    const { code, findings, of } = await doctor({ DATA_DIR: data });
    expect({ code, faults: findings.filter(({ state }) => state === 'fault') }).toEqual({
      code: 0,
      faults: [],
    });
    expect(of('record')?.state).toBe('warning');
    expect(of('worker')?.state).toBe('warning');
    expect(of('smtp')?.state).toBe('not-tried');
    expect(await readdir(folder.path)).not.toContain('none');
  });

  it('tells every bad setting as a fault, and goes no further', async () => {
    const { code, of } = await doctor({ PORT: 'x', SMTP_URL: 'there' });
    expect(code).toBe(1);
    expect(of('settings')).toMatchObject({ state: 'fault' });
    expect(of('settings')?.found).toMatch(/SMTP_URL must.*PORT must|PORT must.*SMTP_URL must/);
  });

  it('speaks Vietnamese, with what to do under what was found', async () => {
    const { code, stdout } = await runDondoc(['doctor', '--dns', dns.server], {
      DATA_DIR: join(folder.path, 'none'),
      SCHEDULES: join(folder.path, 'nowhere'),
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^LỖI {7}Tệp kế hoạch: .+\n {10}→ Chạy dondoc check/m);
    expect(stdout).toMatch(/\d+ lỗi, \d+ lưu ý, \d+ đạt, \d+ chưa thử\.\n$/);
  });

  it('looks at an embedded record with nothing running and with a worker, and disturbs neither', async () => {
    const env = { DATA_DIR: join(folder.path, 'data') };
    await runDondoc(['apply'], env);
    const idle = await doctor(env);
    expect(idle.of('record')).toMatchObject({ state: 'ok' });
    expect(idle.of('letters')).toMatchObject({ state: 'ok' });
    expect(idle.of('database-clock')).toMatchObject({ state: 'ok' });
    const worker = startDondoc(['start'], env);
    await worker.says(/Đôn Đốc đang chạy: \S+/);
    const { code, of } = await doctor(env);
    expect(code).toBe(0);
    expect(of('record')?.found).toContain('Tiến trình đang chạy');
    for (const id of ['worker', 'beat', 'letters', 'pause', 'coverage'])
      expect(of(id), id).toMatchObject({ state: 'ok' });
    worker.kill('SIGTERM');
    expect(await worker.ended).toMatchObject({ code: 0 });
  });

  it('takes no step of a record that is older or newer than itself', async () => {
    const env = { DATA_DIR: join(folder.path, 'versions') };
    const record = await openRecord({ folder: env.DATA_DIR });
    const steps = record.db as never as {
      updateTable(table: string): {
        set(row: object): { where(...of: string[]): { execute(): Promise<unknown> } };
      };
    };
    await steps
      .updateTable('kysely_migration')
      .set({ name: '9999-later' })
      .where('name', '=', '0007-ills')
      .execute();
    await record.close();
    for (let look = 0; look < 2; look += 1) {
      const { code, of } = await doctor(env);
      expect(code).toBe(1);
      expect(of('record')).toMatchObject({ state: 'fault' });
      expect(of('record')?.found).toContain('9999-later');
      expect(of('letters')).toMatchObject({ state: 'not-tried' });
    }
  });

  it('names a file with secrets that everybody may read, and never what is in it', async () => {
    const file = join(folder.path, 'tokens');
    await writeFile(file, `may:${PASSWORD}-${PASSWORD}`);
    await chmod(file, 0o644);
    const env = { DATA_DIR: join(folder.path, 'none'), API_TOKENS_FILE: file };
    expect((await doctor(env)).of('secret-files')).toMatchObject({
      state: 'fault',
      advice: `Chạy: chmod o= ${file}`,
    });
    // As the guide has it: the owner is root, and the account reads through its group.
    await chmod(file, 0o640);
    expect((await doctor(env)).of('secret-files')).toMatchObject({ state: 'ok' });
  });

  it('finds the port taken by another program', async () => {
    const other = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { of } = await doctor({ DATA_DIR: join(folder.path, 'none'), PORT: String(port) });
    other.close();
    expect(of('port')).toMatchObject({ state: 'fault' });
  });

  it('signs in at the mail server and sends a letter only when it is told to', async () => {
    const sink = await startSmtpSink({ login: true });
    const env = {
      DATA_DIR: join(folder.path, 'none'),
      SMTP_URL: sink.url.replace('password', PASSWORD),
      MAIL_FROM: 'Đôn đốc <don-doc@kontum.dondoc.internal>',
    };
    const quiet = await doctor(env);
    expect(quiet.of('smtp')).toMatchObject({ state: 'ok' });
    // Nothing of the domain is in this DNS, which answers.
    expect(quiet.of('mx')).toMatchObject({ state: 'fault' });
    expect(sink.letters).toHaveLength(0);
    const loud = await doctor(env, '--send-to', 'quan-tri@kontum.dondoc.internal');
    expect(loud.of('test-letter')).toMatchObject({ state: 'ok' });
    expect(sink.letters.map(({ to }) => to)).toEqual([['quan-tri@kontum.dondoc.internal']]);
    sink.trouble = (stage) => (stage === 'auth' ? { code: 535, words: `no ${PASSWORD}` } : undefined);
    const refused = await doctor(env);
    expect(refused.of('smtp')).toMatchObject({ state: 'fault' });
    expect(refused.of('smtp')?.found).toContain('535');
    await sink.close();
  });

  it('opens the mailbox for returned mail and leaves it as it is', async () => {
    const maildir = join(folder.path, 'maildir');
    for (const part of ['new', 'cur', 'tmp']) await mkdir(join(maildir, part), { recursive: true });
    await writeFile(join(maildir, 'new', '1.host'), 'Subject: 1\n\n');
    const env = { DATA_DIR: join(folder.path, 'none'), BOUNCE_URL: `maildir:${maildir}` };
    expect((await doctor(env)).of('bounces')?.found).toContain('1 thư chưa đọc');
    expect(await readdir(join(maildir, 'new'))).toEqual(['1.host']);
    const lost = await doctor({ ...env, BOUNCE_URL: `maildir:${maildir}/khong-co` });
    expect(lost.of('bounces')).toMatchObject({ state: 'fault' });
  });

  it.skipIf(serverMissing('redis-server'))('tells a Redis that may throw jobs away', async () => {
    const [forgetful, keeping] = await Promise.all([startRedis(), startRedis({ keeps: true })]);
    const env = { DATA_DIR: join(folder.path, 'none') };
    expect((await doctor({ ...env, REDIS_URL: keeping.url })).of('redis')).toMatchObject({ state: 'ok' });
    expect((await doctor({ ...env, REDIS_URL: forgetful.url })).of('redis')).toMatchObject({
      state: 'warning',
    });
    await Promise.all([forgetful.stop(), keeping.stop()]);
    const away = await doctor({ ...env, REDIS_URL: keeping.url });
    expect(away.of('redis')).toMatchObject({ state: 'fault' });
    expect(away.of('redis')?.found).toContain('ECONNREFUSED');
  });

  it.skipIf(serverMissing('postgres'))(
    'makes no table in an empty Postgres, and tells one that is away',
    async () => {
      const server = await startPostgres();
      const env = { DATABASE_URL: server.url.replace('postgres@', `postgres:${PASSWORD}@`) };
      expect((await doctor(env)).of('record')?.found).toContain('Chưa có sổ');
      expect((await doctor(env)).of('record')?.found).toContain('Chưa có sổ');
      await (await openRecord({ server: server.url, schema: 'dondoc' })).close();
      expect((await doctor(env)).of('record')).toMatchObject({ state: 'ok' });
      await server.stop();
      expect((await doctor(env)).of('record')).toMatchObject({ state: 'fault' });
    },
  );
});
