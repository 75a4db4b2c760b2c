import { pattern, type Slots } from './pattern.ts';
import type { Piece } from './pieces.ts';
import { PLAIN_WORDS } from './plain-words.ts';
import { TIME_WORDS } from './time-words.ts';
import type { Token } from './tokens.ts';

const VOCABULARY = [...TIME_WORDS, ...PLAIN_WORDS].map(([text, says]) => ({ matches: pattern(text), says }));

/** What `tokens` say, from left to right; at each place the longest pattern of the vocabulary wins. */
export function cutPieces(tokens: Token[]): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < tokens.length;) {
    const found = longest(tokens, at);
    const said = found ? [found.says(found.slots)].flat() : [unknown(tokens, at)];
    at = found?.end ?? at + 1;
    const [event] = said;
    if (event?.kind === 'event') return [...pieces, { ...event, trigger: written(tokens.slice(at)) }];
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
  for (const { matches, says } of VOCABULARY) {
    const match = matches(tokens, at);
    if (match && match.end > (best?.end ?? at)) best = { ...match, says };
  }
  return best;
}

function unknown(tokens: Token[], at: number): Piece {
  return { kind: 'unknown', words: written(tokens.slice(at, at + 1)) };
}

function written(tokens: Token[]): string {
  return tokens
    .map((token) => token.written)
    .join(' ')
    .replaceAll(' ,', ',');
}
