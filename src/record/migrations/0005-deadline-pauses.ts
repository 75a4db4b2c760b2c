import { sql, type Kysely } from 'kysely';

/** Deadlines are paused or withdrawn by a decision; a registered event is taken back, and its document may then be registered again. */
export async function addDeadlinePauses(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('deadline')
    .addColumn('paused_at', 'timestamptz')
    .addColumn('paused_until', 'date')
    .addColumn('paused_why', 'text')
    .addColumn('resumed_at', 'timestamptz')
    .addColumn('taken_off', 'boolean', (c) => c.notNull().defaultTo(false))
    .execute();
  await db.schema
    .alterTable('deadline')
    .addCheckConstraint('pause_has_reason', sql`(paused_at is null) = (paused_why is null)`)
    .execute();
  await db.schema
    .alterTable('deadline')
    .addCheckConstraint('taken_off_is_withdrawn', sql`not taken_off or status = 'withdrawn'`)
    .execute();

  await db.schema
    .alterTable('happening')
    .addColumn('cancelled_at', 'timestamptz')
    .addColumn('cancelled_by', 'text')
    .addColumn('cancelled_why', 'text')
    .execute();
  await db.schema.alterTable('happening').dropConstraint('happening_once').execute();
  await db.schema
    .createIndex('happening_once')
    .on('happening')
    .columns(['kind', 'reference'])
    .unique()
    .where(sql.ref('cancelled_at'), 'is', null)
    .execute();
}
