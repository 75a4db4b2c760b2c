/**
 * Marks inside a sentence that is being translated, all of them noncharacters (Unicode chapter 23.7), which no text contains by right:
 * one for each element that stands in it, and a pair around words that stay Vietnamese.
 */
const FIRST = 0xfdd0;
/** As many elements can stand in one sentence. */
export const MOST_SLOTS = 30;
export const KEPT_START = '\uFDEE';
export const KEPT_END = '\uFDEF';

const MARKS = /[\uFDD0-\uFDEF]/g;

/** The mark that stands for the element with this number, from 0. */
export function slot(number: number): string {
  return String.fromCharCode(FIRST + number);
}

/** The number of the element that a mark stands for; undefined for any other character. */
export function slotNumber(character: string): number | undefined {
  const number = character.charCodeAt(0) - FIRST;
  return number >= 0 && number < MOST_SLOTS ? number : undefined;
}

/** Text from a page, in which no mark may stand that we have not set. */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, '\uFFFD');
}

/** A sentence as plain text: what is kept stays, elements are left out. For attributes. */
export function plain(sentence: string): string {
  return sentence.replace(MARKS, '');
}

/** A sentence as the dictionary would write it: elements as `{1}`, `{2}`. */
export function legible(sentence: string): string {
  return sentence.replace(/[\uFDD0-\uFDED]/g, (mark) => `{${(slotNumber(mark) ?? 0) + 1}}`);
}
