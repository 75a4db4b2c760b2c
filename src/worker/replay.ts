import { setTimeout as pause } from 'node:timers/promises';
import { addDays, instantAt, type IsoDate } from '../calendar/dates.ts';
import { virtualClock, type VirtualClock } from '../clock/clock.ts';
import { createMailer } from '../mail/send-mail.ts';
import { openQueue, type SendQueue } from '../queue/send-queue.ts';
import { openRecord, type OpenRecord, type RecordPlace } from '../record/open-record.ts';
import { releaseClaims, waitingLetters } from '../record/waiting-letters.ts';
import type { MailFrom } from '../settings/mail-from.ts';
import { beat } from './beat.ts';
import type { Instructions } from './instructions.ts';
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
  const ended = new Map<string, () => void>();
  await queue.work(async (id) => {
    try {
      return await sendLetter(id, {
        clock,
        db,
        mailer,
        mailFrom,
        who: WHO,
        instructions: () => instructions,
        onSent,
      });
    } finally {
      ended.get(id)?.();
    }
  }, 1);

  for (let day = options.from; day <= options.to; day = addDays(day, 1)) {
    const midnight = instantAt(addDays(day, 1), '00:00');
    if (midnight <= clock.now()) continue;
    await options.onDay?.(day, queue);
    moveOn(clock, instantAt(day, '00:00'));
    await beat({ clock, db, queue, who: WHO }, instructions);
    for (;;) {
      const [next] = await waitingLetters(db, new Date(midnight.getTime() - 1));
      if (next === undefined) break;
      moveOn(clock, next.at);
      await seeToItsEnd(next, { clock, record, queue }, ended);
    }
  }
}

/** Lets the letter's job run now and waits until nothing is to be done for the letter at this instant. */
async function seeToItsEnd(
  letter: { id: string; at: Date },
  { clock, record, queue }: Omit<Parts, 'mailer'>,
  ended: Map<string, () => void>,
): Promise<void> {
  for (;;) {
    const tried = new Promise<void>((resolve) => ended.set(letter.id, resolve));
    await queue.hasten(letter.id);
    await Promise.race([tried, pause(200, undefined, { ref: false })]);
    ended.delete(letter.id);
    const waiting = await waitingLetters(record.db, clock.now());
    if (!waiting.some(({ id }) => id === letter.id)) return;
    // Its job may be gone (the queue was emptied) or still on its way back from a try.
    await queue.schedule([letter]);
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
