import { sql, type Kysely } from 'kysely';

/** An ill is open once: two workers that find it at the same moment write it once. */
export async function addIlls(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('ill')
    .addColumn('number', 'integer', (c) => c.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('once', 'boolean', (c) => c.notNull())
    .addColumn('since', 'timestamptz', (c) => c.notNull())
    .addColumn('seen_at', 'timestamptz', (c) => c.notNull())
    .addColumn('ended_at', 'timestamptz')
    .addColumn('said', 'jsonb', (c) => c.notNull())
    .addColumn('told_at', 'timestamptz')
    .addColumn('end_told_at', 'timestamptz')
    .execute();
  await db.schema
    .createIndex('ill_open_once')
    .on('ill')
    .column('id')
    .unique()
    .where(sql.ref('ended_at'), 'is', null)
    .execute();
}
