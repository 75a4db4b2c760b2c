import { sql, type Kysely } from 'kysely';

/** Deadlines, what is said of them and by which letters, what happened, and the events that tell of all of it. */
export async function createTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('deadline')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('folder', 'text', (c) => c.notNull())
    .addColumn('plan', 'text', (c) => c.notNull())
    .addColumn('obligation', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('period', 'text', (c) => c.notNull())
    .addColumn('about', 'text')
    .addColumn('nominal', 'date', (c) => c.notNull())
    .addColumn('aim', 'date', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().check(sql`status in ('open', 'done', 'withdrawn')`))
    .addColumn('original_nominal', 'date')
    .addColumn('extensions', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('received', 'boolean', (c) => c.notNull().defaultTo(false))
    .addColumn('done_document', 'text')
    .addColumn('done_on', 'date')
    .addUniqueConstraint('deadline_once', ['plan', 'obligation', 'unit', 'period'])
    .execute();

  await db.schema
    .createTable('letter')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('folder', 'text', (c) => c.notNull())
    .addColumn('mailbox', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('day', 'date', (c) => c.notNull())
    .addColumn('slot', 'timestamptz', (c) => c.notNull())
    .addColumn('status', 'text', (c) =>
      c
        .notNull()
        .check(sql`status in ('planned', 'sending', 'retrying', 'sent', 'refused', 'failed', 'dropped')`),
    )
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('next_attempt', 'timestamptz', (c) => c.notNull())
    .addColumn('claimed_until', 'timestamptz')
    .addColumn('message_id', 'text')
    .addColumn('subject', 'text')
    .addColumn('text', 'text')
    .addColumn('html', 'text')
    .addColumn('response', 'text')
    .addColumn('sent_at', 'timestamptz')
    .execute();
  await db.schema.createIndex('letter_waiting').on('letter').columns(['status', 'next_attempt']).execute();

  await db.schema
    .createTable('notice')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('deadline', 'text', (c) => c.notNull().references('deadline.id'))
    .addColumn('rung', 'text', (c) => c.notNull())
    .addColumn('climb_order', 'integer', (c) => c.notNull())
    .addColumn('addressee', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('mailbox', 'text')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('planned', 'date', (c) => c.notNull())
    .addColumn('day', 'date', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) =>
      c.notNull().check(sql`status in ('planned', 'said', 'skipped', 'refused', 'failed')`),
    )
    .addColumn('letter', 'text', (c) => c.references('letter.id'))
    .addUniqueConstraint('notice_once', ['deadline', 'rung', 'addressee'])
    .execute();
  await db.schema.createIndex('notice_letter').on('notice').column('letter').execute();

  await db.schema
    .createTable('event')
    .addColumn('id', 'integer', (c) => c.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('who', 'text', (c) => c.notNull())
    .addColumn('why', 'text', (c) => c.notNull())
    .addColumn('deadline', 'text')
    .addColumn('notice', 'text')
    .addColumn('letter', 'text')
    .addColumn('detail', 'jsonb', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('event_deadline').on('event').column('deadline').execute();
  await db.schema.createIndex('event_letter').on('event').column('letter').execute();

  await db.schema
    .createTable('happening')
    .addColumn('id', 'integer', (c) => c.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('day', 'date', (c) => c.notNull())
    .addColumn('reference', 'text', (c) => c.notNull())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addUniqueConstraint('happening_once', ['kind', 'reference'])
    .execute();
}
