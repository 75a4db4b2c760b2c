import { isWord, type Token } from './tokens.ts';

export interface NumberRead {
  value: number;
  end: number;
}

const UNITS = [
  ['một', 'mốt'],
  ['hai'],
  ['ba'],
  ['bốn', 'tư'],
  ['năm', 'lăm'],
  ['sáu'],
  ['bảy', 'bẩy'],
  ['tám'],
  ['chín'],
];
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi'];
const PARTS = ['đầu', 'giữa', 'cuối'];
const HALF_DAYS = ['sáng', 'trưa', 'chiều', 'tối'];

type Reader = (tokens: Token[], at: number) => NumberRead | undefined;

/** The slots a pattern may name, each with what it reads; the value is a number (`part`: 0 start, 1 middle, 2 end; `halfDay`: 0 morning to 3 evening). */
const SLOTS: Record<string, Reader> = {
  day: (tokens, at) => digits(tokens, at, 1, 2) ?? cardinal(tokens, at),
  month: (tokens, at) => digits(tokens, at, 1, 2) ?? spelled(tokens, at),
  nextMonth: (tokens, at) => digits(tokens, at, 1, 2),
  year: (tokens, at) => digits(tokens, at, 4, 4),
  nextYear: (tokens, at) => digits(tokens, at, 4, 4),
  since: (tokens, at) => digits(tokens, at, 4, 4),
  shortYear: (tokens, at) => digits(tokens, at, 1, 3),
  quarter: (tokens, at) => digits(tokens, at, 1, 2) ?? listed(tokens, at, ROMAN, 1) ?? spelled(tokens, at),
  half: (tokens, at) => digits(tokens, at, 1, 1),
  weekday: (tokens, at) => digits(tokens, at, 1, 2) ?? spelled(tokens, at),
  count,
  times: count,
  hour: (tokens, at) => digits(tokens, at, 1, 2),
  minute: (tokens, at) => digits(tokens, at, 1, 2),
  part: (tokens, at) => listed(tokens, at, PARTS, 0),
  halfDay: (tokens, at) => listed(tokens, at, HALF_DAYS, 0),
  percent: (tokens, at) => (tokens[at]?.text.endsWith('%') ? { value: 0, end: at + 1 } : undefined),
};

/** Reads the slot `name` at `at`. @throws RangeError when no slot has that name. */
export function readSlot(name: string, tokens: Token[], at: number): NumberRead | undefined {
  const reader = SLOTS[name];
  if (reader === undefined) throw new RangeError(`No slot is called ${name}`);
  return reader(tokens, at);
}

/** A count in digits, in words, or in both as in "10 (mười)", which then have to agree; "5 năm" is no count but five years. */
function count(tokens: Token[], at: number): NumberRead | undefined {
  const figures = digits(tokens, at, 1, 4);
  if (figures === undefined) return cardinal(tokens, at);
  const words = tokens[figures.end]?.text === ',' ? cardinal(tokens, figures.end + 1) : undefined;
  if (words === undefined || tokens[words.end]?.text !== ',') return figures;
  return figures.value === words.value ? { value: words.value, end: words.end + 1 } : undefined;
}

function digits(tokens: Token[], at: number, least: number, most: number): NumberRead | undefined {
  const text = tokens[at]?.text ?? '';
  if (!/^\d+$/.test(text) || text.length < least || text.length > most) return undefined;
  return { value: Number(text), end: at + 1 };
}

/** "tư" is four only in an order ("thứ tư", "quý tư"); typed bare it is mostly "từ". */
function cardinal(tokens: Token[], at: number): NumberRead | undefined {
  const token = tokens[at];
  return token !== undefined && isWord(token, 'tư') ? undefined : spelled(tokens, at);
}

/** One to ninety-nine in words: "năm", "mười hai", "hai mươi lăm". */
function spelled(tokens: Token[], at: number): NumberRead | undefined {
  const first = tokens[at];
  if (first === undefined) return undefined;
  if (isWord(first, 'mười')) return plusUnit(tokens, at + 1, 10);
  const unit = unitOf(first);
  if (unit === 0) return undefined;
  const next = tokens[at + 1];
  if (next !== undefined && isWord(next, 'mươi')) return plusUnit(tokens, at + 2, unit * 10);
  return { value: unit, end: at + 1 };
}

function plusUnit(tokens: Token[], at: number, tens: number): NumberRead {
  const token = tokens[at];
  const unit = token === undefined || isWord(token, 'năm') ? 0 : unitOf(token);
  return unit === 0 ? { value: tens, end: at } : { value: tens + unit, end: at + 1 };
}

function unitOf(token: Token): number {
  return UNITS.findIndex((spellings) => spellings.some((word) => isWord(token, word))) + 1;
}

function listed(tokens: Token[], at: number, words: string[], first: number): NumberRead | undefined {
  const token = tokens[at];
  const place = token === undefined ? -1 : words.findIndex((word) => isWord(token, word));
  return place < 0 ? undefined : { value: place + first, end: at + 1 };
}
