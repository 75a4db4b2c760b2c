import { sql } from 'kysely';
import type { RecordDb } from './open-record.ts';

/**
 * Counts a wrong password for the account `name`, in one statement, so that guesses sent at once are all counted; the last of
 * `most` locks it until `until` and begins the count anew.
 * @returns whether this one locked it.
 */
export async function countFailure(
  db: RecordDb,
  name: string,
  { most, until }: { most: number; until: Date },
): Promise<boolean> {
  const counted = await db
    .updateTable('account')
    .set({
      failures: sql<number>`(failures + 1) % ${most}::integer`,
      locked_until: sql<Date | null>`case when failures + 1 >= ${most}::integer then ${until}::timestamptz end`,
    })
    .where('name', '=', name)
    .returning('locked_until')
    .executeTakeFirst();
  return counted !== undefined && counted.locked_until !== null;
}
