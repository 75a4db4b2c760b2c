import { cutPieces } from './cut-pieces.ts';
import { editDistance } from './edit-distance.ts';
import { interpret, type Draft } from './interpret.ts';
import { wordsOf } from './pattern.ts';
import { fold, tokenise, type Token } from './tokens.ts';
import { VOCABULARY } from './vocabulary.ts';
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
  'ngày làm việc đầu tiên của tháng',
  'thứ Sáu hằng tuần',
  'chậm nhất là 05 ngày làm việc kể từ ngày ký',
  'thường xuyên',
  'kịp thời',
] as const;

/** No quarter is written so, and the fourth is the one most often miswritten. */
const WRONG_ROMAN = /^[ivx]{2,}$/;

const WORDS = [...new Set(VOCABULARY.flatMap(([text]) => wordsOf(text)))]
  .filter((word) => /^\p{L}{2,}$/u.test(word))
  .map((word) => ({ word, letters: fold(word) }));

/** A phrase that is understood, nearest to what `tokens` (read as `draft`) may have meant. */
export function suggest(tokens: Token[], draft: Draft): string {
  const { instead } = draft;
  if (instead !== undefined && isUnderstood(instead)) return instead;
  const { rule } = draft.unknown.length > 0 ? respelled(tokens, draft) : draft;
  return rule ? writePhrase(rule) : nearestExample(tokens);
}

function isUnderstood(phrase: string): boolean {
  const { rule, faults } = interpret(cutPieces(tokenise(phrase)));
  return rule !== undefined && faults.length === 0;
}

/** The tokens read again, each unknown word replaced by the closest of the vocabulary. */
function respelled(tokens: Token[], { unknown }: Draft): Draft {
  return interpret(
    cutPieces(tokens.map((token) => (unknown.includes(token.written) ? respell(token) : token))),
  );
}

function respell(token: Token): Token {
  if (WRONG_ROMAN.test(token.text)) return { written: 'IV', text: 'iv', letters: 'iv' };
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
