import type { RecordDb } from '../../src/record/open-record.ts';

/** One try of a letter. */
export interface Flight {
  id: string;
  attempt: number;
}

/** What somebody has claimed and not yet written down as ended. */
export async function lettersUnderWay(db: RecordDb): Promise<Flight[]> {
  return db
    .selectFrom('letter')
    .where('status', '=', 'sending')
    .select(['id', 'attempts as attempt'])
    .execute();
}

/** The letter's last try, which a worker may have written down as ended since it was met: the next one comes a minute later at the earliest. */
export async function lastTry(db: RecordDb, letter: string): Promise<Flight[]> {
  return db.selectFrom('letter').where('id', '=', letter).select(['id', 'attempts as attempt']).execute();
}

/** The letters that a process found claimed by one that had died, as the record tells: once for each time. */
export async function lettersTakenOver(db: RecordDb): Promise<Flight[]> {
  const rows = await db
    .selectFrom('event')
    .where('what', '=', 'letter-reclaimed')
    .select(['id', 'letter'])
    .execute();
  return rows.map(({ id, letter }) => ({ id: letter ?? '', attempt: Number(id) }));
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
