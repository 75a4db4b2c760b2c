import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { localDate, localTime } from '../../src/calendar/dates.ts';
import type { SendQueue } from '../../src/queue/send-queue.ts';
import { readEml } from '../../src/mail/read-eml.ts';
import type { SentLetter } from '../../src/worker/send-letter.ts';
import { serverMissing, startPostgres, startRedis, type TestServer } from '../support/servers.ts';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts';
import { shippedInstructions } from '../worker/instructions.ts';
import {
  BUSY_WEEKS,
  filesIn,
  replayBusyWeeks,
  replayLines,
  temporaryFolder,
  type JsonLetter,
} from './replays.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const RANGE = ['--from', BUSY_WEEKS.from, '--to', BUSY_WEEKS.to];

let folder: { path: string; remove: () => Promise<void> };
let sink: SmtpSink;
/** What a replay on the embedded database sends when nothing goes wrong. */
let usual: JsonLetter[];

beforeAll(async () => {
  folder = await temporaryFolder();
  sink = await startSmtpSink();
  usual = (await replayLines([...RANGE, '--out', join(folder.path, 'usual')])).letters;
  expect(usual.length).toBeGreaterThan(60);
});
afterAll(async () => {
  await sink.close();
  await folder.remove();
});

/** Runs `work` against a quiet sink; the letters that arrived meanwhile. */
async function arriving(work: () => Promise<unknown>) {
  sink.letters.length = 0;
  await work();
  return [...sink.letters];
}

function idsOf(letters: { messageId: string }[]): string[] {
  return letters.map(({ messageId }) => messageId);
}

describe('replaying the same days', () => {
  it('gives the same letters to the byte, in the same order', async () => {
    const again = join(folder.path, 'again');
    const { letters } = await replayLines([...RANGE, '--out', again]);
    expect(letters).toEqual(usual);
    const [first, second] = [await filesIn(join(folder.path, 'usual')), await filesIn(again)];
    expect(second.map(({ name }) => name)).toEqual(first.map(({ name }) => name));
    expect(second.filter(({ raw }, index) => !raw.equals(first[index]?.raw ?? Buffer.alloc(0)))).toEqual([]);
  });

  it('sends the same letters when the queue is emptied again and again', async () => {
    let emptied = 0;
    const onDay = async (_day: string, queue: SendQueue) => {
      await queue.empty();
      emptied += 1;
    };
    const letters = await arriving(() => replayBusyWeeks(sink.url, { onDay }));
    expect(emptied).toBeGreaterThan(15);
    expect(idsOf(letters)).toEqual(idsOf(usual));
  });

  it('sends the same letters when the queue loses everything while letters wait in it', async () => {
    let queue: SendQueue | undefined;
    let lost = 0;
    const missed: string[] = [];
    sink.trouble = (stage) => {
      if (stage === 'stored' && sink.letters.length % 10 === 0 && queue !== undefined) {
        lost += 1;
        void pause(5)
          .then(() => queue?.empty())
          .catch(() => undefined);
      }
      return undefined;
    };
    const letters = await arriving(() =>
      replayBusyWeeks(sink.url, {
        onDay: (_day, known) => void (queue = known),
        // BullMQ misses the job that was in hand.
        onError: (error) => missed.push(error.message),
      }),
    );
    sink.trouble = () => undefined;
    expect(lost).toBeGreaterThan(4);
    expect(missed.filter((message) => !message.startsWith('Missing key for job'))).toEqual([]);
    expect(idsOf(letters)).toEqual(idsOf(usual));
  });
});

describe('a mail server that fails for a while', () => {
  it('gets every letter in the end, inside the window of a working day, and none twice', async () => {
    const { schedule } = await shippedInstructions();
    const tries = new Map<string, number>();
    // Every mailbox is greylisted: of five letters, two are taken at the first try, one at the fourth.
    sink.trouble = (stage, recipient) => {
      if (stage !== 'rcpt') return undefined;
      const count = (tries.get(recipient) ?? 0) + 1;
      tries.set(recipient, count);
      return count % 5 < 2 ? undefined : 451;
    };
    const letters = await arriving(() => replayBusyWeeks(sink.url));
    sink.trouble = () => undefined;
    expect([...tries.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(usual.length * 1.5);
    expect(idsOf(letters).sort()).toEqual(idsOf(usual).sort());
    for (const { raw } of letters) {
      const { date } = await readEml(raw);
      expect(date && schedule.calendar.isWorkingDay(localDate(date))).toBe(true);
      const time = date ? localTime(date) : '';
      expect(time >= '07:30' && time < '17:00').toBe(true);
    }
  });

  it('gets nothing stale after a day of silence: each letter says what is true on the day it leaves', async () => {
    let day = '';
    sink.trouble = (stage) => (stage === 'mail' && day === '2019-10-14' ? 421 : undefined);
    let sent: SentLetter[] = [];
    await arriving(async () => {
      sent = await replayBusyWeeks(sink.url, {
        from: '2019-10-09',
        to: '2019-10-16',
        onDay: (today) => {
          day = today;
        },
      });
    });
    sink.trouble = () => undefined;
    const justice = sent.filter(({ notices }) => notices.some((notice) => notice.includes('/A04/')));
    const told = justice.map(({ kind, at }) => [kind, localDate(at)]);
    expect(told.toSorted((a, b) => String([a[1], a[0]]).localeCompare(String([b[1], b[0]])))).toEqual([
      ['upcoming', '2019-10-09'],
      ['upcoming', '2019-10-09'],
      ['upcoming', '2019-10-11'],
      ['overdue', '2019-10-15'],
      ['overdue', '2019-10-15'],
      ['report', '2019-10-15'],
    ]);
  });
});

describe('on servers instead of the embedded database', () => {
  const servers: TestServer[] = [];
  afterAll(async () => {
    for (const server of servers) await server.stop();
  });
  const started = async (start: () => Promise<TestServer>) => {
    const server = await start();
    servers.push(server);
    return server.url;
  };
  const lettersWith = async (env: Record<string, string>) => (await replayLines(RANGE, env)).letters;

  it.skipIf(serverMissing('postgres'))('sends the same letters on a Postgres server', async () => {
    expect(await lettersWith({ DATABASE_URL: await started(startPostgres) })).toEqual(usual);
  });

  it.skipIf(serverMissing('redis-server'))('sends the same letters with its queue on Redis', async () => {
    expect(await lettersWith({ REDIS_URL: await started(startRedis) })).toEqual(usual);
  });

  it.skipIf(serverMissing('postgres') || serverMissing('redis-server'))(
    'sends the same letters on both, also when two replays share the servers',
    async () => {
      const env = { DATABASE_URL: await started(startPostgres), REDIS_URL: await started(startRedis) };
      const [first, second] = await Promise.all([lettersWith(env), lettersWith(env)]);
      expect(first).toEqual(usual);
      expect(second).toEqual(usual);
    },
  );
});
