import type { BounceVerdict } from './bounce-tables.ts';
import type { LetterStatus } from './database.ts';
import { appendEvents, type NewEvent } from './events.ts';
import type { RecordDb, RecordTransaction } from './open-record.ts';
import { readableLine } from './readable-line.ts';

/** One message of the mailbox for returned mail, as far as it was understood. */
export interface BounceMessage {
  /** Names the message, so that reading it twice is no news. */
  report: string;
  /** Why it reports no failure: `automatic`, `unrelated`, `unreadable`, `too-large`; undefined for a report. */
  ignored?: string | undefined;
  /** The Message-IDs that it speaks of, with their angle brackets. */
  messageIds: string[];
  /** For each recipient, under all the addresses that the report has for it (in lower case), what happened. */
  failures: BounceFailure[];
}

export interface BounceFailure {
  recipients: string[];
  verdict: Exclude<BounceVerdict, 'ignored'>;
  /** RFC 3463's status: `5.1.1`. */
  code: string | null;
  words: string;
}

/** What a message came to. */
export interface TakenBounce {
  verdict: BounceVerdict;
  /** For an ignored one why, else undefined; also `not-ours` and `other-recipient`. */
  why?: string | undefined;
  letter?: string | undefined;
  mailbox?: string | undefined;
  /** The mailbox was marked by this message: what is planned must change. */
  marked: boolean;
}

/**
 * Writes down what a message of the mailbox for returned mail came to, in one transaction: the message itself, and for a report on a letter of
 * ours to the very mailbox that it was sent to, that the letter came back or is delayed. A hard failure marks the mailbox, unless it has been
 * declared to take mail since the letter left, or the letter itself told of a dead mailbox or told admins (which nothing is to follow from).
 * `domain` is the sender's. Undefined when the message was taken before.
 */
export async function takeBounce(
  db: RecordDb,
  who: string,
  now: Date,
  message: BounceMessage,
  domain: string,
): Promise<TakenBounce | undefined> {
  return db.transaction().execute(async (trx) => {
    const letter =
      message.ignored === undefined ? await letterOf(trx, message.messageIds, domain) : undefined;
    const named = message.failures.find(({ recipients }) => recipients.includes(letter?.mailbox ?? ''));
    const failure = named && { ...named, words: readableLine(named.words) };
    const why =
      message.ignored ??
      (letter === undefined ? 'not-ours' : failure === undefined ? 'other-recipient' : undefined);
    const verdict = why === undefined && failure !== undefined ? failure.verdict : 'ignored';
    const written = await trx
      .insertInto('bounce')
      .values({
        ...{ report: message.report, at: now, verdict, why: why ?? null, letter: letter?.id ?? null },
        mailbox: letter?.mailbox ?? null,
        code: failure?.code ?? null,
        words: failure?.words ?? null,
      })
      .onConflict((conflict) => conflict.column('report').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (written === undefined) return undefined;
    if (letter === undefined || failure === undefined || verdict === 'ignored')
      return { verdict, why, letter: letter?.id, mailbox: letter?.mailbox, marked: false };
    const events = [await tell(trx, letter, failure, now)];
    const mark = verdict === 'hard' ? await markDead(trx, letter, failure, now) : undefined;
    if (mark !== undefined) events.push(mark);
    await appendEvents(trx, now, who, events);
    return { verdict, letter: letter.id, mailbox: letter.mailbox, marked: mark !== undefined };
  });
}

interface ReturnedLetter {
  id: string;
  folder: string;
  mailbox: string;
  kind: string;
  status: LetterStatus;
  sent_at: Date | null;
}

/** Of the letters that the report names, the one of ours. One whose sending is not yet written down has no Message-ID on record, only its name. */
async function letterOf(
  trx: RecordTransaction,
  messageIds: string[],
  domain: string,
): Promise<ReturnedLetter | undefined> {
  if (messageIds.length === 0) return undefined;
  const names = messageIds.flatMap((id) =>
    id.endsWith(`@${domain}>`) ? [id.slice(1, id.lastIndexOf('@'))] : [],
  );
  return trx
    .selectFrom('letter')
    .where((where) =>
      where.or([
        where('message_id', 'in', messageIds),
        where.and([
          where('id', 'in', names.length === 0 ? [''] : names),
          where('message_id', 'is', null),
          where('status', 'in', ['sending', 'retrying']),
        ]),
      ]),
    )
    .select(['id', 'folder', 'mailbox', 'kind', 'status', 'sent_at'])
    .orderBy('sent_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

/** That the letter came back, or is still on its way. */
async function tell(
  trx: RecordTransaction,
  { id }: ReturnedLetter,
  { verdict, code, words }: BounceFailure,
  now: Date,
): Promise<NewEvent> {
  const detail = { code, words };
  if (verdict === 'delayed')
    return {
      what: 'letter-delayed',
      why: `Máy chủ thư báo chưa giao được, còn đang thử: “${words}”.`,
      letter: id,
      detail,
    };
  await trx
    .updateTable('letter')
    .set({ returned_at: now, returned: words })
    .where('id', '=', id)
    .where('returned_at', 'is', null)
    .execute();
  return {
    what: 'letter-returned',
    why: `Thư bị trả lại, chưa tới nơi nhận: “${words}”.`,
    letter: id,
    detail,
  };
}

async function markDead(
  trx: RecordTransaction,
  letter: ReturnedLetter,
  { words, code }: BounceFailure,
  now: Date,
): Promise<NewEvent | undefined> {
  const { id, mailbox, kind, sent_at } = letter;
  // Nobody is told of these mailboxes, and the schedule files do not name an admin's: the letter's own story tells that it came back.
  if (kind === 'undelivered' || kind === 'admin') return undefined;
  if (await revivedSince(trx, mailbox, sent_at)) return undefined;
  const about = await spokenOf(trx, letter);
  const marked = await trx
    .insertInto('dead_mailbox')
    .values({
      mailbox,
      letter: id,
      words,
      since: now,
      deadline: about?.deadline ?? null,
      unit: about?.unit ?? null,
    })
    .onConflict((conflict) => conflict.column('mailbox').where('ended_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (marked === undefined) return undefined;
  return {
    what: 'mailbox-dead',
    why: `Ghi nhận hộp thư ${mailbox} không nhận được thư; thư sau gửi tới hộp thư khác của cơ quan.`,
    letter: id,
    detail: { mailbox, number: marked.id, code },
  };
}

/** A report that was long on its way tells nothing of a mailbox that was mended after its letter had left. */
async function revivedSince(trx: RecordTransaction, mailbox: string, sentAt: Date | null): Promise<boolean> {
  const last = await trx
    .selectFrom('dead_mailbox')
    .where('mailbox', '=', mailbox)
    .select((select) => select.fn.max('ended_at').as('at'))
    .executeTakeFirst();
  return last?.at != null && sentAt !== null && sentAt <= last.at;
}

/** The worst deadline in the letter or, when it carried none, the last one of its folder that a letter to the mailbox spoke of. */
async function spokenOf(
  trx: RecordTransaction,
  { id: letter, folder, mailbox }: ReturnedLetter,
): Promise<{ deadline: string; unit: string } | undefined> {
  const spoken = trx
    .selectFrom('notice')
    .innerJoin('deadline', 'deadline.id', 'notice.deadline')
    .select(['notice.deadline', 'notice.unit']);
  return (
    (await spoken
      .where('notice.letter', '=', letter)
      .orderBy('deadline.aim')
      .orderBy('notice.id')
      .executeTakeFirst()) ??
    (await spoken
      .where('notice.mailbox', '=', mailbox)
      .where('deadline.folder', '=', folder)
      .where('notice.status', '=', 'said')
      .orderBy('notice.day', 'desc')
      .orderBy('notice.id')
      .executeTakeFirst())
  );
}
