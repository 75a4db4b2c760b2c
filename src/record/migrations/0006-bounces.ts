import { sql, type Kysely } from 'kysely';

/** Returned mail, and the mailboxes that take none: one is marked once. */
export async function addBounces(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('letter')
    .addColumn('returned_at', 'timestamptz')
    .addColumn('returned', 'text')
    .execute();
  await db.schema.createIndex('letter_message_id').on('letter').column('message_id').execute();

  await db.schema
    .createTable('bounce')
    .addColumn('id', 'integer', (c) => c.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('report', 'text', (c) => c.notNull())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addColumn('verdict', 'text', (c) =>
      c.notNull().check(sql`verdict in ('hard', 'expired', 'delayed', 'ignored')`),
    )
    .addColumn('why', 'text')
    .addColumn('letter', 'text', (c) => c.references('letter.id'))
    .addColumn('mailbox', 'text')
    .addColumn('code', 'text')
    .addColumn('words', 'text')
    .addUniqueConstraint('bounce_once', ['report'])
    .execute();

  await db.schema
    .createTable('dead_mailbox')
    .addColumn('id', 'integer', (c) => c.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('mailbox', 'text', (c) => c.notNull())
    .addColumn('letter', 'text', (c) => c.notNull().references('letter.id'))
    .addColumn('deadline', 'text', (c) => c.references('deadline.id'))
    .addColumn('unit', 'text')
    .addColumn('words', 'text', (c) => c.notNull())
    .addColumn('since', 'timestamptz', (c) => c.notNull())
    .addColumn('ended_at', 'timestamptz')
    .execute();
  await db.schema
    .createIndex('dead_mailbox_once')
    .on('dead_mailbox')
    .column('mailbox')
    .unique()
    .where(sql.ref('ended_at'), 'is', null)
    .execute();
}
