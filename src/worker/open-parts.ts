import { join } from 'node:path';
import type { Clock } from '../clock/clock.ts';
import { openMailbox, type Mailbox } from '../mail/built-in-mailbox.ts';
import { createMailer, type Mailer } from '../mail/send-mail.ts';
import { openQueue, type SendQueue } from '../queue/send-queue.ts';
import { openRecord, recordPlace, type OpenRecord } from '../record/open-record.ts';
import type { Settings } from '../settings/settings.ts';
import type { Log } from './log.ts';
import type { Closing } from './stop-in-order.ts';
import { toldSeldom } from './told-seldom.ts';
import { wordsOf } from './words-of.ts';

/** What a worker works with. */
export interface Parts {
  record: OpenRecord;
  /** The built-in mailbox, when no mail server is set. */
  mailbox: Mailbox | undefined;
  mailer: Mailer;
  queue: SendQueue;
}

/** How the parts come to their end. */
export interface PartEnds {
  /** What is to be closed, in the order of its opening. */
  closing: Closing[];
  /** What makes the letters in hand end at once. */
  hurrying: (() => void)[];
}

const QUEUE_NAME = 'letters';

/** Opens record, mailbox, mailer and queue as the settings name them; each is written down to be closed as soon as it is open. @throws FolderInUse */
export async function openParts(
  settings: Settings,
  clock: Clock,
  log: Log,
  { closing, hurrying }: PartEnds,
): Promise<Parts> {
  const record = await openRecord(recordPlace(settings));
  closing.push({ name: 'record', close: () => record.close() });
  const mailbox =
    settings.smtpUrl === undefined
      ? await openMailbox({ folder: join(settings.dataDir, 'mailbox') })
      : undefined;
  if (mailbox !== undefined) closing.push({ name: 'mailbox', close: () => mailbox.close() });
  const mailer =
    settings.smtpUrl === undefined
      ? createMailer(mailbox?.url ?? '')
      : createMailer(settings.smtpUrl, undefined, { tls: settings.smtpTls, dkim: settings.dkim });
  closing.push({ name: 'mailer', close: () => mailer.close() });
  hurrying.push(() => mailer.hangUp());
  const tellOfQueue = toldSeldom(clock, (error, times) => log.error({ error, times }, 'queue'));
  const queue = await openQueue({
    place: settings.redisUrl === undefined ? { pool: record.queuePool } : { redisUrl: settings.redisUrl },
    name: QUEUE_NAME,
    clock,
    onError: (error) => tellOfQueue(wordsOf(error)),
  });
  closing.push({ name: 'queue', close: () => queue.close() });
  return { record, mailbox, mailer, queue };
}
