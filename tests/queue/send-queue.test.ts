import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { UnrecoverableError } from 'bullmq';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/clock/clock.ts';
import { openQueue, type QueueOptions, type SendQueue } from '../../src/queue/send-queue.ts';
import { openRecord } from '../../src/record/open-record.ts';
import { openTestRecord } from '../support/record.ts';
import { serverMissing, startPostgres, startRedis } from '../support/servers.ts';

vi.setConfig({ hookTimeout: 180_000 });

type Place = QueueOptions['place'];
interface OpenPlace {
  place: Place;
  close(): Promise<void>;
}

const HOUR = 3_600_000;

describe('on the embedded Postgres', () => queueTests(embedded));
describe.skipIf(serverMissing('postgres'))('on a Postgres server', () => queueTests(postgres));
describe.skipIf(serverMissing('redis-server'))('on Redis', () => queueTests(redis));

async function embedded(): Promise<OpenPlace> {
  const record = await openTestRecord();
  return { place: { pool: record.queuePool }, close: () => record.close() };
}

async function postgres(): Promise<OpenPlace> {
  const server = await startPostgres();
  const record = await openRecord({ server: server.url, schema: 'dondoc' });
  return {
    place: { pool: record.queuePool },
    close: async () => {
      await record.close();
      await server.stop();
    },
  };
}

async function redis(): Promise<OpenPlace> {
  const server = await startRedis();
  return { place: { redisUrl: server.url }, close: () => server.stop() };
}

function queueTests(openPlace: () => Promise<OpenPlace>): void {
  let place: OpenPlace;
  let name: string;
  let queue: SendQueue;
  let ran: string[];
  const open: SendQueue[] = [];
  const errors: Error[] = [];

  const openOne = async () => {
    const opened = await openQueue({
      place: place.place,
      name,
      clock: systemClock,
      onError: (error) => errors.push(error),
    });
    open.push(opened);
    return opened;
  };
  const inMilliseconds = (count: number) => new Date(systemClock.now().getTime() + count);
  const note = async (letter: string) => {
    ran.push(letter);
    return 'done' as const;
  };
  const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 25_000, interval: 20 });

  beforeAll(async () => {
    place = await openPlace();
  });
  afterAll(() => place.close());
  beforeEach(async () => {
    name = `test-${randomUUID()}`;
    ran = [];
    queue = await openOne();
  });
  afterEach(async () => {
    for (const opened of open.splice(0)) await opened.close();
    expect(errors.splice(0)).toEqual([]);
  });

  it('hands the letter’s own id to whoever sends it', async () => {
    await queue.work(note, 1);
    await queue.schedule([{ id: 'thu-0123456789abcdef01234567', at: systemClock.now() }]);
    await until(() => expect(ran).toEqual(['thu-0123456789abcdef01234567']));
  });

  it('runs a letter once that was scheduled twice, also by another process', async () => {
    const other = await openOne();
    const letters = [{ id: 'thu-a', at: systemClock.now() }];
    await queue.schedule(letters);
    await queue.schedule(letters);
    await other.schedule(letters);
    await other.schedule([{ id: 'thu-last', at: systemClock.now() }]);
    await queue.work(note, 1);
    await until(() => expect(ran).toContain('thu-last'));
    expect(ran.filter((letter) => letter === 'thu-a')).toHaveLength(1);
  });

  it('shares the letters between two processes, each letter once', async () => {
    const other = await openOne();
    const ids = Array.from({ length: 40 }, (_, index) => `thu-${index}`);
    await queue.work(note, 3);
    await other.work(note, 3);
    await queue.schedule(ids.map((id) => ({ id, at: systemClock.now() })));
    await until(() => expect(ran).toHaveLength(40));
    expect(new Set(ran)).toEqual(new Set(ids));
  });

  it('keeps a letter back until its instant', async () => {
    const at = inMilliseconds(900);
    let ranAt = 0;
    await queue.work(async () => {
      ranAt = systemClock.now().getTime();
      return 'done';
    }, 1);
    await queue.schedule([{ id: 'thu-a', at }]);
    await until(() => expect(ranAt).not.toBe(0));
    // The letter itself looks at the clock again: a timer may be a little early.
    expect(ranAt).toBeGreaterThan(at.getTime() - 100);
  });

  it('runs what has come due by a clock that jumped ahead, once it is scheduled again', async () => {
    const [first, second, later] = [inMilliseconds(HOUR), inMilliseconds(HOUR), inMilliseconds(5 * HOUR)];
    const letters = [
      { id: 'thu-a', at: first },
      { id: 'thu-b', at: second },
      { id: 'thu-later', at: later },
    ];
    await queue.work(note, 1);
    await queue.schedule(letters);
    await pause(300);
    try {
      vi.useFakeTimers({ toFake: ['Date'], now: inMilliseconds(2 * HOUR) });
      await queue.schedule(letters);
      await until(() => expect(ran.toSorted()).toEqual(['thu-a', 'thu-b']));
      expect((await queue.counts()).delayed).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('runs a letter again at the instant that it asked for', async () => {
    const tries: number[] = [];
    let again = new Date(0);
    await queue.work(async () => {
      tries.push(systemClock.now().getTime());
      if (tries.length > 1) return 'done';
      again = inMilliseconds(700);
      return { retryAt: again };
    }, 1);
    await queue.schedule([{ id: 'thu-a', at: systemClock.now() }]);
    await until(() => expect(tries).toHaveLength(2));
    expect(tries[1]).toBeGreaterThan(again.getTime() - 100);
    await until(async () => expect(sum(await queue.counts())).toBe(0));
  });

  it('runs a letter again whose sending threw, and tells of it', async () => {
    await queue.work(async (letter) => {
      ran.push(letter);
      if (ran.length === 1) throw new Error('the record is out of reach');
      return 'done';
    }, 1);
    await queue.schedule([{ id: 'thu-a', at: systemClock.now() }]);
    await until(() => expect(ran).toEqual(['thu-a', 'thu-a']));
    expect(errors.splice(0).map(({ message }) => message)).toEqual(['the record is out of reach']);
  });

  it('takes back a letter whose job BullMQ has given up', async () => {
    await queue.work(async (letter) => {
      ran.push(letter);
      if (ran.length === 1) throw new UnrecoverableError('no more tries');
      return 'done';
    }, 1);
    await queue.schedule([{ id: 'thu-a', at: systemClock.now() }]);
    await until(async () => expect((await queue.counts()).failed).toBe(1));
    await queue.schedule([{ id: 'thu-a', at: systemClock.now() }]);
    await until(() => expect(ran).toEqual(['thu-a', 'thu-a']));
    expect(errors.splice(0).map(({ message }) => message)).toEqual(['no more tries']);
  });

  it('is rebuilt by scheduling after it was emptied', async () => {
    await queue.schedule([
      { id: 'thu-a', at: inMilliseconds(HOUR) },
      { id: 'thu-b', at: systemClock.now() },
    ]);
    expect(sum(await queue.counts())).toBe(2);
    await queue.empty();
    expect(sum(await queue.counts())).toBe(0);
    await queue.work(note, 1);
    await queue.schedule([
      { id: 'thu-a', at: systemClock.now() },
      { id: 'thu-b', at: systemClock.now() },
    ]);
    await until(() => expect(ran.toSorted()).toEqual(['thu-a', 'thu-b']));
  });

  it('runs a waiting letter at once when it is hastened, and only that one', async () => {
    await queue.work(note, 1);
    await queue.schedule([
      { id: 'thu-a', at: inMilliseconds(HOUR) },
      { id: 'thu-b', at: inMilliseconds(HOUR) },
    ]);
    await queue.hasten('thu-unknown');
    await queue.hasten('thu-b');
    await until(() => expect(ran).toEqual(['thu-b']));
    expect((await queue.counts()).delayed).toBe(1);
  });

  it('lists every job once, by its state, those that run next in front, and tells of each what it knows', async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await queue.work(async (letter) => {
      if (letter === 'thu-lost') throw new UnrecoverableError('no more tries');
      if (letter === 'thu-again') return { retryAt: inMilliseconds(HOUR) };
      await held;
      return 'done';
    }, 1);
    await queue.schedule([{ id: 'thu-lost', at: systemClock.now() }]);
    await until(async () => expect(await queue.jobs()).toEqual([{ id: 'thu-lost', state: 'failed' }]));
    expect(await queue.facts(['thu-lost', 'thu-unknown'])).toMatchObject([
      { id: 'thu-lost', attempts: 1, lastError: 'no more tries' },
    ]);
    await queue.schedule([{ id: 'thu-again', at: systemClock.now() }]);
    await until(async () => expect((await queue.counts()).delayed).toBe(1));
    await queue.schedule([{ id: 'thu-held', at: systemClock.now() }]);
    await until(async () => expect((await queue.counts()).active).toBe(1));
    await queue.schedule([
      { id: 'thu-z', at: systemClock.now() },
      { id: 'thu-a', at: systemClock.now() },
      { id: 'thu-late', at: inMilliseconds(3 * HOUR) },
      { id: 'thu-soon', at: inMilliseconds(2 * HOUR) },
    ]);
    expect((await queue.jobs()).map(({ id, state }) => `${state} ${id}`)).toEqual([
      'active thu-held',
      'waiting thu-z',
      'waiting thu-a',
      'delayed thu-again',
      'delayed thu-soon',
      'delayed thu-late',
    ]);
    const [again] = await queue.facts(['thu-again']);
    expect(again).toMatchObject({ id: 'thu-again', attempts: 1, lastError: undefined });
    expect(again?.startedAt?.getTime()).toBeGreaterThan(systemClock.now().getTime() - 60_000);
    letGo();
    await until(async () => expect((await queue.counts()).active).toBe(0));
    expect(errors.splice(0).map(({ message }) => message)).toEqual(['no more tries']);
  });

  it('lets a waiting letter’s job run at another instant, and forgets a job that is not at work', async () => {
    await queue.schedule([
      { id: 'thu-a', at: inMilliseconds(3 * HOUR) },
      { id: 'thu-b', at: inMilliseconds(2 * HOUR) },
    ]);
    await queue.hasten('thu-a', inMilliseconds(HOUR));
    expect((await queue.jobs()).map(({ id }) => id)).toEqual(['thu-a', 'thu-b']);
    await queue.forget('thu-a');
    await queue.forget('thu-unknown');
    expect((await queue.jobs()).map(({ id }) => id)).toEqual(['thu-b']);
  });

  it('takes no letter any more once it rests, and still tells how it is', async () => {
    await queue.work(note, 1);
    await queue.schedule([{ id: 'thu-a', at: systemClock.now() }]);
    await until(() => expect(ran).toEqual(['thu-a']));
    await queue.rest();
    await queue.schedule([{ id: 'thu-b', at: systemClock.now() }]);
    await pause(300);
    expect(ran).toEqual(['thu-a']);
    expect(sum(await queue.counts())).toBe(1);
  });

  it('waits for the letter in hand when it closes, and takes no other', async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const told: string[] = [];
    await queue.work(async (letter) => {
      told.push(`began ${letter}`);
      await held;
      told.push(`ended ${letter}`);
      return 'done';
    }, 1);
    await queue.schedule([{ id: 'thu-a', at: systemClock.now() }]);
    await until(() => expect(told).toEqual(['began thu-a']));
    await queue.schedule([{ id: 'thu-b', at: systemClock.now() }]);
    const closed = queue.close().then(() => told.push('closed'));
    await pause(300);
    expect(told).toEqual(['began thu-a']);
    letGo();
    await closed;
    expect(told).toEqual(['began thu-a', 'ended thu-a', 'closed']);
  });
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
