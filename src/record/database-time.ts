import { sql } from 'kysely';
import type { RecordDb } from './open-record.ts';

/** What time it is where the record lives. */
export async function databaseTime(db: RecordDb): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('The database does not tell the time');
  return new Date(row.at);
}
