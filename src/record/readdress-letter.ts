import { appendEvents, type NewEvent } from './events.ts';
import { isAmong } from './is-among.ts';
import type { RecordDb } from './open-record.ts';

/**
 * Gives up a refused or failed letter whose addressee now reads another mailbox: its notices are forgotten, so that the next
 * planning writes them anew into a letter to that mailbox. `lost` are the notices that no planning names any more: they are skipped, each with its
 * reason in Vietnamese. Returns false for a letter in any other state.
 */
export async function readdressLetter(
  db: RecordDb,
  id: string,
  { now, by, why, lost }: { now: Date; by: string; why: string; lost: ReadonlyMap<string, string> },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('letter')
      .set({ status: 'dropped', claimed_until: null })
      .where('id', '=', id)
      .where('status', 'in', ['refused', 'failed'])
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    const notices = await trx
      .selectFrom('notice')
      .where('letter', '=', id)
      .where('status', 'in', ['refused', 'failed'])
      .select(['id', 'deadline'])
      .execute();
    const events: NewEvent[] = [];
    for (const { id: notice, deadline } of notices) {
      const reason = lost.get(notice);
      const of = { letter: id, notice, deadline };
      if (reason === undefined) {
        events.push({ what: 'letter-readdressed', why: `Lập lại tới hộp thư khác: ${why}`, ...of });
        continue;
      }
      await trx.updateTable('notice').set({ status: 'skipped', reason }).where('id', '=', notice).execute();
      events.push({ what: 'notice-skipped', why: reason, ...of });
    }
    const forgotten = notices.filter(({ id: notice }) => !lost.has(notice));
    await trx.deleteFrom('notice').where(isAmong('id', forgotten)).execute();
    await appendEvents(trx, now, by, events);
    return true;
  });
}
