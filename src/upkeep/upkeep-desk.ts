import { cancelLetter } from '../record/cancel-letter.ts';
import { pauseSending, readPause, resumeSending, type Pause } from '../record/pauses.ts';
import { newerMigrations } from '../record/newer-record.ts';
import { waitingLetters } from '../record/waiting-letters.ts';
import { deadMailboxSight, revive, type DeadMailboxSight } from './dead-mailbox-sight.ts';
import { hasten } from './hasten.ts';
import { readHealth, readReadiness, type Health } from './health.ts';
import { letterSight, type LetterSight } from './letter-sight.ts';
import type { NamedLetter } from './named-letter.ts';
import { queueSight, type QueuePlace, type QueueSight } from './queue-sight.ts';
import { retry, retryMailbox, type MailboxRetried, type Retried } from './retry.ts';
import { returnedSight } from './returned-sight.ts';
import { undeliveredSight, type UndeliveredSight } from './undelivered-sight.ts';
import type { Deed, UpkeepParts } from './upkeep-parts.ts';
import { UpkeepRefused } from './upkeep-refused.ts';
import { hurry } from './within-time.ts';

/** What those who run the system see and do. Every deed is an event in the record under its doer's name. */
export interface UpkeepDesk {
  queue(query: { place?: QueuePlace | undefined; page: number }): Promise<QueueSight>;
  letter(id: string): Promise<LetterSight | undefined>;
  undelivered(page: number): Promise<UndeliveredSight>;
  /** The mailboxes to which letters come back. */
  deadMailboxes(): Promise<DeadMailboxSight[]>;
  /** The last letters that came back. */
  returned(): Promise<NamedLetter[]>;
  /** Declares that a mailbox takes mail again. @throws UpkeepRefused */
  revive(mailbox: string, deed: Deed): Promise<void>;
  /** Tries a refused or failed letter again, or plans what it carries anew to the mailbox that the files name now. @throws UpkeepRefused */
  retry(id: string, deed: Deed): Promise<Retried>;
  /** The same for every refused or failed letter to a mailbox. @throws UpkeepRefused */
  retryMailbox(mailbox: string, deed: Deed): Promise<MailboxRetried>;
  /** Lets a waiting letter leave before its hour; returns when it leaves. @throws UpkeepRefused */
  hasten(id: string, deed: Deed): Promise<Date>;
  /** A waiting letter is not sent at all. @throws UpkeepRefused */
  cancel(id: string, deed: Deed): Promise<void>;
  /** The pause that holds now; undefined while letters are sent. */
  pause(): Promise<Pause | undefined>;
  /** @throws UpkeepRefused */
  pauseSending(deed: Deed): Promise<void>;
  /** What has become due meanwhile leaves at once, inside its hours. @throws UpkeepRefused */
  resumeSending(deed: Deed): Promise<void>;
  health(): Promise<Health>;
  /** Whether letters can be expected to leave, in words without secrets. */
  readiness(): Promise<{ ready: boolean; words: string }>;
  /** Whether a newer version has changed the record: nothing is to be written down by this process any more. */
  isOvertaken(): Promise<boolean>;
}

/** The desk over a running worker's parts. */
export function openUpkeepDesk(parts: UpkeepParts): UpkeepDesk {
  const { db, queue, now } = parts;
  return {
    queue: (query) => queueSight(parts, query),
    letter: (id) => letterSight(id, parts),
    undelivered: (page) => undeliveredSight(parts, page),
    deadMailboxes: () => deadMailboxSight(parts),
    returned: () => returnedSight(parts),
    revive: (mailbox, deed) => revive(mailbox, deed, parts),
    retry: (id, deed) => retry(id, deed, parts),
    retryMailbox: (mailbox, deed) => retryMailbox(mailbox, deed, parts),
    hasten: (id, deed) => hasten(id, deed, parts),
    async cancel(id, deed) {
      if (!(await cancelLetter(db, id, { now: now(), ...deed })))
        throw new UpkeepRefused('Thư không còn chờ gửi: đang được gửi, hoặc đã kết thúc.');
      await hurry(queue.forget(id));
    },
    pause: () => readPause(db),
    async pauseSending({ by, why }) {
      if (!(await pauseSending(db, now(), by, why)))
        throw new UpkeepRefused('Việc gửi thư đã tạm dừng từ trước.');
    },
    async resumeSending({ by, why }) {
      if (!(await resumeSending(db, now(), by, why))) throw new UpkeepRefused('Việc gửi thư không tạm dừng.');
      await hurry(runDue(parts));
    },
    health: () => readHealth(parts),
    readiness: () => readReadiness(parts),
    isOvertaken: async () => (await newerMigrations(db)).length > 0,
  };
}

async function runDue({ db, queue, now, plan }: UpkeepParts): Promise<void> {
  await plan();
  for (const { id } of await waitingLetters(db, now())) await queue.hasten(id);
}
