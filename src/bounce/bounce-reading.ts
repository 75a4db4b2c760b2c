/** What a message in the mailbox for returned mail was understood as. */
export interface BounceReading {
  /** Names the message: its own Message-ID, or a hash of its bytes. */
  report: string;
  /** Why it reports no failure; undefined for a report. */
  ignored?: 'automatic' | 'unrelated' | 'unreadable' | 'too-large';
  /** The Message-IDs that it speaks of, with their angle brackets; at most `MOST_IDS`. */
  messageIds: string[];
  failures: Failure[];
}

/** What happened to one recipient. */
export interface Failure {
  /** Under every address that the report has for it, in lower case. */
  recipients: string[];
  /**
   * `hard`: failed for good (Action failed, status 5.x.x); `expired`: given up after a trouble that may pass, or one without a status; `delayed`: still
   * being tried (RFC 3464, 2.3.3 and 2.3.4).
   */
  verdict: 'hard' | 'expired' | 'delayed';
  /** RFC 3463's status: `5.1.1`; null when the report has none. */
  code: string | null;
  /** The mail server's own words on one line, shortened. */
  words: string;
}

/** A report names few letters and few recipients; what has more is not read to its end. */
export const MOST_IDS = 50;
export const MOST_RECIPIENTS = 50;

const LONGEST_WORDS = 500;

/** A mail server's words on one line, without control characters, shortened. */
export function oneLine(words: string): string {
  const line = words
    .slice(0, 20 * LONGEST_WORDS)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return line.length > LONGEST_WORDS ? `${line.slice(0, LONGEST_WORDS - 1)}…` : line;
}
