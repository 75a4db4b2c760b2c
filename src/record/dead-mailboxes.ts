import type { DeadMailbox } from '../plan/model.ts';
import { appendEvents } from './events.ts';
import type { RecordDb } from './open-record.ts';

/** A mailbox that takes no mail, with the letter that showed it. */
export interface RecordedDeadMailbox extends DeadMailbox {
  letter: { id: string; subject: string | null; sentAt: Date | null };
  /** The mail server's own words. */
  words: string;
}

/** The mailboxes that take no mail now, oldest first. */
export async function deadMailboxes(db: RecordDb): Promise<RecordedDeadMailbox[]> {
  const rows = await db
    .selectFrom('dead_mailbox')
    .innerJoin('letter', 'letter.id', 'dead_mailbox.letter')
    .leftJoin('deadline', 'deadline.id', 'dead_mailbox.deadline')
    .where('dead_mailbox.ended_at', 'is', null)
    .select(['dead_mailbox.id as number', 'dead_mailbox.mailbox', 'dead_mailbox.since', 'dead_mailbox.words'])
    .select(['dead_mailbox.unit', 'deadline.id as deadline', 'deadline.plan', 'deadline.obligation'])
    .select(['letter.id as letter', 'letter.folder', 'letter.subject', 'letter.sent_at'])
    .orderBy('dead_mailbox.id')
    .execute();
  return rows.map(({ unit, deadline, plan, obligation, letter, subject, sent_at, ...row }) => ({
    ...row,
    about:
      unit === null || deadline === null || plan === null || obligation === null
        ? null
        : { deadline, plan, obligation, unit },
    letter: { id: letter, subject, sentAt: sent_at },
  }));
}

/** Whether the marking `number` still holds. */
export async function isStillDead(db: RecordDb, number: number): Promise<boolean> {
  const row = await db
    .selectFrom('dead_mailbox')
    .where('id', '=', number)
    .where('ended_at', 'is', null)
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes down that the mailbox takes mail again, and why in Vietnamese. Returns false when it was not known to be dead. */
export async function reviveMailbox(
  db: RecordDb,
  mailbox: string,
  { now, by, why }: { now: Date; by: string; why: string },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const ended = await trx
      .updateTable('dead_mailbox')
      .set({ ended_at: now })
      .where('mailbox', '=', mailbox.trim().toLowerCase())
      .where('ended_at', 'is', null)
      .returning(['mailbox', 'letter'])
      .execute();
    await appendEvents(
      trx,
      now,
      by,
      ended.map((one) => ({
        what: 'mailbox-alive' as const,
        why: `Hộp thư ${one.mailbox} dùng được trở lại: ${why}`,
        letter: one.letter,
        detail: { mailbox: one.mailbox },
      })),
    );
    return ended.length > 0;
  });
}

/** Ends the markings of mailboxes that the schedule files no longer name: they have been replaced there. Returns how many. */
export async function forgetMailboxes(
  db: RecordDb,
  who: string,
  now: Date,
  named: ReadonlySet<string>,
): Promise<number> {
  const replaced = (await deadMailboxes(db)).filter(({ mailbox }) => !named.has(mailbox));
  for (const { mailbox } of replaced)
    await reviveMailbox(db, mailbox, {
      now,
      by: who,
      why: 'tệp lịch không còn nêu hộp thư này, nơi nhận đã được thay.',
    });
  return replaced.length;
}
