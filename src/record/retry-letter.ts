import { appendEvents } from './events.ts';
import type { RecordDb } from './open-record.ts';

/**
 * Begins new tries of a letter that the mail server refused or that could not be delivered, from `at` on: the same letter under the
 * same Message-ID, its notices waiting again. Returns false for a letter in any other state: what was sent is never sent again.
 */
export async function retryLetter(
  db: RecordDb,
  id: string,
  { now, by, why, at }: { now: Date; by: string; why: string; at: Date },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const before = await trx
      .selectFrom('letter')
      .where('id', '=', id)
      .where('status', 'in', ['refused', 'failed'])
      .select(['status', 'attempts', 'response'])
      .forUpdate()
      .executeTakeFirst();
    if (before === undefined) return false;
    await trx
      .updateTable('letter')
      .set({ status: 'retrying', attempts: 0, next_attempt: at, claimed_until: null })
      .where('id', '=', id)
      .execute();
    await trx
      .updateTable('notice')
      .set({ status: 'planned' })
      .where('letter', '=', id)
      .where('status', 'in', ['refused', 'failed'])
      .execute();
    const detail = { before: before.status, attempts: before.attempts, response: before.response };
    await appendEvents(trx, now, by, [
      { what: 'letter-retried', why: `Cho gửi lại: ${why}`, letter: id, detail },
    ]);
    return true;
  });
}

/** From when the tries of a letter are counted: its slot, or the last time that somebody began them anew. */
export async function triesSince(db: RecordDb, { id, slot }: { id: string; slot: Date }): Promise<Date> {
  const last = await db
    .selectFrom('event')
    .where('letter', '=', id)
    .where('what', '=', 'letter-retried')
    .select((select) => select.fn.max('at').as('at'))
    .executeTakeFirst();
  return last?.at != null && last.at > slot ? last.at : slot;
}
