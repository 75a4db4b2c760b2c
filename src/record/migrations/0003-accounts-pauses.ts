import { sql, type Kysely } from 'kysely';

/** Who may sign in to the console, their sessions, and the pauses of all sending. */
export async function addAccounts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('account')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('role', 'text', (c) => c.notNull().check(sql`role in ('viewer', 'officer', 'admin')`))
    .addColumn('folder', 'text')
    .addColumn('unit', 'text')
    .addColumn('password', 'text', (c) => c.notNull())
    .addColumn('one_time', 'boolean', (c) => c.notNull())
    .addColumn('failures', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('locked_until', 'timestamptz')
    .addColumn('made_at', 'timestamptz', (c) => c.notNull())
    .addColumn('ended_at', 'timestamptz')
    .addCheckConstraint(
      'officer_has_unit',
      sql`(role = 'officer') = (folder is not null and unit is not null)`,
    )
    .execute();

  await db.schema
    .createTable('session')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('account', 'text', (c) => c.notNull().references('account.name'))
    .addColumn('form_token', 'text', (c) => c.notNull())
    .addColumn('made_at', 'timestamptz', (c) => c.notNull())
    .addColumn('seen_at', 'timestamptz', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('session_account').on('session').column('account').execute();

  await db.schema
    .createTable('pause')
    .addColumn('id', 'integer', (c) => c.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('since', 'timestamptz', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('why', 'text', (c) => c.notNull())
    .addColumn('ended_at', 'timestamptz')
    .execute();
}
