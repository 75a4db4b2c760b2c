import { isDeepStrictEqual } from 'node:util';
import { isMap, type Pair, type YAMLMap } from 'yaml';
import { listChanges, oldOrder } from './edit-list.ts';
import { endOf, keyOf, startOf } from './file-entry.ts';
import type { Splice } from './splice.ts';
import { columnOf, lastMark, lineAfter, lineEnd, lineEnding, lineStart } from './text-lines.ts';
import { yamlLines } from './yaml-line.ts';

/**
 * A value that a form writes; nothing, an empty text, an empty list and `false` leave the key out. A list of one is written as that
 * one; a set is always written as a list.
 */
export type FieldValue =
  string | number | boolean | undefined | readonly string[] | ReadonlySet<string> | object;

/** What keys of a mapping are to hold. Keys that are not named stay. */
export type Fields = Readonly<Record<string, FieldValue>>;

export type Values = Record<string, unknown>;

/** The mapping with the fields put in, in the order in which they are written; and the keys whose meaning that changes. */
export function withFields(
  before: Values,
  fields: Fields,
  order: readonly string[],
): { wanted: Values; changed: string[] } {
  const changed = Object.keys(fields)
    .filter((key) => !isDeepStrictEqual(meaning(before[key]), meaning(fields[key])))
    .sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const wanted: Values = { ...before };
  for (const key of changed) wanted[key] = oldOrder(before[key], written(fields[key]));
  return { wanted, changed };
}

/** The values in the order of the shape, those that are left out gone. */
export function inOrder(values: Values, order: readonly string[]): Values {
  const keys = [...order, ...Object.keys(values).filter((key) => !order.includes(key))];
  return Object.fromEntries(keys.filter((key) => values[key] !== undefined).map((key) => [key, values[key]]));
}

/**
 * What to replace in the text of a mapping that is written one key a line, so that the changed keys say what is wanted. In a mapping below a
 * key, and in a list of texts, only what changes is replaced, with the wanted value's own order of keys.
 */
export function mapChanges(
  text: string,
  map: YAMLMap.Parsed,
  order: readonly string[],
  { wanted, changed }: { wanted: Values; changed: readonly string[] },
  linesOf: (key: string, value: unknown) => string[] = yamlLines,
): Splice[] {
  const eol = lineEnding(text);
  const indent = ' '.repeat(columnOf(text, startOf(map.items[0] as Pair)));
  return changed.flatMap((key): Splice | Splice[] => {
    const at = map.items.findIndex((pair) => keyOf(pair) === key);
    const pair = map.items[at];
    const lines = linesOf(key, wanted[key]).join(eol + indent);
    if (pair === undefined)
      return lineAfter(text, endOf(anchorOf(map.items, order, key)), indent + lines, eol);
    const value = wanted[key];
    if (isMap(pair.value) && !pair.value.flow && isValues(value)) {
      const inner = pair.value;
      return mapChanges(
        text,
        inner,
        Object.keys(value),
        { wanted: value, changed: differing(inner, value) },
        linesOf,
      );
    }
    const ofList = listChanges(text, pair.value, value);
    if (ofList !== undefined) return ofList;
    if (value !== undefined) return { start: startOf(pair), end: lastMark(text, endOf(pair)), text: lines };
    const next = map.items[at + 1];
    const isAfterDash = text.slice(lineStart(text, startOf(pair)), startOf(pair)).trim() !== '';
    return isAfterDash && next !== undefined
      ? { start: startOf(pair), end: startOf(next), text: '' }
      : { start: lineStart(text, startOf(pair)), end: lineEnd(text, lastMark(text, endOf(pair))), text: '' };
  });
}

/** The pair after which `key` is written: the last of those that stand before it in the shape's order. */
function anchorOf(pairs: Pair[], order: readonly string[], key: string): Pair {
  const place = (pair: Pair) => order.indexOf(keyOf(pair));
  const before = pairs.filter((pair) => place(pair) >= 0 && place(pair) < order.indexOf(key));
  return before.toSorted((a, b) => place(a) - place(b)).at(-1) ?? (pairs[0] as Pair);
}

/** The keys that a mapping and the wanted values do not both hold alike. */
function differing(map: YAMLMap.Parsed, wanted: Values): string[] {
  const before = map.toJSON() as Values;
  const keys = [...new Set([...Object.keys(wanted), ...map.items.map(keyOf)])];
  return keys.filter((key) => !isDeepStrictEqual(before[key], wanted[key]));
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The order in which units are named means nothing; nor do blanks around a text. */
function meaning(value: unknown): unknown {
  if (value instanceof Set) return meaning([...(value as Set<unknown>)]);
  if (Array.isArray(value)) {
    const parts = value.map(meaning);
    return parts.length > 1 ? parts.toSorted() : parts[0];
  }
  if (typeof value === 'string') return value.trim().normalize('NFC') || undefined;
  return value === false || value === null ? undefined : value;
}

function written(value: FieldValue): unknown {
  if (typeof value === 'string') return value.trim().normalize('NFC') || undefined;
  if (typeof value === 'boolean') return value || undefined;
  if (value instanceof Set) return value.size > 0 ? [...(value as Set<string>)] : undefined;
  if (!Array.isArray(value)) return value;
  const list = value as readonly unknown[];
  return list.length > 1 || typeof list[0] === 'object' ? list : list[0];
}
