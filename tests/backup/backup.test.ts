import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { pack, RECORD, unpack } from '../../src/backup/archive.ts';
import { backupCommand } from '../../src/cli/backup.ts';
import type { CliContext } from '../../src/cli/context.ts';
import { restoreCommand } from '../../src/cli/restore.ts';
import { startWorkerWeb } from '../../src/cli/worker-web.ts';
import { instantAt } from '../../src/calendar/dates.ts';
import { virtualClock } from '../../src/clock/clock.ts';
import { readEml } from '../../src/mail/read-eml.ts';
import type { Database } from '../../src/record/database.ts';
import { openRecord } from '../../src/record/open-record.ts';
import { parseSettings } from '../../src/settings/settings.ts';
import { createLog } from '../../src/worker/log.ts';
import { startWorker, type Worker } from '../../src/worker/worker.ts';
import { ROOT } from '../support/run-dondoc.ts';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 180_000 });

const DEADLINE = 'kon-tum-2019/A04/so-tu-phap/2019-10-14';
const TABLES = [
  ...(['deadline', 'notice', 'letter', 'event', 'happening', 'answer', 'link_key'] as const),
  ...(['feed', 'account', 'bounce', 'dead_mailbox'] as const),
] satisfies (keyof Database)[];

let folder: string;
let sink: SmtpSink;
const clock = virtualClock(instantAt('2019-10-10', '08:00'));
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-backup-'));
  sink = await startSmtpSink();
  for (const name of ['schedules', 'templates'])
    await cp(join(ROOT, name), join(folder, name), { recursive: true });
});
afterAll(async () => {
  await sink.close();
  await rm(folder, { recursive: true, force: true });
});

/** Settings over data, schedules and templates in this folder. */
function settingsIn(place: string) {
  return parseSettings({
    ...{ DATA_DIR: join(place, 'data'), PORT: '0', LOG_LEVEL: 'silent', SMTP_URL: sink.url },
    ...{ SCHEDULES: join(place, 'schedules'), TEMPLATES: join(place, 'templates') },
  });
}

async function command(make: typeof backupCommand, place: string, ...words: string[]): Promise<string> {
  const said: string[] = [];
  const context: CliContext = {
    clock,
    settings: () => settingsIn(place),
    colour: false,
    print: (line) => void said.push(line),
    complain: (line) => void said.push(line),
    inputLines: () => {
      throw new Error('Nothing is read here');
    },
  };
  await make(context).parseAsync(words, { from: 'user' });
  return said.join('\n');
}

async function start(place: string) {
  const settings = settingsIn(place);
  const log = createLog('silent', []);
  const worker = await startWorker(settings, clock, log);
  const web = await startWorkerWeb(worker, settings, log, clock);
  await worker.lock?.announce(`${web.url}/control`);
  return {
    worker,
    url: web.url,
    stop: async () => {
      await web.close();
      await worker.stop();
    },
  };
}

async function untilNothingIsDue(worker: Worker): Promise<void> {
  await vi.waitFor(
    async () => {
      const { nextLetter, letters } = await worker.status();
      expect(nextLetter === null || nextLetter > clock.now()).toBe(true);
      expect(letters.sending ?? 0).toBe(0);
    },
    { timeout: 300_000, interval: 500 },
  );
}

async function tablesIn(place: string) {
  const record = await openRecord({ folder: join(place, 'data') });
  const { db } = record;
  const rows: Record<string, unknown[]> = {};
  for (const table of TABLES) {
    const found: object[] = await db.selectFrom(table).selectAll().execute();
    // The worker's own rounds go on after the backup, and find or end ills.
    rows[table] = found
      .map((row) => JSON.stringify(row))
      .filter((row) => !row.includes('"what":"ill-'))
      .sort();
  }
  const sessions = await db.selectFrom('session').selectAll().execute();
  await record.close();
  return { rows, sessions };
}

it('made under a running worker and restored elsewhere is the same, paused, and sends nothing again', async () => {
  let first = await start(folder);
  await untilNothingIsDue(first.worker);
  await first.worker.ask({
    ...{ ask: 'answer', deadline: DEADLINE, by: 'Sở Tư pháp' },
    answer: { kind: 'received' },
  });
  await first.worker.ask({ ask: 'account-add', name: 'can.bo', role: 'viewer', by: 'quản trị' });
  // The queue's own timers know nothing of a clock moved by hand: a start gives what is due its job.
  await first.stop();
  clock.moveTo(instantAt('2019-10-11', '08:00'));
  first = await start(folder);
  await untilNothingIsDue(first.worker);
  const sent = sink.letters.length;
  expect(sent).toBeGreaterThan(5);

  const file = join(folder, 'sao-luu.zip');
  expect(await command(backupCommand, folder, relative(process.cwd(), file))).toContain(
    `Đã sao lưu vào ${file}:`,
  );
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await readdir(folder)).sort()).toEqual(['data', 'sao-luu.zip', 'schedules', 'templates']);
  await expect(command(backupCommand, folder, file)).rejects.toThrow(/đã có; thêm --force/);
  await first.stop();

  const second = join(folder, 'second');
  await mkdir(second);
  const told = await command(restoreCommand, second, file);
  expect(told).toContain('TẠM DỪNG');
  expect((await readdir(join(second, 'data'))).sort()).toEqual(['record']);
  for (const path of ['data', 'data/record'])
    expect((await stat(join(second, path))).mode & 0o777, path).toBe(0o700);
  for (const name of ['schedules/kon-tum-2019/plan.yaml', 'templates/upcoming/subject.txt'])
    expect(await readFile(join(second, name))).toEqual(await readFile(join(folder, name)));

  const [original, restored] = [await tablesIn(folder), await tablesIn(second)];
  const { event: events = [], ...others } = restored.rows;
  const { event: eventsBefore = [], ...othersBefore } = original.rows;
  expect(others).toEqual(othersBefore);
  const added = events.filter((event) => !eventsBefore.includes(event)).map((event) => String(event));
  expect(added).toHaveLength(2);
  expect(added.join()).toMatch(/record-restored.*sending-paused|sending-paused.*record-restored/);
  expect(events).toHaveLength(eventsBefore.length + 2);
  expect(restored.sessions).toEqual([]);

  // The next working day's letters are due, and none leaves until somebody has looked.
  clock.moveTo(instantAt('2019-10-14', '08:00'));
  const again = await start(second);
  await again.worker.beat();
  expect((await again.worker.upkeep.pause())?.why).toContain('khôi phục từ bản sao lưu');
  expect(sink.letters).toHaveLength(sent);
  const letter = await readEml(
    sink.letters.find(({ raw }) => raw.includes('sotuphap'))?.raw ?? Buffer.alloc(0),
  );
  const link = /http:\/\/127\.0\.0\.1:8019(\/\S+)/.exec(letter.text ?? '')?.[1] ?? '';
  expect((await fetch(`${again.url}${link}`)).status).toBe(200);
  await again.worker.upkeep.resumeSending({ by: 'quản trị', why: 'đã xem' });
  // A letter in hand is no longer due, and has not arrived yet.
  await vi.waitFor(() => expect(sink.letters.length).toBeGreaterThan(sent), {
    timeout: 120_000,
    interval: 200,
  });
  await untilNothingIsDue(again.worker);
  const ids = sink.letters.map(({ messageId }) => messageId);
  expect(ids.length).toBeGreaterThan(sent);
  expect(new Set(ids).size).toBe(ids.length);
  await again.stop();

  const data = join(second, 'data');
  await expect(command(restoreCommand, second, file)).rejects.toThrow(
    `${data} không trống (record); dời thư mục đó đi (mv ${data} ${data}.old) rồi khôi phục lại.`,
  );
});

it.each([
  [
    'a damaged archive',
    (whole: Uint8Array) => whole.map((byte, at) => (at === 400 ? byte ^ 1 : byte)),
    /bị hỏng/,
  ],
  ['half an archive', (whole: Uint8Array) => whole.subarray(0, whole.length / 2), /bị hỏng/],
  ['a text', () => Buffer.from('xin chào'), /không phải bản sao lưu/],
  [
    'an archive of a newer version',
    () => pack({ ...SAID, migrations: ['0001-first-tables', '9999-of-the-future'] }, CONTENT),
    /9999-of-the-future/,
  ],
  ['a record that is no dump', (whole: Uint8Array) => whole, /không mở được/],
  [
    'a record that is packed and no dump',
    () => pack(SAID, new Map([[RECORD, gzipSync('không phải cơ sở dữ liệu')]])),
    /không mở được/,
  ],
])('%s is refused, and leaves nothing', async (_what, spoil, words) => {
  const place = await mkdtemp(join(folder, 'refused-'));
  const file = join(place, 'sao-luu.zip');
  await writeFile(file, spoil(pack(SAID, CONTENT)));
  await expect(command(restoreCommand, place, file)).rejects.toThrow(words);
  expect(await readdir(place)).toEqual(['sao-luu.zip']);
});

it('is not restored over other schedules, unless they are to stay', async () => {
  const place = await mkdtemp(join(folder, 'others-'));
  const file = join(place, 'sao-luu.zip');
  await writeFile(file, pack(SAID, CONTENT));
  await mkdir(join(place, 'schedules/tinh'), { recursive: true });
  await writeFile(join(place, 'schedules/tinh/plan.yaml'), 'của tôi');
  await expect(command(restoreCommand, place, file)).rejects.toThrow(/tinh\/plan\.yaml.*--keep-files/);
  expect(await readFile(join(place, 'schedules/tinh/plan.yaml'), 'utf8')).toBe('của tôi');
  expect(existsSync(join(place, 'data'))).toBe(false);
  expect(unpack(await readFile(file)).manifest.version).toBe('0.1.0');
});

const SAID = { version: '0.1.0', at: '2019-10-14T02:00:00.000Z', migrations: ['0001-first-tables'] };
const CONTENT = new Map([
  ['schedules/tinh/plan.yaml', Buffer.from('một kế hoạch')],
  [RECORD, Buffer.from('không phải cơ sở dữ liệu'.repeat(40))],
]);
