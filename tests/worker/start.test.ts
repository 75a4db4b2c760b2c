import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '../support/answer-site.ts';
import { ROOT, runDondoc, startDondoc, type RunningDondoc } from '../support/run-dondoc.ts';

// Every test starts processes, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
let env: { DATA_DIR: string; SCHEDULES: string; PORT: string; PUBLIC_URL: string };
let running: RunningDondoc;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-start-'));
  env = {
    DATA_DIR: join(folder, 'data'),
    SCHEDULES: join(folder, 'schedules'),
    PORT: String(await freePort()),
    PUBLIC_URL: 'https://dondoc.kontum.example',
  };
  await cp(join(ROOT, 'schedules'), env.SCHEDULES, { recursive: true });
  running = startDondoc(['start'], env);
  [url = ''] = await running.says(/http:\/\/127\.0\.0\.1:\d+/);
});
afterAll(async () => {
  running.kill('SIGKILL');
  await running.ended;
  await rm(folder, { recursive: true, force: true });
});

function lockFile(): string {
  return join(env.DATA_DIR, 'dondoc.lock');
}

async function control(path: string, method: 'GET' | 'POST'): Promise<Record<string, unknown>> {
  const { token, control: address } = JSON.parse(await readFile(lockFile(), 'utf8')) as Record<
    string,
    string
  >;
  const response = await fetch(`${address}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}

describe('dondoc start on an empty folder', () => {
  it('shows its pages, and the built-in mailbox while no mail server is set', async () => {
    const page = async (path: string) => {
      const response = await fetch(`${url}${path}`);
      return { status: response.status, text: await response.text() };
    };
    expect((await page('/healthz')).text).toBe('ok');
    expect(await page('/')).toMatchObject({
      status: 200,
      text: expect.stringContaining('Thời hạn') as string,
    });
    expect((await page('/mailbox')).status).toBe(200);
    expect(running.stdout()).toContain(`${url}/mailbox`);
  });

  it('answers `dondoc status` in another process while it holds the record', async () => {
    const { code, stdout } = await runDondoc(['status', '--json'], env);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ running: true, problems: [] });
    expect((JSON.parse(stdout) as { lastBeat: string }).lastBeat).toMatch(/^\d{4}-/);
  });

  it('answers `dondoc apply`, which finds nothing to change', async () => {
    const { code, stdout } = await runDondoc(['apply', '--json'], env);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ deadlinesAdded: 0, deadlinesMoved: 0, lettersDropped: 0 });
  });

  it('tells the console’s address as people reach it', async () => {
    const [, address] = await running.says(/Quản lý: (\S+)/);
    expect(address).toBe('https://dondoc.kontum.example/quan-ly');
  });

  it('answers nobody who does not know the token', async () => {
    expect((await fetch(`${url}/control/status`)).status).toBe(401);
    const wrong = { authorization: 'Bearer wrong' };
    expect((await fetch(`${url}/control/beat`, { method: 'POST', headers: wrong })).status).toBe(401);
  });

  it.each([
    ['a port of its own', { PORT: '0' }],
    ['the same port', {}],
  ])('lets no second one start on its folder with %s', async (_what, other) => {
    const { code, stdout, stderr } = await runDondoc(['start'], { ...env, ...other });
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(`process ${running.pid}`);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('gives up when its port is taken, names the port, and leaves its folder free', async () => {
    const second = { ...env, DATA_DIR: join(folder, 'second'), PORT: new URL(url).port };
    const { code, stderr } = await runDondoc(['start'], second);
    expect(code).toBe(1);
    expect(stderr).toContain(`127.0.0.1:${second.PORT}`);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(second.DATA_DIR, 'dondoc.lock'))).toBe(false);
  });

  it('keeps the last valid files when they break, says so, and takes the mended ones', async () => {
    const plan = join(env.SCHEDULES, 'kon-tum-2019/plan.yaml');
    const whole = await readFile(plan, 'utf8');
    await writeFile(plan, whole.replace('trước ngày 15/10/2019', 'khi nào xong thì báo'));
    expect(await control('/beat', 'POST')).toMatchObject({ deadlinesAdded: 0, deadlinesWithdrawn: 0 });
    const { problems } = await control('/status', 'GET');
    expect(problems).toEqual([expect.stringMatching(/plan\.yaml:\d+:\d+/)]);
    const { stdout } = await runDondoc(['status'], env);
    expect(stdout).toContain('Tệp có lỗi, đang dùng bản hợp lệ trước đó');
    expect(stdout).toContain((problems as string[])[0]);

    const refused = await runDondoc(['apply'], env);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain((problems as string[])[0]);

    await writeFile(plan, whole);
    await control('/beat', 'POST');
    expect(await control('/status', 'GET')).toMatchObject({ problems: [] });
  });

  it('stops when it is told to, with exit code 0 and its folder free', async () => {
    expect(existsSync(lockFile())).toBe(true);
    running.kill('SIGTERM');
    const { code, stderr } = await running.ended;
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(existsSync(lockFile())).toBe(false);
    const status = await runDondoc(['status', '--json'], env);
    expect(JSON.parse(status.stdout)).toMatchObject({ running: false });
  });
});

describe('dondoc start on files that cannot be used', () => {
  it('says the same lines as `dondoc check`, and does not start', async () => {
    const bad = { DATA_DIR: join(folder, 'other'), SCHEDULES: join(folder, 'bad') };
    await cp(join(ROOT, 'schedules'), bad.SCHEDULES, { recursive: true });
    const plan = join(bad.SCHEDULES, 'kon-tum-2019/plan.yaml');
    const text = await readFile(plan, 'utf8');
    await writeFile(
      plan,
      text.replace('lead: so-tu-phap', 'lead: so-tu-phop').replace('followUp: so-noi-vu', ''),
    );
    const check = await runDondoc(['check'], bad);
    const start = await runDondoc(['start'], bad);
    expect(check.code).toBe(1);
    expect(check.stdout.trim().split('\n').length).toBeGreaterThan(1);
    expect(start).toMatchObject({ code: 1, stdout: check.stdout, stderr: '' });
    expect(existsSync(bad.DATA_DIR)).toBe(false);
  });
});
