import type { Random } from './random.ts';
import { spoilText } from './spoil.ts';

/** `phrase` with one to three slips of those who write phrases, some taken from the `others`, or spoilt as any text. */
export function spoilPhrase(phrase: string, others: readonly string[], random: Random): string {
  if (random.oneIn(4)) return spoilText(phrase, random);
  let spoilt = phrase;
  for (let left = random.oneIn(2) ? 1 : 2 + random.number(2); left > 0; left -= 1)
    spoilt = random.pick(SLIPS)(spoilt, random, random.pick(others));
  return spoilt;
}

type Slip = (phrase: string, random: Random, other: string) => string;

/** Digits, numbers and days that are written otherwise, or are none. */
const NUMBERS = [
  ...['0', '00', '31', '32', '13', '99', '366', '1899', '2027', '2100', '9999', '10000', '-1', '1.5', '05'],
  ...['1'.repeat(30), '9'.repeat(290), '1e9', '٣', '３', '²', '½', 'Ⅳ', 'XIV', 'một', 'hai mươi', '十'],
];
const DAYS = [
  '29/02/2019',
  '31/04',
  '2019-02-30',
  '0/0/0',
  '15/10/19',
  '15/10/12019',
  '1/1',
  '24 giờ',
  '25:61',
];
const SIGNS = [
  '/',
  '-',
  '.',
  ',',
  ';',
  ':',
  '%',
  '(',
  ')',
  '“',
  '\t',
  '\n',
  '\u00a0',
  '\u200b',
  '\u0301',
  '\u202e',
];

const SLIPS: Slip[] = [
  byWords((words, at) => words.splice(at, 1)),
  byWords((words, at) => words.splice(at, 0, words[at] ?? '')),
  byWords((words, at) => words.splice(at, 2, words[at + 1] ?? '', words[at] ?? '')),
  byWords((words, at, random) => words.splice(at, 0, random.pick(words))),
  byWords((words, at, random) => (words[at] = random.pick(NUMBERS))),
  byWords((words, at, random) => words.splice(at, 0, random.pick(DAYS))),
  byWords((words, at) => (words[at] = (words[at] ?? '').slice(1))),
  byWords((words, at) => (words[at] = (words[at] ?? '').repeat(40))),
  byWords((words, at, random) =>
    words.splice(at, 0, ...Array<string>(random.number(120)).fill(words[at] ?? '')),
  ),
  (phrase, random, other) => head(phrase, random) + tail(other, random),
  (phrase, random, other) => `${phrase}${random.pick([' ', ', ', ' hoặc ', ' và ', ' đến ', ''])}${other}`,
  (phrase, random) => phrase.replace(/\d+/g, (digits) => (random.oneIn(2) ? random.pick(NUMBERS) : digits)),
  (phrase, random) => phrase.replace(/\d/g, (digit) => odd(digit, random)),
  (phrase, random) => head(phrase, random) + random.pick(SIGNS) + tail(phrase, random),
  (phrase, random) => phrase.replace(/[/.-]/g, () => random.pick(SIGNS)),
  (phrase) => phrase.normalize('NFD'),
  (phrase) => phrase.normalize('NFKD').replace(/[\u0300-\u036f]/g, ''),
  (phrase) => phrase.toUpperCase(),
  (phrase) => phrase.replaceAll(' ', ''),
  (phrase) => [...phrase].join(' '),
];

function byWords(change: (words: string[], at: number, random: Random) => unknown): Slip {
  return (phrase, random) => {
    const words = phrase.split(' ');
    change(words, random.number(words.length), random);
    return words.join(' ');
  };
}

function head(text: string, random: Random): string {
  return text.slice(0, random.number(text.length + 1));
}

function tail(text: string, random: Random): string {
  return text.slice(random.number(text.length + 1));
}

/** The digit in another script: Arabic, wide, or raised. */
function odd(digit: string, random: Random): string {
  const [zero = '0'] = random.pick([['٠'], ['０'], ['०'], ['⁰'], ['0']]);
  return String.fromCodePoint((zero.codePointAt(0) ?? 48) + Number(digit));
}
