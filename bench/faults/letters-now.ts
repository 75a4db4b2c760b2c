import type { RecordDb } from '../../src/record/open-record.ts';

/** A letter that somebody has claimed and not yet written down as ended, and which of its tries that is. */
export interface Flight {
  id: string;
  attempt: number;
}

/** The letters that are on their way now; with `id`, that letter alone. */
export async function lettersUnderWay(db: RecordDb, id?: string): Promise<Flight[]> {
  return db
    .selectFrom('letter')
    .where('status', '=', 'sending')
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .select(['id', 'attempts as attempt'])
    .execute();
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
