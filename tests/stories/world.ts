import { addDays, instantAt, localDate, type IsoDate, type LocalTime } from '../../src/calendar/dates.ts';
import type { VirtualClock } from '../../src/clock/clock.ts';
import { createMailer, type Mailer } from '../../src/mail/send-mail.ts';
import { openQueue, type SendQueue } from '../../src/queue/send-queue.ts';
import { addLinkKey } from '../../src/record/link-keys.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { releaseClaims, waitingLetters } from '../../src/record/waiting-letters.ts';
import { beat } from '../../src/worker/beat.ts';
import type { Instructions } from '../../src/worker/instructions.ts';
import { carryOut, type Reply, type Request } from '../../src/worker/request.ts';
import { sendLetter } from '../../src/worker/send-letter.ts';
import { sendThrough, Tries } from '../../src/worker/send-through.ts';
import { empty, openTestRecord } from '../support/record.ts';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts';
import { shippedInstructions } from '../worker/instructions.ts';

const WHO = 'story';
const MAIL_FROM = { name: 'Đôn Đốc', address: 'don-doc@dondoc.example', domain: 'dondoc.example' };

/** Midnights without anything to send are passed over, but never so many that letters beyond the planner's month are lost. */
const LONGEST_LEAP = 14;

/** The real planner, record, queue and mailer at work under a clock moved by hand, with a mail server that keeps what it gets. */
export class World {
  readonly shipped: Instructions;
  readonly record: OpenRecord;
  readonly sink: SmtpSink;
  readonly clock: StoryClock;
  instructions: Instructions;
  readonly #queue: SendQueue;
  readonly #mailer: Mailer;
  #tries = new Tries();

  /** Opening one takes seconds: once a file. */
  static async open(): Promise<World> {
    const [shipped, record, sink] = await Promise.all([
      shippedInstructions(),
      openTestRecord(),
      startSmtpSink(),
    ]);
    const clock = new StoryClock();
    const place = { pool: record.queuePool };
    const onError = (error: Error) => console.error(error);
    const queue = await openQueue({ place, name: 'stories', clock, onError });
    const world = new World(shipped, record, sink, clock, queue);
    await queue.work((id) => world.#send(id), 1);
    return world;
  }

  private constructor(
    shipped: Instructions,
    record: OpenRecord,
    sink: SmtpSink,
    clock: StoryClock,
    queue: SendQueue,
  ) {
    this.shipped = shipped;
    this.instructions = shipped;
    this.record = record;
    this.sink = sink;
    this.clock = clock;
    this.#queue = queue;
    this.#mailer = createMailer(sink.url, { connection: 1000, greeting: 1000, reply: 1000 });
  }

  /** Begins anew with nothing in it, at `time` on `day`, with the first planning. */
  async beginOn(day: IsoDate, time: LocalTime, instructions: Instructions): Promise<void> {
    await this.#queue.empty();
    await empty(this.record.db);
    this.sink.letters.length = 0;
    this.sink.trouble = () => undefined;
    this.#tries = new Tries();
    this.instructions = instructions;
    this.clock.set(instantAt(day, time));
    await addLinkKey(this.record.db, this.clock.now(), WHO, { id: 'story', secret: 'once upon a time' });
    await this.plan();
  }

  /** One beat of the worker. */
  async plan() {
    const { db } = this.record;
    return beat({ clock: this.clock, db, queue: this.#queue, who: WHO }, this.instructions);
  }

  /** Lives until `instant`: letters leave at their hours, and each midnight that matters has a beat. */
  async liveUntil(instant: Date): Promise<void> {
    const { db } = this.record;
    for (;;) {
      const today = localDate(this.clock.now());
      const tomorrow = instantAt(addDays(today, 1), '00:00');
      const end = new Date(Math.min(instant.getTime(), tomorrow.getTime() - 1));
      await sendThrough(end, this.#tries, { clock: this.clock, db, queue: this.#queue });
      if (instant < tomorrow) {
        if (instant > this.clock.now()) this.clock.moveTo(instant);
        return;
      }
      this.clock.moveTo(await this.#nextMidnight(today, localDate(instant)));
      await this.plan();
    }
  }

  /** Nothing runs until `instant`; then the worker starts again, as `startWorker` does. */
  async beAwayUntil(instant: Date): Promise<void> {
    this.clock.set(instant);
    await this.#queue.empty();
    this.#tries = new Tries();
    await releaseClaims(this.record.db, WHO, instant);
    await this.plan();
  }

  async ask(request: Request): Promise<Reply> {
    return carryOut(request, {
      clock: this.clock,
      db: this.record.db,
      instructions: () => this.instructions,
      publicUrl: 'https://dondoc.example',
      onDisk: async () => this.instructions,
      plan: () => this.plan(),
    });
  }

  async close(): Promise<void> {
    await this.#queue.close();
    this.#mailer.close();
    await this.sink.close();
    await this.record.close();
  }

  async #nextMidnight(today: IsoDate, last: IsoDate): Promise<Date> {
    const latest = addDays(today, LONGEST_LEAP);
    const until = instantAt(addDays(latest, 1), '00:00');
    const [next] = await waitingLetters(this.record.db, until);
    const days = [last, latest, ...(next === undefined ? [] : [localDate(next.at)])];
    const day = days.reduce((first, other) => (other < first ? other : first));
    return instantAt(day > today ? day : addDays(today, 1), '00:00');
  }

  #send(id: string) {
    return this.#tries.make(id, () =>
      sendLetter(id, {
        clock: this.clock,
        db: this.record.db,
        mailer: this.#mailer,
        mailFrom: MAIL_FROM,
        publicUrl: 'http://127.0.0.1:8019',
        who: WHO,
        instructions: () => this.instructions,
        onSent: () => undefined,
      }),
    );
  }
}

/** A machine's clock may be set back; the replay's may not. */
class StoryClock implements VirtualClock {
  #present = 0;

  now(): Date {
    return new Date(this.#present);
  }

  moveTo(instant: Date): void {
    if (instant < this.now()) throw new RangeError(`The clock cannot go back to ${instant.toISOString()}`);
    this.set(instant);
  }

  set(instant: Date): void {
    this.#present = instant.getTime();
  }
}
