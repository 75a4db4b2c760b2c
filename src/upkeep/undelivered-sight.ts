import {
  queuedLetters,
  undeliveredCounts,
  undeliveredLetters,
  type QueuedLetter,
} from '../record/queued-letters.ts';
import { mailboxesToday } from './mailboxes-today.ts';
import { namedLetter, type NamedLetter } from './named-letter.ts';
import type { UpkeepParts } from './upkeep-parts.ts';

/** Letters of one mailbox that were refused or could not be delivered. */
export interface UndeliveredMailbox {
  mailbox: string;
  /** How many there are; a page may show fewer. */
  count: number;
  /** The mailboxes that the addressees of the shown letters read today by the schedule files. */
  mailboxesNow: string[];
  /** Newest first. */
  letters: NamedLetter[];
}

/** One page of what did not reach its mailbox. */
export interface UndeliveredSight {
  mailboxes: UndeliveredMailbox[];
  total: number;
  /** From 1. */
  page: number;
  pages: number;
}

/** One page holds so many letters. */
const UNDELIVERED_PAGE = 40;

/** What did not reach its mailbox, by mailbox; a mailbox with many letters goes on over several pages. */
export async function undeliveredSight(
  { db, now, schedule }: Pick<UpkeepParts, 'db' | 'now' | 'schedule'>,
  asked: number,
): Promise<UndeliveredSight> {
  const counts = await undeliveredCounts(db);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const pages = Math.max(1, Math.ceil(total / UNDELIVERED_PAGE));
  const page = Math.min(asked, pages);
  const [from, to] = [(page - 1) * UNDELIVERED_PAGE, page * UNDELIVERED_PAGE];
  const mailboxes: UndeliveredMailbox[] = [];
  let before = 0;
  for (const { mailbox, count } of counts) {
    const [first, last] = [Math.max(0, from - before), Math.min(count, to - before)];
    before += count;
    if (first >= last) continue;
    const ids = (await undeliveredLetters(db, mailbox)).slice(first, last);
    const letters = await queuedLetters(db, ids);
    mailboxes.push({ mailbox, count, ...sightOf(letters, { now, schedule }) });
  }
  return { mailboxes, total, page, pages };
}

function sightOf(letters: QueuedLetter[], { now, schedule }: Pick<UpkeepParts, 'now' | 'schedule'>) {
  return {
    mailboxesNow: [...new Set(letters.flatMap((letter) => mailboxesToday(letter, schedule(), now())))],
    letters: letters.map((letter) => namedLetter(letter, schedule(), now())),
  };
}
