import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { hiddenFields } from '../support/answer-site.ts';
import { runDondoc, startDondoc, type RunningDondoc } from '../support/run-dondoc.ts';

// Every test starts processes, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const SECRET = 'kX2vQmZ8rT5yW1aB7cD4eF6g';

let folder: string;
let env: Record<string, string>;
let running: RunningDondoc;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-link-'));
  env = { DATA_DIR: join(folder, 'data'), API_TOKENS: `một cửa:${SECRET}` };
  running = startDondoc(['start'], env);
  [url = ''] = await running.says(/http:\/\/127\.0\.0\.1:\d+/);
});
afterAll(async () => {
  running.kill('SIGTERM');
  await running.ended;
  await rm(folder, { recursive: true, force: true });
});

/** The page at an address that the command printed, on the port that was really opened. */
function onSite(address: string): string {
  return url + new URL(address).pathname;
}

it('an address from the command line opens at the running process, and what is sent there is planned at once', async () => {
  const { code, stdout } = await runDondoc(['link', 'event', 'cong-bo-tthc', '--json'], env);
  expect(code).toBe(0);
  const [{ url: address }] = JSON.parse(stdout) as [{ url: string }];
  const page = await (await fetch(onSite(address))).text();
  expect(page).toContain('Công bố thủ tục hành chính');

  const sent = await fetch(onSite(address), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: new URLSearchParams({
      ...hiddenFields(page, 'event'),
      document: '703/QĐ-UBND',
      on: '14/06/2019',
    }),
  });
  expect(sent.status).toBe(303);
  expect(await (await fetch(onSite(address))).text()).toContain('703/QĐ-UBND');
});

it('the API takes events for those whose secret is set, and the link’s document is known to it', async () => {
  const post = (secret: string) =>
    fetch(`${url}/api/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'cong-bo-tthc', date: '2019-06-14', reference: '703/QĐ-UBND' }),
    });
  expect((await post('x')).status).toBe(401);
  expect((await post(SECRET)).status).toBe(200);
});

it('keys are rotated and ended through the running process', async () => {
  const { stdout } = await runDondoc(['link', 'rotate', '--json'], env);
  const { key } = JSON.parse(stdout) as { key: string };
  const listed = await runDondoc(['link', 'keys'], env);
  expect(listed.stdout).toContain(`${key}  tạo lúc`);
  expect((await runDondoc(['link', 'end', key], env)).stdout).toContain(`Đã hủy khóa ${key}`);
  const again = await runDondoc(['link', 'end', key], env);
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining(key) as string });
});
