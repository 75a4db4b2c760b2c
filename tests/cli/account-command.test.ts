import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { runDondoc, startDondoc, type RunningDondoc } from '../support/run-dondoc.ts';

// Every test starts processes, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const METRICS = 'kX2vQmZ8rT5yW1aB7cD4eF6g';

let folder: string;
let env: Record<string, string>;
let running: RunningDondoc;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-account-'));
  env = { DATA_DIR: join(folder, 'data'), API_TOKENS: `prometheus:${METRICS}:metrics` };
  running = startDondoc(['start'], env);
  [url = ''] = await running.says(/http:\/\/127\.0\.0\.1:\d+/);
});
afterAll(async () => {
  running.kill('SIGTERM');
  await running.ended;
  await rm(folder, { recursive: true, force: true });
});

async function signIn(name: string, password: string): Promise<number> {
  const response = await fetch(`${url}/quan-ly/dang-nhap`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: new URLSearchParams({ name, password }),
  });
  return response.status;
}

it('the first start prints an admin’s one-time password, with which it signs in', async () => {
  const [, password = ''] = await running.says(/tài khoản quantri, mật khẩu dùng một lần (\S+)/);
  expect(await signIn('quantri', password)).toBe(303);
});

it('an officer is made, listed, given a new password and closed, while the system runs', async () => {
  const add = await runDondoc(
    ['account', 'add', 'can.bo', '--role', 'officer', '--unit', 'kon-tum-2019/so-noi-vu', '--json'],
    env,
  );
  const { password } = JSON.parse(add.stdout) as { password: string };
  expect(await signIn('can.bo', password)).toBe(303);
  expect((await runDondoc(['account', 'list'], env)).stdout).toContain(
    'can.bo  officer của kon-tum-2019/so-noi-vu',
  );

  const reset = await runDondoc(['account', 'password', 'can.bo', '--json'], env);
  const fresh = JSON.parse(reset.stdout) as { password: string };
  expect(await signIn('can.bo', password)).toBe(422);
  expect(await signIn('can.bo', fresh.password)).toBe(303);

  expect((await runDondoc(['account', 'end', 'can.bo'], env)).code).toBe(0);
  expect(await signIn('can.bo', fresh.password)).toBe(422);
});

it.each([
  [['account', 'add', 'can.bo', '--role', 'officer', '--unit', 'so-noi'], 'có phải ý bạn là'],
  [['account', 'add', 'can.bo', '--role', 'officer'], 'phải thuộc một cơ quan'],
  [['account', 'add', 'Cán Bộ', '--role', 'viewer'], 'chữ thường không dấu'],
  [['account', 'add', 'can.bo', '--role', 'boss'], 'viewer'],
  [['account', 'password', 'ai.do'], 'Không có tài khoản “ai.do” đang dùng.'],
])('%j is refused with the reason', async (args, reason) => {
  const { code, stderr } = await runDondoc(args, env);
  expect(code).toBe(1);
  expect(stderr).toContain(reason);
});

it('Prometheus reads how the running system stands', async () => {
  const response = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${METRICS}` } });
  expect(response.headers.get('content-type')).toContain('text/plain');
  const text = await response.text();
  expect(text).toMatch(/^dondoc_deadlines\{status="open"\} \d+$/m);
  expect(text).toMatch(/^dondoc_last_beat_seconds \d/m);
  expect(text).toMatch(/^process_cpu_seconds_total/m);
});
