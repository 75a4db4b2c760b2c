import { sql } from 'kysely';
import type { RecordDb } from './open-record.ts';

/**
 * Whether a refusal that has just come for this letter may be no verdict on the letter: it is the first one since its tries began, or
 * the mail server has refused two other mailboxes too since that first one and taken nothing. A relay that lost its rights, or a sender that stands on a
 * block list, refuses everybody for good (5yz to RCPT TO).
 */
export async function isRefusalDoubted(
  db: RecordDb,
  { id, mailbox }: { id: string; mailbox: string },
): Promise<boolean> {
  const first = await firstRefusal(db, id);
  if (first === undefined) return true;
  const others = db
    .selectFrom('event')
    .innerJoin('letter', 'letter.id', 'event.letter')
    .where('event.id', '>', first)
    .where('letter.id', '!=', id)
    .select('letter.mailbox')
    .distinct()
    .limit(REFUSED_TOO);
  const taken = await others.where('event.what', '=', 'letter-sent').executeTakeFirst();
  if (taken !== undefined) return false;
  const refused = await others
    .where('letter.mailbox', '!=', mailbox)
    .where((where) => where.or([where('event.what', '=', 'letter-refused'), IS_DOUBTED]))
    .execute();
  return refused.length === REFUSED_TOO;
}

/** One more may be the same unit's: an office that was dissolved takes nothing for its head either. */
const REFUSED_TOO = 2;

/** A try that ended in a refusal which was doubted. */
const IS_DOUBTED = sql<boolean>`event.what = 'letter-retrying' and event.detail ->> 'refused' = 'true'`;

/** The event of the letter's first refusal since somebody began its tries. */
async function firstRefusal(db: RecordDb, id: string): Promise<number | undefined> {
  const events = await db
    .selectFrom('event')
    .where('letter', '=', id)
    .where((where) => where.or([where('what', '=', 'letter-retried'), IS_DOUBTED]))
    .orderBy('id')
    .select(['id', 'what'])
    .execute();
  const begun = events.findLastIndex(({ what }) => what === 'letter-retried');
  return events[begun + 1]?.id;
}
