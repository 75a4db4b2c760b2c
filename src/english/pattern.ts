import { KEPT_END, KEPT_START } from './marks.ts';

/**
 * Vietnamese texts of the pages, blanks as one, and their English; `readPattern` tells of entries with places. An entry that begins with
 * `<th>` is for a text that is all there is in such an element.
 */
export type Dictionary = Readonly<Record<string, string>>;

/** An entry of the dictionary with places in it. */
export interface Pattern {
  vietnamese: string;
  /** What stands before its first place; empty when it begins with one. */
  head: string;
  /** How many letters stand outside its places: the more, the surer. */
  weight: number;
  /** Words that stay Vietnamese stand at one of its places. */
  keeps: boolean;
  /**
   * The English for a text of this form; undefined when the text has another one, or when `translate` has no English for what stands at
   * one of its places.
   */
  fill(text: string, translate: Translate): string | undefined;
}

/** Where a part of a sentence ends: what stands at a place does not reach beyond, unless the entry has such an end itself. */
const ENDS = [/\.(?=\s|$)/, /:(?=\s|$)/, /;/];

type Translate = (part: string) => string | undefined;

/** A number or several, or an element that holds one. */
const COUNT = /^(?:[\d., ]+|[\uFDD0-\uFDED])$/;
const PLACE = /\{(\d)( vi)?\}/g;

/** Whether an entry has places: `{1}` for what is translated in its turn, `{1 vi}` for words that stay Vietnamese. */
export function hasPlaces(vietnamese: string): boolean {
  return vietnamese.search(PLACE) >= 0;
}

/** Reads an entry with places. In its English, `{1|day|days}` chooses a form by the number at place 1, where nothing else can then stand. */
export function readPattern(vietnamese: string, english: string): Pattern {
  const places = [...vietnamese.matchAll(PLACE)].map(([, number = '', kept]) => ({
    number,
    isKept: kept !== undefined,
    isCount: english.includes(`{${number}|`),
  }));
  const literals = vietnamese.split(/\{\d(?: vi)?\}/);
  const ends = new Set(ENDS.filter((end) => end.test(vietnamese)));
  // Where two places stand side by side, the first may be the shorter part or the longer.
  const forms = ['(.+?)', '(.+)'].map((part) => new RegExp(`^${literals.map(escaped).join(part)}$`, 'su'));
  const filledFrom = (found: RegExpExecArray | null, translate: Translate): string | undefined => {
    if (found === null) return undefined;
    const filled = new Map<string, string>();
    for (const [at, { number, isKept, isCount }] of places.entries()) {
      const part = found[at + 1] ?? '';
      if (isCount ? !COUNT.test(part) : !isKept && ENDS.some((end) => !ends.has(end) && end.test(part)))
        return undefined;
      const words = isKept ? `${KEPT_START}${part}${KEPT_END}` : translate(part);
      if (words === undefined) return undefined;
      filled.set(number, words);
    }
    return written(english, filled);
  };
  return {
    vietnamese,
    head: literals[0] ?? '',
    weight: literals.join('').length,
    keeps: places.some(({ isKept }) => isKept),
    fill(text, translate) {
      if (!literals.every((literal) => text.includes(literal))) return undefined;
      for (const form of forms.slice(0, places.length)) {
        const words = filledFrom(form.exec(text), translate);
        if (words !== undefined) return words;
      }
      return undefined;
    },
  };
}

function written(english: string, filled: ReadonlyMap<string, string>): string {
  return english.replace(
    /\{(\d)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (_, number: string, one?: string, other?: string) => {
      const value = filled.get(number) ?? '';
      if (one === undefined) return value;
      return value === '1' ? one : (other ?? '');
    },
  );
}

function escaped(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
