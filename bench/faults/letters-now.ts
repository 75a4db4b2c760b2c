import type { RecordDb } from '../../src/record/open-record.ts';

/** Ids of the letters that somebody has claimed and not yet written down as ended. */
export async function lettersUnderWay(db: RecordDb): Promise<string[]> {
  const rows = await db.selectFrom('letter').where('status', '=', 'sending').select('id').execute();
  return rows.map(({ id }) => id);
}

/** How many letters could be claimed at `now`. */
export async function lettersToClaim(db: RecordDb, now: Date): Promise<number> {
  const { letters } = await db
    .selectFrom('letter')
    .where('status', 'in', ['planned', 'retrying'])
    .where('next_attempt', '<=', now)
    .select((count) => count.fn.countAll().as('letters'))
    .executeTakeFirstOrThrow();
  return Number(letters);
}
