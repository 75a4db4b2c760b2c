import type { Clock } from '../clock/clock.ts';
import { localDate } from '../calendar/dates.ts';
import { createLinks } from '../answer/links.ts';
import { isDigest, type LetterKind } from '../plan/model.ts';
import { isAstray } from '../plan/is-astray.ts';
import { firstSendableInstant } from '../plan/sending-days.ts';
import { attachmentsOf } from '../mail/attachments.ts';
import { composeMessage } from '../mail/message.ts';
import type { Mailer } from '../mail/send-mail.ts';
import type { LetterView } from '../mail/letter-view.ts';
import { UnknownInSchedule } from '../mail/unknown-in-schedule.ts';
import { viewAdmin } from '../mail/view-admin.ts';
import { viewDigest } from '../mail/view-digest.ts';
import { viewUndelivered } from '../mail/view-undelivered.ts';
import { viewLetter } from '../mail/view-letter.ts';
import type { Outcome } from '../queue/send-queue.ts';
import { claimLetter, type ClaimedLetter } from '../record/claim-letter.ts';
import { deadMailboxes } from '../record/dead-mailboxes.ts';
import { giveBackLetter } from '../record/give-back-letter.ts';
import { illsToldAt } from '../record/ills.ts';
import { linkKeys } from '../record/link-keys.ts';
import { refuseNewer } from '../record/newer-record.ts';
import type { RecordDb } from '../record/open-record.ts';
import { readPause } from '../record/pauses.ts';
import { readableLine } from '../record/readable-line.ts';
import { settleLetter, type Ending } from '../record/settle-letter.ts';
import { readStandings } from '../record/standings.ts';
import type { ScheduleFolder } from '../schedule/schedule.ts';
import type { MailFrom } from '../settings/mail-from.ts';
import { dailyProof } from './daily-proof.ts';
import type { Instructions } from './instructions.ts';
import { ANY_HOUR, afterRefusal, tryAgain } from './try-again.ts';
import { writeDown } from './write-down.ts';

/** A letter that the mail server has accepted. */
export interface SentLetter {
  id: string;
  /** When it was to leave, and when the mail server had it. */
  slot: Date;
  at: Date;
  kind: LetterKind;
  /** Names of the units it was sent to. */
  units: string[];
  mailbox: string;
  subject: string;
  notices: string[];
  messageId: string;
}

export interface Sending {
  clock: Clock;
  db: RecordDb;
  mailer: Mailer;
  mailFrom: MailFrom;
  /** Where the letters' links lead. */
  publicUrl: string;
  /** Names this process in the record. */
  who: string;
  instructions: () => Instructions;
  onSent: (letter: SentLetter) => void;
  /** The mail server has the letter, and the record cannot be written; it is tried until it can. */
  onUnwritable?: (letter: string, error: Error) => void;
  onFailed?: (letter: FailedLetter) => void;
}

/** A try of a letter that did not end with the mail server's acceptance. */
export interface FailedLetter {
  id: string;
  kind: LetterKind;
  mailbox: string;
  /** Whether it will be tried again, and if not, who gave up. */
  outcome: 'retrying' | 'refused' | 'failed';
  /** It could not be written: a template threw, or the schedule has lost what it speaks of. */
  unwritten: boolean;
  /** The mail server's own words, or the error's, in one line. */
  answer: string;
}

/** A claim outlives the longest that a mail server may take to answer one letter (the mailer's own limits are far below). */
const LEASE_MILLISECONDS = 10 * 60_000;

/** While sending is paused, a letter's job looks again after this long; resuming runs it at once. Milliseconds. */
const PAUSE_LOOK = 5 * 60_000;

/**
 * What a letter's job does: inside the sending window, claims the letter, says what is still true in it, and writes down how
 * that ended. Outside the window nothing is claimed; the next planning gives the letter another day.
 * @throws RecordIsNewer when a newer version has changed the record: the letter keeps its job, for a process of that version.
 */
export async function sendLetter(id: string, sending: Sending): Promise<Outcome> {
  const { clock, db, who } = sending;
  const now = clock.now();
  const waiting = await db
    .selectFrom('letter')
    .where('id', '=', id)
    .where('status', 'in', ['planned', 'retrying', 'sending'])
    .select(['folder', 'kind', 'next_attempt'])
    .executeTakeFirst();
  if (waiting === undefined) return 'done';
  const { schedule } = sending.instructions();
  const folder = schedule.folders.find(({ id: known }) => known === waiting.folder);
  const hours = folder?.sending ?? ANY_HOUR;
  // Working hours spare the units; who runs the system is told at once, also at night.
  const opening = waiting.kind === 'admin' ? now : firstSendableInstant(now, hours, schedule.calendar);
  // A timer may fire a moment early: the letter's own hour counts.
  if (waiting.next_attempt > now) return { retryAt: waiting.next_attempt };
  if (opening > now) return { retryAt: opening };

  const letter = await claimLetter(db, id, who, now, localDate(now), LEASE_MILLISECONDS);
  if (letter === undefined) return unclaimed(db, now);
  if (isAstray(letter, folder, localDate(now), await deadMailboxes(db))) {
    await giveBackLetter(db, id, who, now, 'Nơi nhận đã thay đổi từ khi lập thư; thư được lập lại.');
    return 'done';
  }
  const { ending, sent } = await hand(letter, folder, sending, now);
  const ended = clock.now();
  const settle = () => settleLetter(db, id, who, ended, ending);
  if (sent === undefined) await settle();
  else await writeDown(settle, (error) => sending.onUnwritable?.(id, error));
  if (sent !== undefined) sending.onSent(sent);
  else if (ending.status !== 'sent' && ending.status !== 'empty' && !('stopped' in ending))
    sending.onFailed?.({
      ...{ id, kind: letter.kind, mailbox: letter.mailbox, outcome: ending.status },
      unwritten: ending.unwritten ?? false,
      answer: readableLine(ending.response),
    });
  return ending.status === 'retrying' ? { retryAt: ending.nextAttempt } : 'done';
}

async function unclaimed(db: RecordDb, now: Date): Promise<Outcome> {
  await refuseNewer(db);
  return (await readPause(db)) === undefined ? 'done' : { retryAt: new Date(now.getTime() + PAUSE_LOOK) };
}

interface Handed {
  ending: Ending;
  /** What was sent, when it was. */
  sent?: SentLetter;
}

/**
 * Hands the letter to the mail server. A letter that cannot be written (a template that throws) is tried again like one
 * that cannot be delivered: an officer can mend the template meanwhile.
 */
async function hand(
  letter: ClaimedLetter,
  folder: ScheduleFolder | undefined,
  sending: Sending,
  now: Date,
): Promise<Handed> {
  const notices = letter.notices.map((notice) => notice.id);
  try {
    const view = await viewOf(letter, sending, now);
    if (view === undefined)
      return { ending: { status: 'empty', response: 'Không có nội dung cần báo; không gửi.' } };
    const { message, rendered } = await write(letter, view, sending, now);
    const { outcome, response } = await sending.mailer.send(message);
    if (outcome === 'refused') return { ending: await afterRefusal(letter, folder, sending, response) };
    if (outcome === 'try-later') return { ending: await tryAgain(letter, folder, sending, response) };
    if (outcome === 'stopped')
      return { ending: { status: 'retrying', response, nextAttempt: sending.clock.now(), stopped: true } };
    const { messageId } = message;
    return {
      ending: { status: 'sent', response, said: { messageId, ...rendered } },
      sent: {
        id: letter.id,
        slot: letter.slot,
        at: now,
        kind: letter.kind,
        units: isDigest(letter.kind)
          ? [view.greeting]
          : [...new Set(letter.notices.map(({ unit }) => folder?.units.get(unit)?.name ?? unit))],
        mailbox: letter.mailbox,
        subject: rendered.subject,
        notices,
        messageId,
      },
    };
  } catch (error) {
    const response = error instanceof Error ? error.message : String(error);
    const ending = await tryAgain(letter, folder, sending, response);
    return { ending: isUnwritten(error) ? { ...ending, unwritten: true } : ending };
  }
}

/** The letter's words could not be made: its template or what it speaks of is at fault, not the database or the mail server. */
class Unwritten extends Error {
  override name = 'Unwritten';
}

function isUnwritten(error: unknown): boolean {
  return error instanceof Unwritten || error instanceof UnknownInSchedule;
}

/** @throws Unwritten */
async function write(letter: ClaimedLetter, view: LetterView, sending: Sending, now: Date) {
  const { schedule, templates } = sending.instructions();
  try {
    const rendered = templates.render(view);
    const message = composeMessage({
      letter,
      notices: letter.notices.map(({ id }) => id),
      deadlines: letter.notices.map(({ deadline }) => deadline.id),
      from: sending.mailFrom,
      toName: view.greeting,
      replyTo: view.contact.mailbox === letter.mailbox ? null : view.contact.mailbox,
      date: now,
      rendered,
      attachments: await attachmentsOf(letter, schedule, now, sending.mailFrom.domain),
    });
    return { message, rendered };
  } catch (error) {
    throw new Unwritten(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function viewOf(letter: ClaimedLetter, sending: Sending, now: Date): Promise<LetterView | undefined> {
  const { db, who, publicUrl } = sending;
  if (letter.kind === 'admin') return viewAdmin(await illsToldAt(db, letter.slot), now, publicUrl);
  const { schedule } = sending.instructions();
  const today = localDate(now);
  const [key] = await linkKeys(db, now, who);
  const links = createLinks(publicUrl, key);
  const dead = await deadMailboxes(db);
  if (letter.kind === 'undelivered') return viewUndelivered(letter, schedule, today, dead);
  if (!isDigest(letter.kind)) return viewLetter(letter, schedule, today, links);
  const standings = await readStandings(db, letter.folder);
  const proof =
    letter.kind === 'daily'
      ? await dailyProof(letter, { db, instructions: sending.instructions(), now })
      : [];
  return viewDigest(letter, schedule, today, links, { standings, proof, dead });
}
