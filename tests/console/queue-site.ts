import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, vi } from 'vitest';
import { instantAt, type IsoDate, type LocalTime } from '../../src/calendar/dates.ts';
import { createMailer, type Mailer } from '../../src/mail/send-mail.ts';
import { openQueue, type SendQueue } from '../../src/queue/send-queue.ts';
import { openRecord, type OpenRecord } from '../../src/record/open-record.ts';
import { waitingLetters } from '../../src/record/waiting-letters.ts';
import { openUpkeepDesk, type UpkeepDesk } from '../../src/upkeep/upkeep-desk.ts';
import type { UpkeepParts } from '../../src/upkeep/upkeep-parts.ts';
import { beat } from '../../src/worker/beat.ts';
import { coverageReply } from '../../src/worker/coverage-request.ts';
import type { Instructions } from '../../src/worker/instructions.ts';
import { sendLetter } from '../../src/worker/send-letter.ts';
import { ConsoleSite } from '../support/console-site.ts';
import { empty, openTestRecord } from '../support/record.ts';
import { serverMissing, startPostgres, startRedis } from '../support/servers.ts';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts';
import { only, shippedInstructions } from '../worker/instructions.ts';

const MAIL_FROM = { name: 'Đôn Đốc', address: 'don-doc@dondoc.example', domain: 'dondoc.example' };
const FAR = new Date(8_640_000_000_000_000);

/** Where record and queue live. */
interface Places {
  databaseUrl?: string;
  redisUrl?: string;
}

/** Runs the tests that `tests` defines with nothing installed, and with Postgres and Redis servers. */
export function onEachRow(tests: (places: () => Places) => void): void {
  vi.setConfig({ hookTimeout: 180_000, testTimeout: 60_000 });
  describe('on the embedded record and queue', () => tests(() => ({})));
  describe.skipIf(serverMissing('postgres') || serverMissing('redis-server'))('on Postgres and Redis', () => {
    let places: Places = {};
    const stops: (() => Promise<void>)[] = [];
    beforeAll(async () => {
      const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
      stops.push(
        () => postgres.stop(),
        () => redis.stop(),
      );
      places = { databaseUrl: postgres.url, redisUrl: redis.url };
    });
    afterAll(async () => {
      for (const stop of stops) await stop();
    });
    tests(() => places);
  });
}

/** A worker's real parts under a clock moved by hand, and the console over them. */
export class QueueSite {
  site!: ConsoleSite;
  desk!: UpkeepDesk;
  record!: OpenRecord;
  queue!: SendQueue;
  sink!: SmtpSink;
  instructions!: Instructions;
  /** What the beat takes up at its next turn, as it reads the files. */
  onDisk!: Instructions;
  /** How the mailbox for returned mail is read. */
  bounces: ReturnType<UpkeepParts['bounces']>;
  readonly errors: Error[] = [];
  #now = new Date(0);
  #lastBeat: Date | null = null;
  #mailer!: Mailer;

  async open({ databaseUrl, redisUrl }: Places): Promise<void> {
    this.instructions = this.onDisk = only(await shippedInstructions(), 'A04');
    this.record = await (databaseUrl === undefined
      ? openTestRecord()
      : openRecord({ server: databaseUrl, schema: 'dondoc' }));
    this.sink = await startSmtpSink();
    this.#mailer = createMailer(this.sink.url, { connection: 1000, greeting: 1000, reply: 1000 });
    this.queue = await openQueue({
      place: redisUrl === undefined ? { pool: this.record.queuePool } : { redisUrl },
      name: `letters-${randomUUID()}`,
      clock: { now: () => this.now() },
      onError: (error) => this.errors.push(error),
    });
    this.desk = openUpkeepDesk({
      db: this.record.db,
      queue: this.queue,
      now: () => this.now(),
      schedule: () => this.instructions.schedule,
      plan: () => this.plan(),
      lastBeat: () => this.#lastBeat,
      bounces: () => this.bounces,
      problems: () => [],
      checkMail: () => this.#mailer.check(),
      proof: async () => {
        const parts = { db: this.record.db, instructions: this.instructions, now: this.now() };
        const { data, lines } = await coverageReply({}, parts);
        return { day: data.day, lines };
      },
    });
    this.site = new ConsoleSite(this.record.db, this.instructions.schedule, { upkeep: this.desk });
    this.site.now = () => this.now();
    await this.site.open();
  }

  /** Nothing in record and queue but the plan of A04 (Sở Tư pháp, due Monday 14/10/2019) at `time` on `day`; no worker. */
  async begin(day: IsoDate, time: LocalTime): Promise<void> {
    await this.queue.empty();
    await empty(this.record.db);
    this.sink.letters.length = 0;
    this.instructions = this.onDisk = only(await shippedInstructions(), 'A04');
    await this.at(day, time);
  }

  /** Moves the clock; there is one beat. */
  async at(day: IsoDate, time: LocalTime): Promise<void> {
    this.#now = instantAt(day, time);
    await this.plan();
  }

  /** Moves the clock on, without a beat. */
  later(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000);
  }

  now(): Date {
    return this.#now;
  }

  async plan(): Promise<void> {
    this.instructions = this.onDisk;
    await beat(
      { clock: { now: () => this.now() }, db: this.record.db, queue: this.queue, who: 'test' },
      this.instructions,
    );
    this.#lastBeat = this.now();
  }

  /** Takes up jobs from now on, as a worker does, until the site is closed. */
  async work(): Promise<void> {
    await this.queue.work((id) => sendLetter(id, this.sending()), 2);
  }

  sending() {
    return {
      clock: { now: () => this.now() },
      db: this.record.db,
      mailer: this.#mailer,
      mailFrom: MAIL_FROM,
      publicUrl: 'http://127.0.0.1:8019',
      who: 'test',
      instructions: () => this.instructions,
      onSent: () => undefined,
    };
  }

  /** The waiting letters' ids, those that leave first in front. */
  async waiting(): Promise<string[]> {
    return (await waitingLetters(this.record.db, FAR)).map(({ id }) => id);
  }

  row(id: string) {
    return this.record.db.selectFrom('letter').where('id', '=', id).selectAll().executeTakeFirstOrThrow();
  }

  /** Who did what, why, of the events with these names, oldest first. */
  async events(...what: string[]): Promise<string[]> {
    const rows = await this.record.db
      .selectFrom('event')
      .where('what', 'in', what)
      .orderBy('id')
      .select(['what', 'who', 'why'])
      .execute();
    return rows.map((row) => `${row.what} (${row.who}): ${row.why}`);
  }

  /** To whom the mail server has taken letters, in order. */
  recipients(): string[] {
    return this.sink.letters.map(({ to }) => to.join());
  }

  async close(): Promise<void> {
    await this.site.close();
    await this.queue.close();
    this.#mailer.close();
    await this.sink.close();
    await this.record.close();
    expect(this.errors).toEqual([]);
  }
}

/** Waits until `check` no longer throws. */
export async function until(check: () => void | Promise<void>): Promise<void> {
  await vi.waitFor(check, { timeout: 8_000, interval: 50 });
}
