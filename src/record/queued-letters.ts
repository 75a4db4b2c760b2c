import type { IsoDate } from '../calendar/dates.ts';
import type { LetterKind } from '../plan/model.ts';
import type { Addressee } from '../schedule/shape.ts';
import type { LetterStatus, NoticeStatus } from './database.ts';
import { isAmong } from './is-among.ts';
import type { RecordDb } from './open-record.ts';

/** A letter as those who run the system look at it. */
export interface QueuedLetter {
  id: string;
  folder: string;
  mailbox: string;
  kind: LetterKind;
  day: IsoDate;
  slot: Date;
  status: LetterStatus;
  attempts: number;
  /** While it waits: the instant from which it is to be sent, tried again, or taken over. */
  waitsFor: Date;
  subject: string | null;
  /** The mail server's last words. */
  response: string | null;
  sentAt: Date | null;
  /** That it came back after the mail server had taken it: when that was read, in which words. */
  returned: { at: Date; words: string } | null;
  /** None in a digest. */
  notices: QueuedNotice[];
}

export interface QueuedNotice {
  id: string;
  deadline: string;
  rung: string;
  addressee: Addressee;
  /** The unit whose mailbox it goes to. */
  unit: string;
  status: NoticeStatus;
  nominal: IsoDate;
  aim: IsoDate;
}

/** The letters whose ids are given with their notices, in that order; ids that the record does not know are left out. */
export async function queuedLetters(db: RecordDb, ids: string[]): Promise<QueuedLetter[]> {
  const asked = ids.map((id) => ({ id }));
  const rows = await db
    .selectFrom('letter')
    .where(isAmong('id', asked))
    .select(['id', 'folder', 'mailbox', 'kind', 'day', 'slot', 'status', 'attempts'])
    .select(['next_attempt', 'claimed_until', 'subject', 'response', 'sent_at'])
    .select(['returned_at', 'returned'])
    .execute();
  const notices = await db
    .selectFrom('notice')
    .innerJoin('deadline', 'deadline.id', 'notice.deadline')
    .where(isAmong('letter', asked))
    .select(['notice.id', 'notice.deadline', 'notice.rung', 'notice.addressee', 'notice.unit'])
    .select(['notice.status', 'notice.letter', 'deadline.nominal', 'deadline.aim'])
    .orderBy('deadline.aim')
    .orderBy('notice.id')
    .execute();
  const letters = new Map(
    rows.map(({ next_attempt, claimed_until, sent_at, returned_at, returned, ...row }) => [
      row.id,
      {
        ...row,
        waitsFor: row.status === 'sending' ? (claimed_until ?? next_attempt) : next_attempt,
        sentAt: sent_at,
        returned: returned_at === null ? null : { at: returned_at, words: returned ?? '' },
        notices: [] as QueuedNotice[],
      },
    ]),
  );
  for (const { letter, ...notice } of notices) letters.get(letter ?? '')?.notices.push(notice);
  return ids.flatMap((id) => letters.get(id) ?? []);
}

/** The ids of the letters to a mailbox that were refused or could not be delivered, newest first. */
export async function undeliveredLetters(db: RecordDb, mailbox: string): Promise<string[]> {
  const rows = await db
    .selectFrom('letter')
    .where('mailbox', '=', mailbox)
    .where('status', 'in', ['refused', 'failed'])
    .select('id')
    .orderBy('day', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** How many letters of each mailbox were refused or could not be delivered, by the mailbox's name. */
export async function undeliveredCounts(db: RecordDb): Promise<{ mailbox: string; count: number }[]> {
  const rows = await db
    .selectFrom('letter')
    .where('status', 'in', ['refused', 'failed'])
    .select(({ fn }) => ['mailbox', fn.countAll<string>().as('count')])
    .groupBy('mailbox')
    .execute();
  return rows
    .map(({ mailbox, count }) => ({ mailbox, count: Number(count) }))
    .sort((a, b) => (a.mailbox < b.mailbox ? -1 : 1));
}

/** The ids of the letters that came back after the mail server had taken them, newest first, at most `most`. */
export async function returnedLetters(db: RecordDb, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('letter')
    .where('returned_at', 'is not', null)
    .orderBy('returned_at', 'desc')
    .orderBy('id')
    .limit(most)
    .select('id')
    .execute();
  return rows.map(({ id }) => id);
}
