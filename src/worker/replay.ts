import { addDays, instantAt, type IsoDate } from '../calendar/dates.ts';
import { virtualClock, type VirtualClock } from '../clock/clock.ts';
import { createMailer } from '../mail/send-mail.ts';
import { openQueue, type SendQueue } from '../queue/send-queue.ts';
import { addLinkKey } from '../record/link-keys.ts';
import { openRecord, type OpenRecord, type RecordPlace } from '../record/open-record.ts';
import { releaseClaims } from '../record/waiting-letters.ts';
import type { MailFrom } from '../settings/mail-from.ts';
import { beat } from './beat.ts';
import type { Instructions } from './instructions.ts';
import { carryOut, type Request } from './request.ts';
import { sendLetter, type SentLetter } from './send-letter.ts';
import { sendThrough, Tries } from './send-through.ts';

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
  publicUrl: string;
  onSent: (letter: SentLetter) => void;
  /** Hears of each day before it is lived. */
  onDay?: (day: IsoDate, queue: SendQueue) => Promise<void> | void;
  /** Days on which the system does not run. */
  isDown?: (day: IsoDate) => boolean;
  /** What people ask of the record on each day, after the day's beat and before its letters. */
  requestsOn?: (day: IsoDate) => Request[];
  onError: (error: Error) => void;
}

const WHO = 'replay';

/** Links are part of the letters, and two replays give the same letters; nothing outside a replay's own record takes this key. */
const REHEARSAL_KEY = { id: 'replay', secret: 'rehearsal' };

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
      await addLinkKey(record.db, clock.now(), WHO, REHEARSAL_KEY);
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
  const { instructions, mailFrom, publicUrl, onSent } = options;
  const sending = {
    clock,
    db,
    mailer,
    mailFrom,
    publicUrl,
    who: WHO,
    instructions: () => instructions,
    onSent,
  };
  const tries = new Tries();
  await queue.work((id) => tries.make(id, () => sendLetter(id, sending)), 1);

  for (let day = options.from; day <= options.to; day = addDays(day, 1)) {
    const midnight = instantAt(addDays(day, 1), '00:00');
    if (midnight <= clock.now() || options.isDown?.(day) === true) continue;
    await options.onDay?.(day, queue);
    if (instantAt(day, '00:00') > clock.now()) clock.moveTo(instantAt(day, '00:00'));
    const morning = () => beat({ clock, db, queue, who: WHO }, instructions);
    await morning();
    const desk = {
      clock,
      db,
      publicUrl,
      instructions: () => instructions,
      onDisk: async () => instructions,
      plan: morning,
    };
    for (const request of options.requestsOn?.(day) ?? []) await carryOut(request, desk);
    await sendThrough(new Date(midnight.getTime() - 1), tries, { clock, db, queue });
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
