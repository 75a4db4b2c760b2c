import { appendEvents } from './events.ts';
import type { RecordDb } from './open-record.ts';

/** Lets a waiting letter leave at `at`, earlier than it was to. Returns false when it does not wait, or not beyond `at`. */
export async function hastenLetter(
  db: RecordDb,
  id: string,
  { now, by, why, at }: { now: Date; by: string; why: string; at: Date },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const before = await trx
      .selectFrom('letter')
      .where('id', '=', id)
      .where('status', 'in', ['planned', 'retrying'])
      .where('next_attempt', '>', at)
      .select('next_attempt')
      .forUpdate()
      .executeTakeFirst();
    if (before === undefined) return false;
    await trx.updateTable('letter').set({ next_attempt: at }).where('id', '=', id).execute();
    const detail = { from: before.next_attempt.toISOString(), to: at.toISOString() };
    await appendEvents(trx, now, by, [
      { what: 'letter-hastened', why: `Cho gửi ngay: ${why}`, letter: id, detail },
    ]);
    return true;
  });
}
