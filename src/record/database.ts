import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { LetterKind } from '../plan/model.ts';
import type { Addressee } from '../schedule/shape.ts';

/** Days (`date` columns) travel as `YYYY-MM-DD` strings, instants (`timestamptz`) as `Date`. */
export interface Database {
  deadline: DeadlineTable;
  notice: NoticeTable;
  letter: LetterTable;
  event: EventTable;
}

export type DeadlineStatus = 'open' | 'done' | 'withdrawn';
export type NoticeStatus = 'planned' | 'said' | 'skipped' | 'refused' | 'failed';
export type LetterStatus = 'planned' | 'sending' | 'retrying' | 'sent' | 'refused' | 'failed' | 'dropped';

interface DeadlineTable {
  id: string;
  folder: string;
  plan: string;
  obligation: string;
  unit: string;
  period: string;
  nominal: string;
  aim: string;
  status: DeadlineStatus;
}

interface NoticeTable {
  id: string;
  deadline: string;
  rung: string;
  ladder_offset: number;
  addressee: Addressee;
  unit: string;
  /** Null for a skipped notice whose addressee has none. */
  mailbox: string | null;
  kind: LetterKind;
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
