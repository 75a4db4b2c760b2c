import { setTimeout as pause } from 'node:timers/promises';
import { addDays, instantAt, type IsoDate } from '../calendar/dates.ts';
import { virtualClock, type VirtualClock } from '../clock/clock.ts';
import { createMailer } from '../mail/send-mail.ts';
import { openQueue, type Outcome, type SendQueue } from '../queue/send-queue.ts';
import { openRecord, type OpenRecord, type RecordPlace } from '../record/open-record.ts';
import { releaseClaims, waitingLetters, type WaitingLetter } from '../record/waiting-letters.ts';
import type { MailFrom } from '../settings/mail-from.ts';
import { beat } from './beat.ts';
import type { Instructions } from './instructions.ts';
import { carryOut, type Request } from './request.ts';
import { sendLetter, type SentLetter } from './send-letter.ts';

export interface ReplayOptions {
  /** First and last day replayed, both included. */
  from: IsoDate;
  to: IsoDate;
  instructions: Instructions;
  /** A record of the replay's own; one that holds an interrupted replay is continued. */
  record: RecordPlace;
  /** Whether the record stays when the last day is over. */
  keep: boolean;
  /** Redis for the queue; absent: the record's Postgres. */
  redisUrl?: string;
  queueName: string;
  smtpUrl: string;
  mailFrom: MailFrom;
  onSent: (letter: SentLetter) => void;
  /** Hears of each day before it is lived. */
  onDay?: (day: IsoDate, queue: SendQueue) => Promise<void> | void;
  /** What people ask of the record on each day, after the day's beat and before its letters. */
  requestsOn?: (day: IsoDate) => Request[];
  onError: (error: Error) => void;
}

const WHO = 'replay';

/**
 * Lives the days from `from` through `to` under a clock moved by hand, through the real planner, record, queue and SMTP. Each
 * day has one beat at midnight; then the clock goes from letter to letter, and each letter is seen to its end before the next.
 */
export async function replay(options: ReplayOptions): Promise<void> {
  const record = await openRecord(options.record);
  try {
    const clock = virtualClock(await startOf(record, options.from));
    const place =
      options.redisUrl === undefined ? { pool: record.queuePool } : { redisUrl: options.redisUrl };
    const queue = await openQueue({ place, name: options.queueName, clock, onError: options.onError });
    const mailer = createMailer(options.smtpUrl);
    try {
      // Nobody else works on a replay's record: what an interrupted one left is free to take.
      await queue.empty();
      await releaseClaims(record.db, WHO, clock.now());
      await live(options, { clock, record, queue, mailer });
      await queue.empty();
      if (!options.keep) await record.discard();
    } finally {
      await queue.close();
      mailer.close();
    }
  } finally {
    await record.close();
  }
}

interface Parts {
  clock: VirtualClock;
  record: OpenRecord;
  queue: SendQueue;
  mailer: ReturnType<typeof createMailer>;
}

async function live(options: ReplayOptions, { clock, record, queue, mailer }: Parts): Promise<void> {
  const { db } = record;
  const { instructions, mailFrom, onSent } = options;
  const sending = { clock, db, mailer, mailFrom, who: WHO, instructions: () => instructions, onSent };
  const tries = new Tries();
  await queue.work((id) => tries.make(id, () => sendLetter(id, sending)), 1);

  for (let day = options.from; day <= options.to; day = addDays(day, 1)) {
    const midnight = instantAt(addDays(day, 1), '00:00');
    if (midnight <= clock.now()) continue;
    await options.onDay?.(day, queue);
    moveOn(clock, instantAt(day, '00:00'));
    const morning = () => beat({ clock, db, queue, who: WHO }, instructions);
    await morning();
    const desk = {
      clock,
      db,
      instructions: () => instructions,
      onDisk: async () => instructions,
      plan: morning,
    };
    for (const request of options.requestsOn?.(day) ?? []) await carryOut(request, desk);
    for (;;) {
      const lastMoment = new Date(midnight.getTime() - 1);
      const [next] = tries.stillWaiting(await waitingLetters(db, lastMoment), lastMoment);
      if (next === undefined) break;
      moveOn(clock, next.at);
      await seeToItsEnd(next, tries, { clock, record, queue });
    }
  }
}

/** Lets the letter's job run now and waits until nothing is to be done for the letter at this instant. */
async function seeToItsEnd(
  letter: WaitingLetter,
  tries: Tries,
  { clock, record, queue }: Omit<Parts, 'mailer'>,
): Promise<void> {
  for (;;) {
    const tried = tries.next(letter.id);
    await queue.hasten(letter.id);
    await Promise.race([tried, pause(200, undefined, { ref: false })]);
    const waiting = tries.stillWaiting(await waitingLetters(record.db, clock.now()), clock.now());
    if (!waiting.some(({ id }) => id === letter.id)) return;
    // Its job may be gone (the queue was emptied) or still on its way back from a try.
    await queue.schedule([letter]);
  }
}

/** What the letters' jobs have come to; a letter tried outside its sending window asks for an hour that the record does not know. */
class Tries {
  readonly #asked = new Map<string, Date>();
  readonly #ended = new Map<string, () => void>();

  async make(id: string, send: () => Promise<Outcome>): Promise<Outcome> {
    try {
      const outcome = await send();
      if (outcome !== 'done') this.#asked.set(id, outcome.retryAt);
      return outcome;
    } finally {
      this.#ended.get(id)?.();
    }
  }

  /** Resolves when the letter's job has run. */
  next(id: string): Promise<void> {
    return new Promise((resolve) => this.#ended.set(id, resolve));
  }

  /** The letters for which something is to be done up to `until`, soonest first. */
  stillWaiting(letters: WaitingLetter[], until: Date): WaitingLetter[] {
    return letters
      .map(({ id, at }) => ({
        id,
        at: new Date(Math.max(at.getTime(), this.#asked.get(id)?.getTime() ?? 0)),
      }))
      .filter(({ at }) => at <= until)
      .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  }
}

/** Where an interrupted replay stopped: the last thing its record tells of; a new one starts at midnight of its first day. */
async function startOf({ db }: OpenRecord, from: IsoDate): Promise<Date> {
  const start = instantAt(from, '00:00');
  const last = await db
    .selectFrom('event')
    .select((select) => select.fn.max('at').as('at'))
    .executeTakeFirst();
  return last?.at != null && last.at > start ? last.at : start;
}

function moveOn(clock: VirtualClock, instant: Date): void {
  if (instant > clock.now()) clock.moveTo(instant);
}
