import { sql, type Kysely, type Migration, type MigrationProvider } from 'kysely';

/** Every change of the record's tables, oldest first. A migration that has been released is never edited. */
const migrations: Record<string, Migration> = {
  '0001-first-tables': { up: createTables },
  '0002-answers-links-digests': { up: addAnswers },
  '0003-accounts-pauses': { up: addAccounts },
  '0004-board-indexes': { up: addBoardIndexes },
  '0005-deadline-pauses': { up: addDeadlinePauses },
  '0006-bounces': { up: addBounces },
  '0007-ills': { up: addIlls },
};

export const migrationProvider: MigrationProvider = { getMigrations: async () => migrations };

async function createTables(db: Kysely<unknown>): Promise<void> {
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

async function addAnswers(db: Kysely<unknown>): Promise<void> {
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

async function addAccounts(db: Kysely<unknown>): Promise<void> {
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

/** What was last said of a deadline is found without looking at all that was said. */
async function addBoardIndexes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('notice_said')
    .on('notice')
    .columns(['deadline', 'day', 'letter'])
    .where(sql.ref('status'), '=', sql.lit('said'))
    .execute();
}

/** Deadlines are paused or withdrawn by a decision; a registered event is taken back, and its document may then be registered again. */
async function addDeadlinePauses(db: Kysely<unknown>): Promise<void> {
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

/** Returned mail, and the mailboxes that take none: one is marked once. */
async function addBounces(db: Kysely<unknown>): Promise<void> {
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

/** An ill is open once: two workers that find it at the same moment write it once. */
async function addIlls(db: Kysely<unknown>): Promise<void> {
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
