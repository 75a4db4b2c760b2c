import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSession } from '../src/account/sessions.ts';
import { createLinks } from '../src/answer/links.ts';
import { instantAt } from '../src/calendar/dates.ts';
import { consoleApp } from '../src/console/console.ts';
import { createMailer } from '../src/mail/send-mail.ts';
import { openQueue } from '../src/queue/send-queue.ts';
import { linkKeys } from '../src/record/link-keys.ts';
import { openRecord, type RecordPlace } from '../src/record/open-record.ts';
import { parseSettings } from '../src/settings/settings.ts';
import { startWeb } from '../src/web/server.ts';
import { openDesks } from '../src/worker/desks.ts';
import { validInstructions } from '../src/worker/instructions.ts';
import { freePort } from '../tests/support/answer-site.ts';
import { Browser } from '../tests/support/console-site.ts';
import { fillRecord, largeSchedule } from '../tests/support/many-deadlines.ts';
import { empty } from '../tests/support/record.ts';
import { startSmtpSink } from '../tests/support/smtp-sink.ts';
import { writeLargeFolder } from './large-folder.ts';

/**
 * `npm run bench:pages [-- postgres://…]`: how long the server takes for every page with 5,000 deadlines, at 5,000 and at 50,000 letters,
 * in an embedded record or in a schema of its own on a Postgres server. The pages must not slow down with the letters.
 */
const SIZES = [5_000, 50_000];
const ROUNDS = 20;
const UNDELIVERED = 200;
const NOW = instantAt('2019-10-07', '09:30');
const CONSOLE_PATHS = [
  ...['', '?trang-thai=qua-han', '?don-vi=co-quan-7', '?tim=nhiem+vu+n7', '/thang'],
  ...['/thoi-han?id=KH/N7/co-quan-7/2019-03-13', '/thu?id=thu-7', '/su-kien'],
  ...['/cau-hinh', '/cau-hinh/90-ngay', '/cau-hinh/nhiem-vu?ke-hoach=KH&id=N7'],
  ...['/cau-hinh/don-vi?thu-muc=tinh-thu&id=co-quan-7', '/cau-hinh/tep?tep=tinh-thu/plan.yaml'],
  ...['/cau-hinh/mau?mau=upcoming/opening.txt'],
  ...['/hang-doi', '/hang-doi/khong-gui-duoc', '/hang-doi/thu-7', '/he-thong'],
];

/** What a request costs, in milliseconds. */
interface Cost {
  waited: number;
  worked: number;
}
const NOTHING: Cost = { waited: 0, worked: 0 };

const [server] = process.argv.slice(2);
const place: RecordPlace = server === undefined ? { memory: true } : { server, schema: 'dondoc_bench' };
const folder = await mkdtemp(join(tmpdir(), 'dondoc-bench-'));
const schedule = largeSchedule();
await writeLargeFolder(folder, schedule);
const record = await openRecord(place);
const sink = await startSmtpSink();
const mailer = createMailer(sink.url);
const queue = await openQueue({
  ...{ place: { pool: record.queuePool }, name: 'bench', clock: { now: () => NOW } },
  onError: (error) => console.error(error),
});
const port = await freePort();
const publicUrl = `http://127.0.0.1:${port}`;
const settings = parseSettings({ SCHEDULES: folder });
const instructions = { current: await validInstructions(folder, settings.templates), problems: [] };
const desks = openDesks({
  ...{ db: record.db, queue, mailer, settings, instructions },
  ...{ now: () => NOW, plan: async () => undefined, lastBeat: () => NOW, bounces: () => undefined },
});
const medians = new Map<string, Cost[]>();
const web = await startWeb({
  ...{ host: '127.0.0.1', port, status: async () => ({}), log: (error) => console.error(error) },
  answers: { desk: desks.answers, publicUrl, trustProxy: false, apiTokens: [], board: desks.board },
  console: consoleApp({ ...desks, publicUrl, trustProxy: false }),
});
try {
  for (const letters of SIZES) {
    await empty(record.db);
    await fillRecord(record.db, schedule, letters);
    await refuseSome();
    const browser = await signedIn();
    // A connection kept open since the last size may be closing at this moment.
    await browser.get(web.url).catch(() => undefined);
    const paths = [...CONSOLE_PATHS.map((path) => `/quan-ly${path}`), ...(await linkPaths())];
    const english = new Browser(`${browser.token}; dondoc-ngon-ngu=en`);
    for (const path of paths) {
      await measure(path, browser, path);
      await measure(path, english, `${path} in English`);
    }
  }
  report();
} finally {
  await web.close();
  await queue.close();
  mailer.close();
  await sink.close();
  await record.discard();
  await record.close();
  await rm(folder, { recursive: true });
}

async function measure(path: string, browser: Browser, name: string): Promise<void> {
  const median = await medianOf(path, () => browser.get(web.url + path));
  const known = name.replace(/[\w-]+\.[\w-]+\.[\w-]+/, '…');
  medians.set(known, [...(medians.get(known) ?? []), median]);
}

async function refuseSome(): Promise<void> {
  const ids = Array.from({ length: UNDELIVERED }, (_, at) => `thu-${at * 20 + 1}`);
  await record.db.updateTable('letter').set({ status: 'refused' }).where('id', 'in', ids).execute();
}

async function signedIn(): Promise<Browser> {
  const account = { name: 'bench', role: 'admin', folder: null, unit: null } as const;
  await record.db
    .insertInto('account')
    .values({ ...account, password: 'none', one_time: false, made_at: NOW })
    .execute();
  return new Browser(await openSession(record.db, NOW, account.name));
}

/** What a unit opens by its links: one deadline, all it leads, and its calendar. */
async function linkPaths(): Promise<string[]> {
  const [key] = await linkKeys(record.db, NOW, 'bench');
  const links = createLinks('', key);
  const unit = { folder: 'tinh-thu', unit: 'co-quan-7' };
  const nominal = '2019-03-13' as const;
  return [
    links.answer(
      {
        deadline: `KH/N7/${unit.unit}/${nominal}`,
        unit: unit.unit,
        mailbox: 'vanthu@co-quan-7.example',
        nominal,
      },
      '2019-10-07',
    ),
    links.unit(unit, '2019-10-07'),
    links.calendar({ ...unit, generation: 0 }),
  ];
}

async function medianOf(path: string, ask: () => Promise<{ status: number }>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let round = 0; round < ROUNDS + 3; round += 1) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    const { status } = await ask();
    const { user, system } = process.cpuUsage(before);
    // The first ones warm up.
    if (round >= 3) costs.push({ waited: performance.now() - start, worked: (user + system) / 1000 });
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  }
  return {
    waited: middle(costs.map(({ waited }) => waited)),
    worked: middle(costs.map(({ worked }) => worked)),
  };
}

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function report(): void {
  console.log(
    `5,000 deadlines; medians of ${ROUNDS} requests one after the other, in milliseconds: as waited for,`,
  );
  console.log(
    'and in brackets of processor time of this process (server and client), which a busy machine changes less',
  );
  console.log('page | 5,000 letters | 50,000 letters | ratio');
  for (const [path, [few = NOTHING, many = NOTHING]] of medians)
    console.log(
      `${path} | ${words(few)} | ${words(many)} | ${(many.waited / few.waited).toFixed(2)} (${(many.worked / few.worked).toFixed(2)})`,
    );
}

function words({ waited, worked }: Cost): string {
  return `${waited.toFixed(1)} (${worked.toFixed(1)})`;
}
