import type { ColumnType, Generated } from 'kysely';

/**
 * `hard`: it came back and the mailbox takes no mail; `expired`: it came back after a trouble that may pass; `delayed`: it is still being tried;
 * `ignored`: no report of ours.
 */
export type BounceVerdict = 'hard' | 'expired' | 'delayed' | 'ignored';

/** A message in the mailbox for returned mail that was read, whatever it came to. */
export interface BounceTable {
  id: Generated<number>;
  /** What names the message: its Message-ID, or a hash of it. Reading it again is no news. */
  report: string;
  at: Date;
  verdict: BounceVerdict;
  /** Why an ignored one changed nothing. */
  why: string | null;
  letter: string | null;
  mailbox: string | null;
  /** RFC 3463's status: `5.1.1`. */
  code: string | null;
  /** The mail server's own words. */
  words: string | null;
}

/** A time in which a mailbox takes no mail; at most one without an end for each. */
export interface DeadMailboxTable {
  id: Generated<number>;
  /** In lower case. */
  mailbox: string;
  /** The letter that came back. */
  letter: string;
  /** A deadline that letters to the mailbox spoke of, and the unit that was written to; null when only sums went there. */
  deadline: string | null;
  unit: string | null;
  words: string;
  since: Date;
  ended_at: ColumnType<Date | null, Date | null | undefined>;
}
