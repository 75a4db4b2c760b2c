import { sql, type Kysely } from 'kysely';

/** What was last said of a deadline is found without looking at all that was said. */
export async function addBoardIndexes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('notice_said')
    .on('notice')
    .columns(['deadline', 'day', 'letter'])
    .where(sql.ref('status'), '=', sql.lit('said'))
    .execute();
}
