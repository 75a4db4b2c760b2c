import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Figures, LetterKind, NoticeKind } from '../plan/model.ts';
import type { Addressee } from '../schedule/shape.ts';
import type { AccountTable, SessionTable } from './account-tables.ts';
import type { BounceTable, DeadMailboxTable } from './bounce-tables.ts';
import type { IllTable } from './ill-table.ts';

/** Days (`date` columns) travel as `YYYY-MM-DD` strings, instants (`timestamptz`) as `Date`. */
export interface Database {
  deadline: DeadlineTable;
  notice: NoticeTable;
  letter: LetterTable;
  event: EventTable;
  happening: HappeningTable;
  answer: AnswerTable;
  link_key: LinkKeyTable;
  feed: FeedTable;
  account: AccountTable;
  session: SessionTable;
  pause: PauseTable;
  ill: IllTable;
  bounce: BounceTable;
  dead_mailbox: DeadMailboxTable;
  beat: BeatTable;
  kysely_migration: MigrationTable;
}

export type DeadlineStatus = 'open' | 'done' | 'withdrawn';
export type NoticeStatus = 'planned' | 'said' | 'skipped' | 'refused' | 'failed';
/** `dropped`: the schedule no longer wants it; `empty`: at the moment of sending there was nothing to say. */
export type LetterStatus =
  'planned' | 'sending' | 'retrying' | 'sent' | 'refused' | 'failed' | 'dropped' | 'empty';

interface DeadlineTable {
  id: string;
  folder: string;
  plan: string;
  obligation: string;
  unit: string;
  period: string;
  about: string | null;
  nominal: string;
  aim: string;
  status: DeadlineStatus;
  /** The first nominal day, while an extension holds. */
  original_nominal: ColumnType<string | null, string | null | undefined>;
  /** How often a decision has moved the day: an extension granted or undone; each begins the ladder anew. */
  extensions: ColumnType<number, number | undefined>;
  /** The last pause: since when, its last day (null: until it is ended), why, and when it was ended before that day. */
  paused_at: ColumnType<Date | null, Date | null | undefined>;
  paused_until: ColumnType<string | null, string | null | undefined>;
  paused_why: ColumnType<string | null, string | null | undefined>;
  resumed_at: ColumnType<Date | null, Date | null | undefined>;
  /** Withdrawn by a decision: a schedule that still names it does not bring it back. */
  taken_off: ColumnType<boolean, boolean | undefined>;
  /** The unit has said that it knows; only the last rungs are left. */
  received: ColumnType<boolean, boolean | undefined>;
  /** The document that proves it done, and its date. */
  done_document: ColumnType<string | null, string | null | undefined>;
  done_on: ColumnType<string | null, string | null | undefined>;
  /** The number of the last answer: what a form was shown for is compared with it. */
  answers: ColumnType<number, number | undefined>;
  /** The completion has been looked at and accepted. */
  accepted: ColumnType<boolean, boolean | undefined>;
  /** The unit says that the duty is not its own; the decision is awaited. */
  handed_back: ColumnType<boolean, boolean | undefined>;
  /** The day that the unit asks for; the decision is awaited. */
  asked_until: ColumnType<string | null, string | null | undefined>;
  /** The last figures reported for the target. */
  progress: JSONColumnType<Figures, string | null | undefined, string | null> | null;
  /** The figures reach the target. */
  met: ColumnType<boolean, boolean | undefined>;
  /** How often what a calendar program shows of it has changed: RFC 5545's SEQUENCE. */
  sequence: ColumnType<number, number | undefined>;
}

/** What was said of a deadline, in order. */
interface AnswerTable {
  deadline: string;
  /** 1, 2, … within its deadline. */
  number: number;
  kind: string;
  /** The office, or the officer's account. */
  by: string;
  /** The mailbox whose link was used; null for the command line. */
  mailbox: string | null;
  at: Date;
  said: JSONColumnType<Record<string, unknown>, string, never>;
}

/** A secret that signs links; the newest that has not ended signs, all that have not ended verify. */
interface LinkKeyTable {
  id: string;
  secret: string;
  made_at: Date;
  ended_at: Date | null;
}

/** Which generation of a unit's calendar address is good; none: the first. */
interface FeedTable {
  folder: string;
  unit: string;
  generation: number;
}

/** A time in which nothing is sent, because an admin said so. */
interface PauseTable {
  id: Generated<number>;
  since: Date;
  by: string;
  why: string;
  ended_at: ColumnType<Date | null, Date | null | undefined>;
}

interface NoticeTable {
  id: string;
  deadline: string;
  rung: string;
  /** Its place in the climb; later rungs have greater numbers. */
  climb_order: number;
  addressee: Addressee;
  unit: string;
  /** Null for a skipped notice whose addressee has none. */
  mailbox: string | null;
  kind: NoticeKind;
  planned: string;
  day: string;
  reason: string;
  status: NoticeStatus;
  letter: string | null;
}

interface LetterTable {
  id: string;
  folder: string;
  mailbox: string;
  kind: LetterKind;
  day: string;
  slot: Date;
  status: LetterStatus;
  attempts: ColumnType<number, number | undefined, number>;
  /** Not before this instant: the slot, or after a temporary failure the next try. */
  next_attempt: Date;
  /** While `sending`: when the claim runs out and another worker may take over. */
  claimed_until: Date | null;
  message_id: string | null;
  subject: string | null;
  text: string | null;
  html: string | null;
  /** The mail server's last words. */
  response: string | null;
  sent_at: Date | null;
  /** When a report was read that it came back after the mail server had taken it, and in what words. */
  returned_at: ColumnType<Date | null, Date | null | undefined>;
  returned: ColumnType<string | null, string | null | undefined>;
}

/** Something that happened on a day and sets off the deadlines that wait for its kind. */
interface HappeningTable {
  id: Generated<number>;
  kind: string;
  day: string;
  /** The document it is known by: registering it twice is one happening, unless the first was taken back. */
  reference: string;
  at: Date;
  by: string;
  /** It was registered by mistake: when that was said, by whom, why. */
  cancelled_at: ColumnType<Date | null, Date | null | undefined>;
  cancelled_by: ColumnType<string | null, string | null | undefined>;
  cancelled_why: ColumnType<string | null, string | null | undefined>;
}

/** The last beat of the clock that was made; one row. */
interface BeatTable {
  single: Generated<boolean>;
  slot: Date;
  who: string;
  fingerprint: string;
}

/** Which changes the tables have had; kysely's migrator keeps it. */
interface MigrationTable {
  name: string;
  timestamp: string;
}

/** One line of the append-only record: what happened, when, by whom, why. */
interface EventTable {
  id: Generated<number>;
  at: Date;
  what: string;
  who: string;
  why: string;
  deadline: string | null;
  notice: string | null;
  letter: string | null;
  detail: JSONColumnType<Record<string, unknown>, string, never>;
}
