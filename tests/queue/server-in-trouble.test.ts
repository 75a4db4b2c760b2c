import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openProxy } from '../../bench/faults/cut-proxy.ts';
import { systemClock } from '../../src/clock/clock.ts';
import { openQueue, type QueueOptions, type SendQueue } from '../../src/queue/send-queue.ts';
import { openRecord } from '../../src/record/open-record.ts';
import { serverMissing, startPostgres, startRedis } from '../support/servers.ts';

vi.setConfig({ testTimeout: 180_000 });

/** Some seconds of trouble, and how often it may be told in them: a rush tells it hundreds of times and more. */
const TROUBLE = { lasts: 3000, told: 60 };

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe('a worker whose queue is in trouble asks again in its own time, and goes on afterwards', () => {
  it.skipIf(serverMissing('postgres'))('while Postgres is cut off', async () => {
    const server = await startPostgres();
    closing.push(() => server.stop());
    const proxy = await openProxy(server.url);
    closing.push(() => proxy.close());
    const url = new URL(server.url);
    url.port = String(proxy.port);
    const record = await openRecord({ server: url.href, schema: 'dondoc' });
    closing.push(() => record.close());
    await outlast(
      { pool: record.queuePool },
      {
        begin: async () => proxy.cut(),
        end: async () => proxy.mend(),
      },
    );
  });

  it.skipIf(serverMissing('postgres'))('while Postgres answers every question with an error', async () => {
    const server = await startPostgres();
    closing.push(() => server.stop());
    const record = await openRecord({ server: server.url, schema: 'dondoc' });
    closing.push(() => record.close());
    await outlast(
      { pool: record.queuePool },
      {
        begin: () => record.queuePool.query('alter schema bullmq rename to away'),
        end: () => record.queuePool.query('alter schema away rename to bullmq'),
      },
    );
  });

  it.skipIf(serverMissing('redis-server'))('while Redis takes no writes', async () => {
    const server = await startRedis();
    closing.push(() => server.stop());
    const admin = new Redis(server.url);
    closing.push(() => admin.quit());
    await outlast(
      { redisUrl: server.url },
      {
        begin: () => admin.config('SET', 'min-replicas-to-write', '1'),
        end: () => admin.config('SET', 'min-replicas-to-write', '0'),
      },
    );
  });
});

async function outlast(
  place: QueueOptions['place'],
  trouble: { begin(): Promise<unknown>; end(): Promise<unknown> },
): Promise<void> {
  const errors: string[] = [];
  const queue: SendQueue = await openQueue({
    place,
    name: 'letters',
    clock: systemClock,
    onError: ({ message }) => errors.push(message),
  });
  closing.push(() => queue.close());
  const ran: string[] = [];
  await queue.work(async (letter) => {
    ran.push(letter);
    await pause(100);
    return 'done';
  }, 4);
  const letters = Array.from({ length: 80 }, (_, index) => `thu-${index}`);
  await queue.schedule(letters.map((id) => ({ id, at: systemClock.now() })));
  await vi.waitFor(() => expect(ran.length).toBeGreaterThan(8), { timeout: 25_000, interval: 20 });
  await trouble.begin();
  await pause(TROUBLE.lasts);
  await trouble.end();
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.length).toBeLessThan(TROUBLE.told);
  await vi.waitFor(() => expect(new Set(ran)).toEqual(new Set(letters)), { timeout: 90_000, interval: 50 });
}
