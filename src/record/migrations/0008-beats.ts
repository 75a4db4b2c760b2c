import { sql, type Kysely } from 'kysely';

/** One row: the last beat of the clock that was made, whichever process made it. */
export async function addBeats(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('beat')
    .addColumn('single', 'boolean', (c) =>
      c
        .primaryKey()
        .defaultTo(true)
        .check(sql`single`),
    )
    .addColumn('slot', 'timestamptz', (c) => c.notNull())
    .addColumn('who', 'text', (c) => c.notNull())
    .addColumn('fingerprint', 'text', (c) => c.notNull())
    .execute();
}
