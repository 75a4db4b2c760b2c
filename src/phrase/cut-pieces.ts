import { pattern, type Slots } from './pattern.ts';
import type { EventPiece, Piece } from './pieces.ts';
import type { Token } from './tokens.ts';
import { VOCABULARY } from './vocabulary.ts';

const PATTERNS = VOCABULARY.map(([text, says]) => ({ matches: pattern(text), says }));
const SINCE = pattern('kể|tính từ');

/** What `tokens` say, from left to right; at each place the longest pattern of the vocabulary wins. */
export function cutPieces(tokens: Token[]): Piece[] {
  return eventLast(tokens) ?? cut(tokens);
}

/** "kể từ ngày ký, trong vòng 05 ngày" read as "trong vòng 05 ngày kể từ ngày ký". */
function eventLast(tokens: Token[]): Piece[] | undefined {
  const comma = tokens.findLastIndex(({ text }) => text === ',');
  if (comma < 0 || !SINCE(tokens, 0)) return undefined;
  const [start, length] = [tokens.slice(0, comma), tokens.slice(comma + 1)];
  return cut(length).at(-1)?.kind === 'span' ? cut([...length, ...start]) : undefined;
}

function cut(tokens: Token[]): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < tokens.length;) {
    const found = longest(tokens, at);
    const said = found ? [found.says(found.slots)].flat() : [unknown(tokens, at)];
    at = found?.end ?? at + 1;
    const event = said.find((piece) => piece.kind === 'event');
    if (event)
      return [...pieces, ...said.filter((piece) => piece !== event), triggered(event, tokens.slice(at))];
    pieces.push(...said);
  }
  return pieces;
}

interface Found {
  end: number;
  slots: Slots;
  says: (slots: Slots) => Piece | Piece[];
}

function longest(tokens: Token[], at: number): Found | undefined {
  let best: Found | undefined;
  for (const { matches, says } of PATTERNS) {
    const match = matches(tokens, at);
    if (match && match.end > (best?.end ?? at)) best = { ...match, says };
  }
  return best;
}

function unknown(tokens: Token[], at: number): Piece {
  return { kind: 'unknown', words: written(tokens.slice(at, at + 1)) };
}

/** The event is all the rest of the phrase: a day of a year, or what happens. */
function triggered(event: EventPiece, rest: Token[]): EventPiece {
  const [only, ...more] = cut(rest).filter(({ kind }) => kind !== 'filler' && kind !== 'standing');
  const isDay = only?.kind === 'day' && only.year !== undefined && more.length === 0;
  return isDay ? { ...event, since: only } : { ...event, trigger: written(rest) };
}

function written(tokens: Token[]): string {
  return tokens
    .map((token) => token.written)
    .join(' ')
    .replaceAll(' ,', ',');
}
