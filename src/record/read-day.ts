import { localDate, type IsoDate } from '../calendar/dates.ts';
import type { LetterStatus, NoticeStatus } from './database.ts';
import { isAmong } from './is-among.ts';
import type { RecordDb } from './open-record.ts';
import { readPause, type Pause } from './pauses.ts';

/** A notice as the record keeps it, with the letter that carries it. */
export interface RecordedNotice {
  id: string;
  deadline: string;
  /** The day the ladder named, and the day it was meant to leave. */
  planned: IsoDate;
  day: IsoDate;
  status: NoticeStatus;
  reason: string;
  letter: RecordedLetter | null;
}

export interface RecordedLetter {
  id: string;
  folder: string;
  mailbox: string;
  status: LetterStatus;
  sentAt: Date | null;
  /** While it waits: the instant from which it is to be sent, tried again, or taken over. */
  waitsFor: Date;
  /** The mail server's last words. */
  response: string | null;
  /** That it came back after the mail server had taken it: when that was read, in which words. */
  returned: { at: Date; words: string } | null;
}

/** What the record holds of one day. */
export interface RecordedDay {
  /** The notices that were asked for, those that the ladder named for the day, and those still to leave on it. */
  notices: RecordedNotice[];
  /** Letters of the day that never carried a notice, such as digests; not those that tell admins of ills. */
  letters: RecordedLetter[];
  /** Of the notices that were asked for, those that some event tells of. */
  told: ReadonlySet<string>;
  /** The pause that holds now. */
  pause?: Pause | undefined;
}

/** Reads what the record holds of `day` and of the notices whose ids are given. */
export async function readDay(db: RecordDb, day: IsoDate, ids: string[]): Promise<RecordedDay> {
  const asked = ids.map((id) => ({ id }));
  const notices = await db
    .selectFrom('notice')
    .where((where) =>
      where.or([
        where('planned', '=', day),
        where.and([where('day', '=', day), where('status', '=', 'planned')]),
        isAmong('id', asked),
      ]),
    )
    .select(['id', 'deadline', 'planned', 'day', 'status', 'reason', 'letter'])
    .orderBy('id')
    .execute();
  const carriers = notices.flatMap(({ letter }) => (letter === null ? [] : [{ id: letter }]));
  const letters = await readLetters(db, day, carriers);
  const byId = new Map(letters.map((letter) => [letter.id, letter]));
  const events = await db
    .selectFrom('event')
    .where('what', 'in', ['letter-planned', 'notice-skipped'])
    .where(isAmong('notice', asked))
    .select('notice')
    .distinct()
    .execute();
  return {
    notices: notices.map(({ letter, ...notice }) => ({ ...notice, letter: byId.get(letter ?? '') ?? null })),
    letters: letters.filter(({ carries }) => !carries),
    told: new Set(events.flatMap(({ notice }) => notice ?? [])),
    pause: await readPause(db),
  };
}

/** What the record was last planned with, and on which day that was; undefined for a record that never was. */
export async function lastPlanning(
  db: RecordDb,
): Promise<{ day: IsoDate; loadedAt: Date | undefined; fingerprint: unknown } | undefined> {
  const latest = (...what: string[]) =>
    db
      .selectFrom('event')
      .where('what', 'in', what)
      .orderBy('id', 'desc')
      .limit(1)
      .select(['at', 'detail'])
      .executeTakeFirst();
  const planned = await latest('schedule-loaded', 'deadline-added', 'letter-planned');
  if (planned === undefined) return undefined;
  const loaded = await latest('schedule-loaded');
  return { day: localDate(planned.at), loadedAt: loaded?.at, fingerprint: loaded?.detail.fingerprint };
}

/** The letters that are given, and those of the day that never carried a notice; a dropped one has made room for another. */
async function readLetters(db: RecordDb, day: IsoDate, carriers: { id: string }[]) {
  const rows = await db
    .selectFrom('letter')
    .where((where) =>
      where.or([
        isAmong('id', carriers),
        where.and([
          where('day', '=', day),
          where('status', '!=', 'dropped'),
          where('kind', '!=', 'admin'),
          where.not(
            where.exists(
              where.selectFrom('notice').whereRef('notice.letter', '=', 'letter.id').select('notice.id'),
            ),
          ),
          where.not(
            where.exists(
              where
                .selectFrom('event')
                .whereRef('event.letter', '=', 'letter.id')
                .where('event.notice', 'is not', null)
                .select('event.id'),
            ),
          ),
        ]),
      ]),
    )
    .select(['id', 'folder', 'mailbox', 'status', 'sent_at', 'next_attempt', 'claimed_until', 'response'])
    .select(['returned_at', 'returned'])
    .orderBy('id')
    .execute();
  const carrying = new Set(carriers.map(({ id }) => id));
  return rows.map(({ sent_at, next_attempt, claimed_until, returned_at, returned, ...row }) => ({
    ...row,
    sentAt: sent_at,
    waitsFor: row.status === 'sending' ? (claimed_until ?? next_attempt) : next_attempt,
    returned: returned_at === null ? null : { at: returned_at, words: returned ?? '' },
    carries: carrying.has(row.id),
  }));
}
