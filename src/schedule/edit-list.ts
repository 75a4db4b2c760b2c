import { isScalar, isSeq, type Scalar } from 'yaml';
import type { Splice } from './splice.ts';
import { lastMark, lineAfter, lineEnd, lineEnding, lineStart } from './text-lines.ts';
import { yamlLine } from './yaml-line.ts';

/** A list of texts in the order in which the file has them, new ones last; every other value as it is. */
export function oldOrder(before: unknown, wanted: unknown): unknown {
  if (!isTexts(before) || !isTexts(wanted)) return wanted;
  const stay = new Set(before.filter((text) => wanted.includes(text)));
  return [...new Set([...stay, ...wanted])];
}

/**
 * What to replace in a list that is written one text a line, so that it holds the wanted ones: who goes loses its lines, who comes gets
 * one after the last, and the comments of the others stay. Undefined for what is no such list, or when nobody stays.
 */
export function listChanges(text: string, list: unknown, wanted: unknown): Splice[] | undefined {
  if (!isSeq(list) || list.flow || !isTexts(wanted)) return undefined;
  const items = list.items.filter((item): item is Scalar.Parsed => isScalar(item) && item.range != null);
  const before = items.map(({ value }) => value);
  if (items.length < list.items.length || !isTexts(before) || items.some((item) => !isAfterDash(text, item)))
    return undefined;
  const stays = before.map((one, at) => wanted.includes(one) && before.indexOf(one) === at);
  const last = items.findLast((_item, at) => stays[at]);
  if (last === undefined) return undefined;
  const gone = items
    .filter((_item, at) => !stays[at])
    .map(({ range: [start, end] }) => ({
      start: lineStart(text, start),
      end: lineEnd(text, lastMark(text, end)),
      text: '',
    }));
  const fresh = wanted.filter((one) => !before.includes(one));
  const [start, end] = last.range;
  const dash = text.slice(lineStart(text, start), start);
  const eol = lineEnding(text);
  const lines = fresh.map((one) => dash + yamlLine('x', one).slice('x: '.length));
  return [...gone, ...(lines.length > 0 ? [lineAfter(text, end, lines.join(eol), eol)] : [])];
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
}

function isAfterDash(text: string, { range: [start] }: Scalar.Parsed): boolean {
  return /^ *- *$/.test(text.slice(lineStart(text, start), start));
}
