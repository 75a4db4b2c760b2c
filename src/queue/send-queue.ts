import { createPostgresBackend, Queue, runMigrations, type Job } from 'bullmq';
import { Redis } from 'ioredis';
import type pg from 'pg';
import type { Clock } from '../clock/clock.ts';
import { jobFacts, listJobs, type JobFacts, type ListedJobs, type QueuedJob } from './job-list.ts';
import { PatientWorker } from './patient-worker.ts';
import { RedisAway } from './redis-away.ts';
import { pauseBefore, RetryLater } from './retry-later.ts';

/** How a job's work ended: for good, or to be taken up again at an instant. */
export type Outcome = 'done' | { retryAt: Date };

/**
 * Letters waiting for their hour, as BullMQ jobs named by the letter's id. The queue is disposable: emptying it loses
 * nothing, since `schedule` rebuilds it from the record.
 */
export interface SendQueue {
  /** Makes sure that every letter has a job that runs at its instant; letters that already have one keep it. */
  schedule(letters: { id: string; at: Date }[]): Promise<void>;
  /** Takes up jobs; each runs `send` with its letter's id, never two at once for one letter in this process. */
  work(send: (letter: string) => Promise<Outcome>, concurrency: number): Promise<void>;
  /** Takes up no more jobs; resolves when those in hand have ended. */
  rest(): Promise<void>;
  /** Runs a waiting letter's job now, or at `at`, instead of at its instant. */
  hasten(letter: string, at?: Date): Promise<void>;
  /** Throws a letter's job away, unless it is at work. */
  forget(letter: string): Promise<void>;
  /** How many jobs there are in each of BullMQ's states. */
  counts(): Promise<Record<string, number>>;
  /** Every job with its state, the running ones first. */
  jobs(): Promise<QueuedJob[]>;
  /** What BullMQ knows of the jobs of these letters; those without a job are left out. */
  facts(letters: string[]): Promise<JobFacts[]>;
  /** Throws every job away, whatever its state. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

export interface QueueOptions {
  /** Where BullMQ keeps its jobs: a Postgres pool whose search path is BullMQ's schema, or a Redis server. */
  place: { pool: pg.Pool } | { redisUrl: string };
  /** Tells queues on one server apart. */
  name: string;
  clock: Clock;
  /** Hears of trouble with the queue's own connection, and of work that threw. */
  onError: (error: Error) => void;
}

/** Letters are given a job this many hours ahead. */
export const QUEUE_HOURS = 36;

/** Opens the queue, and makes BullMQ's tables when it lives in Postgres. */
export async function openQueue(options: QueueOptions): Promise<SendQueue> {
  return 'pool' in options.place
    ? openOnPostgres(options.place.pool, options)
    : openOnRedis(options.place.redisUrl, options);
}

async function openOnPostgres(pool: pg.Pool, options: QueueOptions): Promise<SendQueue> {
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
  const queue = new Queue(
    options.name,
    { connection: pool, defaultJobOptions: JOB_OPTIONS },
    createPostgresBackend,
  );
  queue.on('error', options.onError);
  return sendQueue(options, queue, async (process, concurrency) => {
    const worker = new PatientWorker(
      options.name,
      process,
      { connection: pool, concurrency, ...workerOptions(options) },
      createPostgresBackend,
    );
    worker.on('error', options.onError);
    await worker.waitUntilReady();
    return worker;
  });
}

async function openOnRedis(redisUrl: string, options: QueueOptions): Promise<SendQueue> {
  // BullMQ wants commands of a worker to wait for a lost Redis instead of failing after some tries.
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null, lazyConnect: true });
  connection.on('error', options.onError);
  // What goes wrong first is the cause; the call itself only says that the connection is closed.
  let cause: Error | undefined;
  connection.once('error', (error) => (cause = error));
  await connection.connect().catch((error: unknown) => {
    // Without this, ioredis goes on trying to reach it and the process never ends.
    connection.disconnect();
    throw new RedisAway(redisUrl, cause ?? error);
  });
  const queue = new Queue(options.name, { connection, defaultJobOptions: JOB_OPTIONS });
  queue.on('error', options.onError);
  const opened = sendQueue(options, queue, async (process, concurrency) => {
    const worker = new PatientWorker(options.name, process, {
      connection,
      concurrency,
      ...workerOptions(options),
    });
    worker.on('error', options.onError);
    await worker.waitUntilReady();
    return worker;
  });
  return {
    ...opened,
    close: async () => {
      await opened.close();
      connection.disconnect();
    },
  };
}

const JOB = 'send';

/** A job only ends when the record says so: tries are unlimited here and limited by the letter's own three working days. */
const JOB_OPTIONS = {
  attempts: 1_000_000,
  backoff: { type: 'letter' },
  removeOnComplete: true,
};

function workerOptions({ clock }: QueueOptions) {
  return {
    settings: {
      backoffStrategy: (attempt: number, _type?: string, error?: Error) =>
        pauseBefore(attempt, error, clock.now()),
    },
    maxStalledCount: 1_000_000,
    lockDuration: 30_000,
    stalledInterval: 15_000,
  };
}

type Process = (job: Job) => Promise<void>;

/** What this room asks of BullMQ's queue, whichever backend it runs on. */
interface Jobs extends ListedJobs {
  addBulk(jobs: { name: string; data: object; opts: { jobId: string; delay: number } }[]): Promise<unknown>;
  getJob(id: string): Promise<Job | undefined>;
  getFailed(): Promise<{ remove(): Promise<unknown> }[]>;
  getJobCounts(): Promise<Record<string, number>>;
  obliterate(options: { force: boolean }): Promise<unknown>;
  close(): Promise<void>;
}

interface RunningWorker {
  close(): Promise<void>;
}

function sendQueue(
  { clock, onError }: QueueOptions,
  queue: Jobs,
  startWorker: (process: Process, concurrency: number) => Promise<RunningWorker>,
): SendQueue {
  let worker: RunningWorker | undefined;
  /**
   * On Postgres, BullMQ sleeps towards the next delayed job by a timer, which knows nothing of a clock that has jumped ahead. One
   * job that is promoted wakes it, and it finds the others by the clock.
   */
  const wake = async (due: string[], delayed: ReadonlySet<string>) => {
    const first = due.find((id) => delayed.has(id));
    const job = first === undefined ? undefined : await queue.getJob(first);
    // It may have been taken up meanwhile; then whoever took it is awake.
    if (job !== undefined && (await job.isDelayed())) await job.promote().catch(() => undefined);
  };
  return {
    async schedule(letters) {
      if (letters.length === 0) return;
      // A job that BullMQ gave up on keeps its id and would hide the letter for ever.
      for (const job of await queue.getFailed()) await job.remove();
      const now = clock.now().getTime();
      const due = letters.filter(({ at }) => at.getTime() <= now).map(({ id }) => id);
      // Looked at before: a job that is new may have run by then, and wait for the instant that its letter asked for.
      const delayed = new Set(due.length === 0 ? [] : await queue.getRanges(['delayed'], 0, -1, true));
      await queue.addBulk(
        letters.map(({ id, at }) => ({
          name: JOB,
          data: {},
          opts: { jobId: id, delay: Math.max(0, at.getTime() - now) },
        })),
      );
      await wake(due, delayed);
    },
    async work(send, concurrency) {
      worker = await startWorker(async (job) => {
        const outcome = await send(job.id ?? '').catch((error: unknown) => {
          // BullMQ keeps the words with the job and runs it again; nobody would hear of them.
          onError(error instanceof Error ? error : new Error(String(error)));
          throw error;
        });
        if (outcome !== 'done') throw new RetryLater(outcome.retryAt);
      }, concurrency);
    },
    async hasten(letter, at) {
      const job = await queue.getJob(letter);
      if (job === undefined || !(await job.isDelayed())) return;
      const delay = (at?.getTime() ?? 0) - clock.now().getTime();
      await (delay > 0 ? job.changeDelay(delay) : job.promote());
    },
    async forget(letter) {
      const job = await queue.getJob(letter);
      if (job !== undefined && !(await job.isActive())) await job.remove();
    },
    counts: () => queue.getJobCounts(),
    jobs: () => listJobs(queue),
    facts: (letters) => jobFacts(queue, letters),
    async empty() {
      await queue.obliterate({ force: true });
    },
    async rest() {
      await worker?.close();
    },
    async close() {
      await worker?.close();
      await queue.close();
    },
  };
}
