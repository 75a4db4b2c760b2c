import { cutPieces } from './cut-pieces.ts';
import { interpret, type Draft } from './interpret.ts';
import { wordsOf } from './pattern.ts';
import { PLAIN_WORDS } from './plain-words.ts';
import { TIME_WORDS } from './time-words.ts';
import { fold, type Token } from './tokens.ts';
import { writePhrase } from './write-phrase.ts';

/** Phrases to offer when nothing nearer is known; each is read by `readPhrase`. */
export const EXAMPLES = [
  'trong tháng 6 năm 2019',
  'trong Quý III năm 2019',
  'trước ngày 15/10/2019',
  'đến hết ngày 30/11/2019',
  'trước 16 giờ 30 phút ngày 15/10/2019',
  'trong 6 tháng đầu năm 2019',
  'trong năm 2019',
  'trong tháng 11 hằng năm',
  'trước ngày 31/12 hằng năm',
  'hằng năm',
  'hằng quý',
  'hằng tháng',
  'hằng quý, 6 tháng, hằng năm',
  'định kỳ 6 tháng, hằng năm',
  'ngày 25 của tháng cuối quý',
  'ngày 15 hằng tháng',
  'thứ Sáu hằng tuần',
  'chậm nhất là 05 ngày làm việc kể từ ngày ký',
  'thường xuyên',
  'kịp thời',
] as const;

const WORDS = [...new Set([...TIME_WORDS, ...PLAIN_WORDS].flatMap(([text]) => wordsOf(text)))]
  .filter((word) => /^\p{L}{2,}$/u.test(word))
  .map((word) => ({ word, letters: fold(word) }));

/** A phrase that is understood, nearest to what `tokens` (read as `draft`) may have meant. */
export function suggest(tokens: Token[], draft: Draft): string {
  const { rule } = draft.unknown.length > 0 ? respelled(tokens, draft) : draft;
  return rule ? writePhrase(rule) : nearestExample(tokens);
}

/** The tokens read again, each unknown word replaced by the closest of the vocabulary. */
function respelled(tokens: Token[], { unknown }: Draft): Draft {
  return interpret(
    cutPieces(tokens.map((token) => (unknown.includes(token.written) ? respell(token) : token))),
  );
}

function respell(token: Token): Token {
  if (!/^\p{L}{2,}$/u.test(token.text)) return token;
  const closest = nearest(WORDS, ({ letters }) => editDistance(token.letters, letters));
  if (!closest || closest.distance > (token.letters.length > 4 ? 2 : 1)) return token;
  const { word, letters } = closest.item;
  return { written: word, text: word, letters };
}

/** By distance as a share of the longer text, so that short examples do not win by being short. */
function nearestExample(tokens: Token[]): string {
  const typed = tokens.map(({ letters }) => letters).join(' ');
  const unlikeness = (example: string) =>
    editDistance(typed, fold(example)) / Math.max(typed.length, example.length);
  return nearest(EXAMPLES, unlikeness)?.item ?? EXAMPLES[0];
}

function nearest<T>(
  items: readonly T[],
  distanceOf: (item: T) => number,
): { item: T; distance: number } | undefined {
  return items
    .map((item) => ({ item, distance: distanceOf(item) }))
    .sort((one, other) => one.distance - other.distance)[0];
}

/** Letters to insert, drop or change to make one word of the other (Levenshtein). */
function editDistance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const changed = (previous[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(changed, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[other.length] ?? 0;
}
