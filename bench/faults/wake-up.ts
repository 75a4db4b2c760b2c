import { setTimeout as pause } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { systemClock } from '../../src/clock/clock.ts';
import { openQueue } from '../../src/queue/send-queue.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';

/** The bench's own hold on the workers' queue, past everything that is cut. */
export interface WakeUp {
  /** Adds a job for no letter: a worker takes it up, and then looks which others are due. */
  wake(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the queue named `letters` in the record's Postgres, or on Redis when that has it. */
export async function openWakeUp(record: OpenRecord, redisUrl: string | undefined): Promise<WakeUp> {
  return redisUrl === undefined ? onPostgres(record) : onRedis(redisUrl);
}

async function onPostgres({ queuePool }: OpenRecord): Promise<WakeUp> {
  const queue = await openQueue({
    place: { pool: queuePool },
    name: 'letters',
    clock: systemClock,
    onError: () => undefined,
  });
  const wakeOnce = () => queue.schedule([{ id: newId(), at: new Date(0) }]);
  return {
    // A connection of the pool that died with its server tells of it at its next use; on a busy machine the server is away for seconds.
    async wake() {
      for (let seconds = 0; ; seconds += 1) {
        try {
          return await wakeOnce();
        } catch (error) {
          if (seconds === 30) throw error;
        }
        await pause(1000);
      }
    },
    close: () => queue.close(),
  };
}

function onRedis(url: string): WakeUp {
  const { hostname: host, port } = new URL(url);
  const queue = new Queue('letters', { connection: { host, port: Number(port) } });
  queue.on('error', () => undefined);
  return {
    async wake() {
      // Without its server it would wait for ever.
      await Promise.race([queue.add('send', {}, { jobId: newId(), removeOnComplete: true }), pause(1000)]);
    },
    close: () => queue.close(),
  };
}

function newId(): string {
  return `wake-${Math.random()}`;
}
