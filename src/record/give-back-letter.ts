import { appendEvents } from './events.ts';
import type { RecordDb } from './open-record.ts';

/**
 * Gives back a claimed letter unsent, with the reason in Vietnamese: its notices are forgotten, so that the next planning
 * writes them anew. Nothing happens when the claim has been lost meanwhile.
 */
export async function giveBackLetter(
  db: RecordDb,
  id: string,
  who: string,
  now: Date,
  why: string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('letter')
      .set({ status: 'dropped', claimed_until: null })
      .where('id', '=', id)
      .where('status', '=', 'sending')
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await trx.deleteFrom('notice').where('letter', '=', id).where('status', '=', 'planned').execute();
    await appendEvents(trx, now, who, [{ what: 'letter-dropped', why, letter: id }]);
  });
}
