/** A word, a number, a percentage or a sign of a phrase. */
export interface Token {
  /** As written, in NFC. */
  written: string;
  /** In lower case. */
  text: string;
  /** `text` without any Vietnamese mark: `truoc` for `trước`. */
  letters: string;
}

const DASHES = /[\u2010-\u2015\u2212]/g;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const IGNORED = /[*_"'`´“”„‘’«»…!]/g;

/** Roman numerals and full-width signs as single characters. */
const WIDE = /[\u2160-\u217f\uff01-\uff5e]/g;
/** Control characters that are no blanks, and signs without a shape that are not merely left out: what is read would not be what is seen. */
const HIDDEN = /(?![\s\u00ad\u200b-\u200d\u2060\ufeff])[\p{Cc}\p{Cf}\p{Cs}]/gu;
const PAUSES = /[;()[\]{}]/g;
const TOKEN = /\d+(?:[.,]\d+)?\s?%|\d+|\p{L}+|\S/gu;

/** Bare spellings that are time words themselves: "tháng sau" (next month) is not "tháng sáu" (June). */
const NEVER_BARE = new Set(['sáu']);

/** The vocabulary's words are few and asked for often. */
const bareForms = new Map<string, string>();

/**
 * Cuts `phrase` into tokens; quotes and asterisks carry no meaning and go.
 * Brackets are commas, and commas between words stay: "quý, 6 tháng" is not a sixth quarter.
 */
export function tokenise(phrase: string): Token[] {
  const plain = phrase
    .normalize('NFC')
    .replace(WIDE, (sign) => sign.normalize('NFKC'))
    .replace(DASHES, '-')
    .replace(INVISIBLE, '');
  const percentKept = plain
    .replace(/(\d),(\d+\s?%)/g, '$1.$2')
    .replace(IGNORED, ' ')
    .replace(PAUSES, ',');
  const tokens = [...percentKept.matchAll(TOKEN)].map(([written]) => ({
    written,
    text: written.toLowerCase(),
    letters: fold(written),
  }));
  const meant = tokens.filter((token, at) => isMeant(token.text, tokens[at - 1]?.text, tokens[at + 1]?.text));
  const says = ({ text }: Token) => text !== ',';
  return meant.slice(meant.findIndex(says), meant.findLastIndex(says) + 1);
}

/** The first character that nobody sees and that is no blank: its code point, its place from 1, and the phrase without any such. */
export function hiddenIn(phrase: string): { code: string; at: number; without: string } | undefined {
  const [found] = phrase.matchAll(HIDDEN);
  if (found === undefined) return undefined;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { code, at: [...phrase.slice(0, found.index)].length + 1, without: phrase.replace(HIDDEN, '') };
}

/** `text` in lower case without Vietnamese marks. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}

/** Whether `token` is `word`, with its proper marks or with none at all; a word with other marks is another word. */
export function isWord(token: Token, word: string): boolean {
  if (token.text === word) return true;
  return token.text === token.letters && token.letters === bareForm(word) && !NEVER_BARE.has(word);
}

function bareForm(word: string): string {
  const known = bareForms.get(word);
  if (known !== undefined) return known;
  const letters = fold(word);
  bareForms.set(word, letters);
  return letters;
}

/** Stops and colons count inside dates and times only; dashes and slashes only beside a number. */
function isMeant(sign: string, before = '', after = ''): boolean {
  if (sign === '.' || sign === ':') return isNumber(before) && isNumber(after);
  if (sign === '-' || sign === '/') return before !== '' && (isNumber(before) || isNumber(after));
  return true;
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}
