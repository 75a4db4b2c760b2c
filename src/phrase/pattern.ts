import { readSlot } from './numerals.ts';
import { isWord, type Token } from './tokens.ts';

/** The numbers a pattern's slots caught, by name. */
export type Slots = Record<string, number>;

/** Where a match ends, and its slots. */
export interface Match {
  end: number;
  slots: Slots;
}

/** Matches at one place of the tokens, as far as it can, or not at all. */
export type Pattern = (tokens: Token[], at: number) => Match | undefined;

interface Element {
  words: string[];
  slot: string | undefined;
  optional: boolean;
}

/**
 * A pattern from its text: words parted by blanks, `a|b` for a choice, `{month}` for a slot, a final `?` for what may be absent.
 * Example: `ngày? {day} tháng {month} năm {year}`.
 */
export function pattern(text: string): Pattern {
  const elements = text.split(' ').map(element);
  return (tokens, at) => follow(elements, 0, tokens, at);
}

/** The plain words a pattern's text is made of. */
export function wordsOf(text: string): string[] {
  return text.split(' ').flatMap((part) => element(part).words);
}

function element(text: string): Element {
  const optional = text.endsWith('?');
  const body = optional ? text.slice(0, -1) : text;
  if (body.startsWith('{')) return { words: [], slot: body.slice(1, -1), optional };
  return { words: body.split('|'), slot: undefined, optional };
}

/** A pattern has at most a handful of optional elements, so trying each present, then absent, stays cheap. */
function follow(elements: Element[], index: number, tokens: Token[], at: number): Match | undefined {
  const current = elements[index];
  if (current === undefined) return { end: at, slots: {} };
  const step = take(current, tokens, at);
  const rest = step && follow(elements, index + 1, tokens, step.end);
  if (step && rest) return { end: rest.end, slots: { ...step.slots, ...rest.slots } };
  return current.optional ? follow(elements, index + 1, tokens, at) : undefined;
}

function take({ words, slot }: Element, tokens: Token[], at: number): Match | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (slot === undefined) {
    return words.some((word) => isWord(token, word)) ? { end: at + 1, slots: {} } : undefined;
  }
  const read = readSlot(slot, tokens, at);
  return read && { end: read.end, slots: { [slot]: read.value } };
}
