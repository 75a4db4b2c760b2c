import { sql, type Kysely } from 'kysely';

/** What units answer, the keys of the links they answer by, their calendars, and letters that end with nothing to say. */
export async function addAnswers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('deadline')
    .addColumn('answers', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('accepted', 'boolean', (c) => c.notNull().defaultTo(false))
    .addColumn('handed_back', 'boolean', (c) => c.notNull().defaultTo(false))
    .addColumn('asked_until', 'date')
    .addColumn('progress', 'jsonb')
    .addColumn('met', 'boolean', (c) => c.notNull().defaultTo(false))
    .addColumn('sequence', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();

  await db.schema
    .createTable('answer')
    .addColumn('deadline', 'text', (c) => c.notNull().references('deadline.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('mailbox', 'text')
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addColumn('said', 'jsonb', (c) => c.notNull())
    .addPrimaryKeyConstraint('answer_once', ['deadline', 'number'])
    .execute();

  await db.schema
    .createTable('link_key')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('secret', 'text', (c) => c.notNull())
    .addColumn('made_at', 'timestamptz', (c) => c.notNull())
    .addColumn('ended_at', 'timestamptz')
    .execute();

  await db.schema
    .createTable('feed')
    .addColumn('folder', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('generation', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('feed_once', ['folder', 'unit'])
    .execute();

  await db.schema.alterTable('letter').dropConstraint('letter_status_check').execute();
  await db.schema
    .alterTable('letter')
    .addCheckConstraint(
      'letter_status_check',
      sql`status in ('planned', 'sending', 'retrying', 'sent', 'refused', 'failed', 'dropped', 'empty')`,
    )
    .execute();
}
