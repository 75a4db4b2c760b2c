import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { instantAt, localDate, type IsoDate } from '../../src/calendar/dates.ts';
import { virtualClock, type VirtualClock } from '../../src/clock/clock.ts';
import { createMailer, type Mailer } from '../../src/mail/send-mail.ts';
import type { Outcome } from '../../src/queue/send-queue.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { waitingLetters } from '../../src/record/waiting-letters.ts';
import { planAhead } from '../../src/worker/beat.ts';
import type { Instructions } from '../../src/worker/instructions.ts';
import { sendLetter, type SentLetter } from '../../src/worker/send-letter.ts';
import { openTestRecord } from '../support/record.ts';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink.ts';
import { only, shippedInstructions } from './instructions.ts';

export const WHO = 'test';
const MAIL_FROM = { name: 'Đôn Đốc', address: 'don-doc@dondoc.example', domain: 'dondoc.example' };

/**
 * Letters sent for real, without a queue: a record in memory, a mail server that fails as told, a clock moved by hand.
 * Each test begins empty, with A04 alone: Sở Tư pháp, due Monday 14/10/2019, rungs 15, 7, 3, 1 working days before, on the
 * day, and 1 after.
 */
export class Trial {
  shipped!: Instructions;
  instructions!: Instructions;
  sink!: SmtpSink;
  clock!: VirtualClock;
  sent: SentLetter[] = [];
  /** Letters that the mail server had while the record could not be written. */
  unwritable: string[] = [];
  record!: OpenRecord;
  #mailer!: Mailer;

  /** Opens the trial before a file's tests, empties it before each, closes it after all. */
  static ofThisFile(): Trial {
    vi.setConfig({ hookTimeout: 180_000 });
    const trial = new Trial();
    beforeAll(() => trial.#open());
    beforeEach(() => trial.#empty());
    afterAll(() => trial.#close());
    return trial;
  }

  async startOn(day: IsoDate, time = '00:00'): Promise<void> {
    this.clock = virtualClock(instantAt(day, time));
    await this.plan();
  }

  async plan(): Promise<void> {
    await planAhead({ clock: this.clock, db: this.record.db, who: WHO }, this.instructions);
  }

  send(id: string, mailer = this.#mailer): Promise<Outcome> {
    return sendLetter(id, {
      clock: this.clock,
      db: this.record.db,
      mailer,
      mailFrom: MAIL_FROM,
      publicUrl: 'http://127.0.0.1:8019',
      who: WHO,
      instructions: () => this.instructions,
      onSent: (letter) => void this.sent.push(letter),
      onUnwritable: (letter) => void this.unwritable.push(letter),
    });
  }

  /** Sends everything whose instant comes through the end of `day`, planning anew each midnight. */
  async liveThrough(day: IsoDate): Promise<void> {
    for (;;) {
      const today = localDate(this.clock.now());
      const midnight = new Date(instantAt(today, '00:00').getTime() + 86_400_000);
      const [next] = await waitingLetters(this.record.db, new Date(midnight.getTime() - 1));
      if (next === undefined) {
        if (today >= day) return;
        this.clock.moveTo(midnight);
        await this.plan();
        continue;
      }
      this.#moveOn(next.at);
      await this.send(next.id);
    }
  }

  /** The letter that waits first, the clock standing at its instant. */
  async firstLetter(): Promise<string> {
    const [first] = await waitingLetters(
      this.record.db,
      new Date(this.clock.now().getTime() + 40 * 86_400_000),
    );
    if (first === undefined) throw new Error('No letter is waiting');
    this.#moveOn(first.at);
    return first.id;
  }

  letterRow(id: string) {
    return this.record.db.selectFrom('letter').where('id', '=', id).selectAll().executeTakeFirstOrThrow();
  }

  /** What the record tells of a letter after it was planned, oldest first. */
  eventsOf(letter: string) {
    return this.record.db
      .selectFrom('event')
      .where('letter', '=', letter)
      .where('what', '!=', 'letter-planned')
      .orderBy('id')
      .select(['what', 'why', 'who', 'at', 'detail'])
      .execute();
  }

  async #open(): Promise<void> {
    this.shipped = await shippedInstructions();
    this.record = await openTestRecord();
    this.sink = await startSmtpSink();
    this.#mailer = createMailer(this.sink.url, { connection: 1000, greeting: 1000, reply: 1000 });
  }

  async #empty(): Promise<void> {
    for (const table of ['event', 'dead_mailbox', 'bounce', 'notice', 'letter', 'deadline'] as const)
      await this.record.db.deleteFrom(table).execute();
    this.sink.letters.length = 0;
    this.sink.trouble = () => undefined;
    this.sent = [];
    this.unwritable = [];
    this.instructions = only(this.shipped, 'A04');
  }

  async #close(): Promise<void> {
    this.#mailer.close();
    await this.sink.close();
    await this.record.close();
  }

  #moveOn(instant: Date): void {
    if (instant > this.clock.now()) this.clock.moveTo(instant);
  }
}
