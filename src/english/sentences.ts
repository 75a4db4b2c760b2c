import { hasPlaces, readPattern, type Dictionary } from './pattern.ts';
import { byRule } from './rules.ts';

/** Puts Vietnamese texts of the pages into English. */
export interface Sentences {
  /** The English for a text without blanks around it, which is all of an `element` if one is named; undefined when the dictionary has none. */
  translate(this: void, text: string, element?: string): string | undefined;
}

const VIETNAMESE = /[\u00C0-\u1EF9]/u;
/** Texts whose English is remembered; pages repeat themselves, and what people typed must not fill the memory. */
const MOST_REMEMBERED = 20_000;
const LONGEST = 2_000;
const DEEPEST = 6;

/** Whether letters stand in a text that only Vietnamese has; × and ÷ are among them by their numbers alone. */
export function looksVietnamese(text: string): boolean {
  return VIETNAMESE.test(text.replace(/[×÷]/g, ''));
}

/** Reads a dictionary; `used` hears of each entry that gave an English. */
export function sentencesOf(dictionary: Dictionary, used?: (entry: string) => void): Sentences {
  const whole = new Map(Object.entries(dictionary).filter(([vietnamese]) => !hasPlaces(vietnamese)));
  const patterns = Object.entries(dictionary)
    .filter(([vietnamese]) => hasPlaces(vietnamese))
    .map(([vietnamese, english]) => readPattern(vietnamese, english))
    .sort((a, b) => b.weight - a.weight || Number(a.keeps) - Number(b.keeps));
  const remembered = new Map<string, string | undefined>();

  function known(text: string, depth: number): string | undefined {
    const english = whole.get(text);
    if (english === undefined) return byRule(text) ?? byPattern(text, depth);
    used?.(text);
    return english;
  }

  function byPattern(text: string, depth: number): string | undefined {
    if (depth > DEEPEST || text.length > LONGEST) return undefined;
    for (const pattern of patterns) {
      if (!text.startsWith(pattern.head)) continue;
      const english = pattern.fill(text, (part) => inPlace(part, depth + 1));
      if (english === undefined) continue;
      used?.(pattern.vietnamese);
      return english;
    }
    return undefined;
  }

  /** What stands at a place of a sentence: nothing to translate, or words that have an English. */
  function inPlace(part: string, depth: number): string | undefined {
    return find(part, depth) ?? (looksVietnamese(part) ? undefined : part);
  }

  function find(text: string, depth: number): string | undefined {
    return known(text, depth) ?? inOtherCase(text, depth) ?? inParts(text, depth);
  }

  /** A sentence may begin with what stands elsewhere inside one, and the other way round. */
  function inOtherCase(text: string, depth: number): string | undefined {
    const first = text.charAt(0);
    const upper = first.toUpperCase();
    if (first === upper) {
      const english =
        first === first.toLowerCase() ? undefined : known(first.toLowerCase() + text.slice(1), depth);
      return english && english.charAt(0).toUpperCase() + english.slice(1);
    }
    const english = known(upper + text.slice(1), depth);
    return english && english.charAt(0).toLowerCase() + english.slice(1);
  }

  /** Between the marks around it, or sentence by sentence, or item by item. */
  function inParts(text: string, depth: number): string | undefined {
    if (depth > DEEPEST || text.length > LONGEST) return undefined;
    const [, before = '', inner = '', after = ''] =
      /^([\s,;:.(·–‹›+−\uFDD0-\uFDED-]*)(.*?)([\s,;:.)·‹›…\uFDD0-\uFDED]*)$/su.exec(text) ?? [];
    if (inner !== text && inner !== '') {
      const english = find(inner, depth + 1);
      if (english !== undefined) return before + english + after;
    }
    for (const [cut, join] of CUTS) {
      const parts = text.split(cut);
      if (parts.length < 2) continue;
      const english = parts.map((part) => inPlace(part, depth + 1));
      if (english.every((part) => part !== undefined)) return english.join(join);
    }
    return undefined;
  }

  return {
    translate(text, element) {
      const own = element === undefined ? undefined : whole.get(`<${element}> ${text}`);
      if (own !== undefined) {
        used?.(`<${element}> ${text}`);
        return own;
      }
      if (remembered.has(text)) return remembered.get(text);
      const english = find(text, 0);
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(text, english);
      return english;
    },
  };
}

/** Where one text may end and the next begin, and what joins them again. */
const CUTS: [RegExp, string][] = [
  [/(?<=[.!?]) (?=\p{Lu})/u, ' '],
  ['; ', '; '],
  [': ', ': '],
  [', ', ', '],
].map(([cut, join]) => [cut instanceof RegExp ? cut : new RegExp(cut as string), join as string]);
