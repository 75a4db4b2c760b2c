import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { startWorkerWeb } from '../../src/cli/worker-web.ts';
import { instantAt } from '../../src/calendar/dates.ts';
import { virtualClock } from '../../src/clock/clock.ts';
import { readEml } from '../../src/mail/read-eml.ts';
import { secretsOf } from '../../src/settings/secrets.ts';
import { parseSettings } from '../../src/settings/settings.ts';
import type { Web } from '../../src/web/server.ts';
import { createLog } from '../../src/worker/log.ts';
import { startWorker, type Worker } from '../../src/worker/worker.ts';
import { ROOT } from '../support/run-dondoc.ts';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const ADMIN = 'quan-tri@dondoc.example';
const SECRET = 'a-secret-of-the-metrics-reader';
const PING = '/ping/0f3c-4b1e-secret-path';

/** A worker on the embedded record lives a day, its tests in order; everything it logs is kept. */
let folder: string;
let sink: SmtpSink;
let outside: Server;
let pings: string[];
let worker: Worker;
let web: Web;
let log = '';
const clock = virtualClock(instantAt('2019-10-09', '07:30'));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-watcher-'));
  await cp(join(ROOT, 'schedules'), join(folder, 'schedules'), { recursive: true });
  await cp(join(ROOT, 'templates'), join(folder, 'templates'), { recursive: true });
  sink = await startSmtpSink({ login: true });
  sink.trouble = (stage, to) =>
    stage === 'data' && to.includes('sotuphap')
      ? { code: 550, words: `no ${to} here, token=abc.def` }
      : undefined;
  pings = [];
  outside = createServer((request, response) => {
    pings.push(request.url ?? '');
    response.end('OK');
  }).listen(0, '127.0.0.1');
  await once(outside, 'listening');
  const { port } = outside.address() as AddressInfo;
  const settings = parseSettings({
    ...{ DATA_DIR: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'debug', SMTP_URL: sink.url },
    ...{ SCHEDULES: join(folder, 'schedules'), TEMPLATES: join(folder, 'templates') },
    ...{ ADMIN_MAILBOX: ADMIN, HEARTBEAT_URL: `http://127.0.0.1:${port}${PING}` },
    API_TOKENS: `prometheus:${SECRET}:metrics`,
  });
  const out = createLog('debug', secretsOf(settings), { write: (line) => void (log += line) });
  worker = await startWorker(settings, clock, out);
  web = await startWorkerWeb(worker, settings, out, clock);
});
afterAll(async () => {
  await web.close();
  await worker.stop();
  await sink.close();
  outside.close();
  await rm(folder, { recursive: true, force: true });
});

const toAdmin = () => sink.letters.filter(({ to }) => to.includes(ADMIN));
const readyz = async () => (await fetch(`${web.url}/readyz`)).text();
const metrics = async () =>
  (await fetch(`${web.url}/metrics`, { headers: { authorization: `Bearer ${SECRET}` } })).text();

describe('a worker that is watched', () => {
  it('sends a heartbeat after a beat while all is well', async () => {
    await vi.waitFor(() => expect(pings).toEqual([PING]), 20_000);
    await worker.round();
    await vi.waitFor(() => expect(pings).toEqual([PING, PING]), 20_000);
    expect(await readyz()).toBe('ready');
  });

  it('tells the admins once, in a letter, of a day whose letters did not all arrive', async () => {
    // A refusal counts when the mail server, asked again a minute later, says the same.
    await vi.waitFor(
      async () => {
        clock.moveTo(new Date(clock.now().getTime() + 60_000));
        await worker.round();
        const text = await metrics();
        expect(text).toMatch(/dondoc_letters\{status="refused"\} [1-9]/);
        expect(text).not.toMatch(/dondoc_letters\{status="retrying"\} [1-9]/);
      },
      { timeout: 60_000, interval: 500 },
    );
    clock.moveTo(instantAt('2019-10-09', '17:20'));
    await worker.round();
    await vi.waitFor(() => expect(toAdmin()).toHaveLength(1), 30_000);
    const letter = await readEml(toAdmin()[0]?.raw ?? Buffer.alloc(0));
    expect(letter.subject).toContain('[Cảnh báo hệ thống] Ngày thứ Tư, 09/10/2019, kế hoạch kon-tum-2019');
    expect(letter.text).toContain('Sở Tư pháp');
    expect(letter.text).toContain('550');
    expect(letter.text).toContain('/quan-ly/thoi-han?id=kon-tum-2019%2FA04%2Fso-tu-phap');
    clock.moveTo(instantAt('2019-10-09', '17:25'));
    await worker.round();
    await worker.round();
    expect(toAdmin()).toHaveLength(1);
    expect(await readyz()).toContain('ready\nill: coverage:2019-10-09/kon-tum-2019');
  });

  it('goes on with its heartbeat: a refused mailbox is no fault of the system', async () => {
    const before = pings.length;
    await worker.round();
    await vi.waitFor(() => expect(pings.length).toBe(before + 1), 20_000);
  });

  it('keeps its heartbeat back while the mail server is away, and sends it again after', async () => {
    const before = pings.length;
    sink.trouble = (stage) => (stage === 'greeting' ? 421 : undefined);
    await worker.round();
    expect(await metrics()).toContain('dondoc_heartbeats_total{outcome="withheld"} 1');
    expect(pings).toHaveLength(before);
    sink.trouble = () => undefined;
    await worker.round();
    await vi.waitFor(() => expect(pings).toHaveLength(before + 1), 20_000);
  });

  it('tells everybody on its first page of a pause, and not who paused and why', async () => {
    await worker.upkeep.pauseSending({ by: 'chi-huy', why: 'bao-tri-may-chu' });
    const paused = await (await fetch(`${web.url}/`)).text();
    const english = await fetch(`${web.url}/`, { headers: { cookie: 'dondoc-ngon-ngu=en' } });
    await worker.upkeep.resumeSending({ by: 'chi-huy', why: 'xong' });
    expect(paused).toContain('đang tạm dừng từ 17:');
    expect(await english.text()).toContain('paused since 17:');
    expect(paused).not.toMatch(/chi-huy|bao-tri-may-chu/);
    expect(await (await fetch(`${web.url}/`)).text()).not.toContain('tạm dừng');
  });

  it('measures everything that the alert rules speak of', async () => {
    const text = await metrics();
    const { groups } = parse(await readFile(join(ROOT, 'deploy/alerts.yaml'), 'utf8')) as {
      groups: { rules: { expr: string; annotations: Record<string, string> }[] }[];
    };
    const rules = groups.flatMap((group) => group.rules);
    expect(rules.length).toBeGreaterThan(5);
    for (const { expr, annotations } of rules) {
      expect(Object.keys(annotations)).toEqual(['summary', 'description', 'deed']);
      const names = expr.match(/dondoc_\w+/g) ?? [];
      expect(names).not.toEqual([]);
      for (const name of names) expect(text).toContain(`# TYPE ${name.replace(/_bucket$/, '')} `);
    }
    expect(text).toContain('dondoc_letter_failures_total{kind="upcoming",outcome="refused",cause="server"}');
    expect(text).toMatch(/dondoc_coverage_items\{outcome="undelivered"\} [1-9]/);
    expect(text).toContain('dondoc_ills{kind="coverage"} 1');
  });

  it('logs nothing that names a person or lets one in', async () => {
    await fetch(`${web.url}/tra-loi/a-token-of-a-link?password=hunter2`);
    await fetch(`${web.url}/quan-ly`, { headers: { cookie: 'session=a-cookie-of-somebody' } });
    await fetch(`${web.url}/api/events`, { method: 'POST', headers: { authorization: `Bearer ${SECRET}` } });
    const lines = log
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.filter(({ msg }) => msg === 'sent').length).toBeGreaterThan(0);
    const refused = lines.filter(({ msg }) => msg === 'refused' || msg === 'retrying');
    expect(refused.length).toBeGreaterThan(0);
    const whole = '550 no …@sotuphap.kontum.example here, token=…';
    expect(refused.map(({ answer }) => answer)).toContain(whole);
    expect(lines.map(({ route }) => route)).toContain('/tra-loi/:token');
    expect(log).not.toMatch(/[\w.-]+@[\w.-]/);
    for (const secret of [SECRET, PING, ':password', 'a-token', 'a-cookie', 'hunter2', 'quan-tri'])
      expect(log).not.toContain(secret);
    for (const { raw } of sink.letters)
      for (const [, token] of raw.toString('latin1').matchAll(/tra-loi\/([\w-]{20,})/g))
        expect(log).not.toContain(token);
  });
});

describe('the log', () => {
  it('masks what a library says of addresses, mailboxes and tokens, and stays JSON', () => {
    let line = '';
    const out = createLog('info', ['s3cret"word'], { write: (text) => (line = text) });
    out.info(
      { error: 'connect postgres://user:pa55@db/x for a.b@sonoivu.example, Bearer abc.def, s3cret"word' },
      'see https://dondoc.example/tra-loi/ey.tok-en_x',
    );
    expect(JSON.parse(line)).toMatchObject({
      error: 'connect postgres://…@db/x for …@sonoivu.example, Bearer …, …',
      msg: 'see https://dondoc.example/tra-loi/…',
    });
  });
});
