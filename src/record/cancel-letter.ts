import { appendEvents } from './events.ts';
import type { RecordDb } from './open-record.ts';

/**
 * Takes back a letter that waits, because somebody decided that it is not to be sent: its notices are skipped with that reason and
 * no planning brings them forth again. Returns false for a letter that does not wait: it is being sent, or has ended.
 */
export async function cancelLetter(
  db: RecordDb,
  id: string,
  { now, by, why }: { now: Date; by: string; why: string },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('letter')
      .set({ status: 'dropped' })
      .where('id', '=', id)
      .where('status', 'in', ['planned', 'retrying'])
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    const skipped = await trx
      .updateTable('notice')
      .set({ status: 'skipped', reason: why })
      .where('letter', '=', id)
      .where('status', '=', 'planned')
      .returning(['id', 'deadline'])
      .execute();
    await appendEvents(trx, now, by, [
      { what: 'letter-cancelled', why: `Không gửi thư này: ${why}`, letter: id },
      ...skipped.map(({ id: notice, deadline }) => ({
        what: 'notice-skipped' as const,
        why,
        letter: id,
        notice,
        deadline,
      })),
    ]);
    return true;
  });
}
