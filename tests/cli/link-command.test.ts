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

const DOCUMENT = { kind: 'cong-bo-tthc', reference: '703/QĐ-UBND' };

function post(path: string, body: object, secret = SECRET): Promise<Response> {
  return fetch(`${url}/api/events${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

it('the API takes events for those whose secret is set, and the link’s document is known to it', async () => {
  const event = { ...DOCUMENT, date: '2019-06-14' };
  expect((await post('', event, 'x')).status).toBe(401);
  expect((await post('', event)).status).toBe(200);
});

it('an event written down by mistake is taken back at the command line, once', async () => {
  const cancel = ['event', 'cancel', DOCUMENT.kind, '--ref', DOCUMENT.reference, '--why', 'ghi nhầm số'];
  const { code, stdout } = await runDondoc([...cancel, '--by', 'Văn phòng'], env);
  expect(code).toBe(0);
  expect(stdout).toMatch(/rút \d+ thời hạn do sự kiện này đặt ra\. Lý do: ghi nhầm số/);
  const again = await runDondoc(cancel, env);
  const refusal = 'Không có văn bản 703/QĐ-UBND nào đang được ghi nhận';
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining(refusal) as string });
});

it('and through the API, once, with a reason', async () => {
  expect((await post('', { ...DOCUMENT, date: '2019-06-14' })).status).toBe(201);
  expect((await post('/cancel', DOCUMENT)).status).toBe(422);
  const cancelled = await post('/cancel', { ...DOCUMENT, why: 'ghi nhầm ngày' });
  expect([cancelled.status, await cancelled.text()]).toEqual([
    200,
    expect.stringContaining('Lý do: ghi nhầm ngày'),
  ]);
  expect((await post('/cancel', { ...DOCUMENT, why: 'ghi nhầm ngày' })).status).toBe(409);
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
