import type { Slots } from './pattern.ts';
import type { Piece } from './pieces.ts';

/** A pattern's text and what it says; slots are numbers, and an optional slot that was absent is undefined. */
export type Entry = readonly [pattern: string, says: (slots: Slots) => Piece | Piece[]];

export const EVERY = 'hằng|hàng|mỗi|từng';
export const SEP = '/|-|.';
export const QUARTER = 'quý|quí|qúy|q';

/** Makes entries that all say `piece`. */
export function saying(piece: Piece): (pattern: string) => Entry {
  return (pattern) => [pattern, () => piece];
}

/** What is known and too loose to give a day. */
export function unclear(fault: string, instead?: string): Piece {
  return { kind: 'unclear', fault, ...(instead !== undefined && { instead }) };
}

/** `base` alone, and with the year it lies in: "tháng 6", "tháng 6 năm 2019", "tháng 6/2019". */
export function inYear(base: string, says: Entry[1]): Entry[] {
  return ['', ' của? năm? {year}', ` ${SEP} {year}`].map((year): Entry => [base + year, says]);
}
