import type { ReceivedLetter } from '../mail/built-in-mailbox.ts';
import { addressText } from '../mail/read-eml.ts';
import { LETTER_STATES, letterState, type LetterState } from './letter-state.ts';

/** What the address bar asks of the list; anything unreadable in it means "no wish". */
export interface LetterQuery {
  /** Words looked for in recipients and subject; empty: all letters. */
  words: string;
  kind: LetterState['kind'] | undefined;
  /** From 1. */
  page: number;
}

export interface LetterPage {
  letters: ReceivedLetter[];
  /** How many letters match `words`, in all and by kind, whatever kind is asked for. */
  matching: number;
  counts: Record<LetterState['kind'], number>;
  /** How many match everything that is asked for. */
  total: number;
  /** The page shown: the asked one, or the last there is. */
  page: number;
  pages: number;
}

export const PAGE_SIZE = 100;
const LONGEST_QUERY = 200;

/** Reads `?q=`, `?kind=` and `?page=`. */
export function readLetterQuery(q = '', kind = '', page = ''): LetterQuery {
  return {
    words: q.trim().slice(0, LONGEST_QUERY),
    kind: LETTER_STATES.find((state) => state.kind === kind)?.kind,
    page: /^[1-9]\d{0,8}$/.test(page) ? Number(page) : 1,
  };
}

/** The letters that match, newest first, one page of them; case and Vietnamese accents do not matter. */
export function searchLetters(letters: readonly ReceivedLetter[], query: LetterQuery): LetterPage {
  const words = folded(query.words).split(/\s+/).filter(Boolean);
  const matching = letters.filter((letter) => {
    const text = folded([...letter.recipients.map(addressText), letter.subject].join(' '));
    return words.every((word) => text.includes(word));
  });
  const counts = Object.fromEntries(LETTER_STATES.map(({ kind }) => [kind, 0])) as LetterPage['counts'];
  for (const letter of matching) counts[letterState(letter.kind).kind] += 1;

  const wanted = matching
    .filter((letter) => query.kind === undefined || letterState(letter.kind).kind === query.kind)
    .reverse();
  const pages = Math.max(1, Math.ceil(wanted.length / PAGE_SIZE));
  const page = Math.min(query.page, pages);
  return {
    letters: wanted.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    matching: matching.length,
    counts,
    total: wanted.length,
    page,
    pages,
  };
}

/** đ is a letter of its own in Unicode, so decomposing does not turn it into d. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}
