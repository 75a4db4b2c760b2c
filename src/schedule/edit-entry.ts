import { isDeepStrictEqual } from 'node:util';
import { isMap, type Pair } from 'yaml';
import {
  CannotEdit,
  endOf,
  keyOf,
  LISTS,
  openList,
  startOf,
  type ListName,
  type OpenedList,
} from './file-entry.ts';
import { splice, type Splice } from './splice.ts';
import { yamlLine } from './yaml-line.ts';

/** What keys of an entry are to hold; nothing, an empty text and `false` leave the key out. Keys that are not named stay. */
export type Fields = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

type Values = Record<string, unknown>;

/**
 * The file's text with one entry of `list` changed, or added when `id` is undefined. Every line that holds no changed value
 * stays byte for byte, with its comments; a value that means the same stays as it is written.
 * @throws CannotEdit when there is no such entry, or when the change would touch anything else.
 */
export function editEntry(text: string, list: ListName, id: string | undefined, fields: Fields): string {
  const opened = openList(text, list, id);
  const { document, entry } = opened;
  if (id !== undefined && entry === undefined) throw new CannotEdit(`Tệp không còn mục “${id}”.`);
  const before = (entry?.toJS(document) ?? {}) as Values;
  const place = ([key]: [string, unknown]) => LISTS[list].indexOf(key);
  const changed = Object.entries(fields)
    .filter(([key, value]) => !isSame(before[key], value))
    .sort((a, b) => place(a) - place(b));
  if (changed.length === 0) return text;
  const wanted: Values = { ...before };
  for (const [key, value] of changed) wanted[key] = written(value);
  const edited = splice(text, changesOf(text, opened, list, changed, wanted));
  assertOnly(edited, opened, list, wanted);
  return edited;
}

function changesOf(
  text: string,
  { entry, seq }: OpenedList,
  list: ListName,
  changed: [string, unknown][],
  wanted: Values,
): Splice[] {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const block = (column: number) =>
    keysOf(wanted, list)
      .map((key) => yamlLine(key, wanted[key]))
      .join(eol + ' '.repeat(column));
  if (entry === undefined) {
    const last = seq.items.at(-1);
    if (!isMap(last) || last.flow || last.items.length === 0)
      throw new CannotEdit('Tệp không viết theo dòng nên không thêm được bằng biểu mẫu.');
    const [first] = last.items;
    const column = columnOf(text, startOf(first as Pair));
    const dash = text.slice(lineStart(text, startOf(first as Pair)), startOf(first as Pair)).indexOf('-');
    const line = `${' '.repeat(dash)}-${' '.repeat(Math.max(1, column - dash - 1))}${block(column)}`;
    return [lineAfter(text, endOf(last.items.at(-1) as Pair), line, eol)];
  }
  if (entry.flow) {
    const [start, end] = entry.range;
    return [{ start, end, text: block(columnOf(text, start)) }];
  }
  return changed.map(([key]) => {
    const at = entry.items.findIndex((pair) => keyOf(pair) === key);
    const pair = entry.items[at];
    const indent = ' '.repeat(columnOf(text, startOf(entry.items[0] as Pair)));
    if (pair === undefined) {
      const anchor = anchorOf(entry.items, LISTS[list], key);
      return lineAfter(text, endOf(anchor), indent + yamlLine(key, wanted[key]), eol);
    }
    if (wanted[key] !== undefined)
      return { start: startOf(pair), end: lastMark(text, endOf(pair)), text: yamlLine(key, wanted[key]) };
    const next = entry.items[at + 1];
    return at === 0 && next !== undefined
      ? { start: startOf(pair), end: startOf(next), text: '' }
      : { start: lineStart(text, startOf(pair)), end: lineEnd(text, lastMark(text, endOf(pair))), text: '' };
  });
}

/** The pair after which `key` is written: the last of those that stand before it in the shape's order. */
function anchorOf(pairs: Pair[], order: readonly string[], key: string): Pair {
  const place = (pair: Pair) => order.indexOf(keyOf(pair));
  const before = pairs.filter((pair) => place(pair) < order.indexOf(key));
  return before.toSorted((a, b) => place(a) - place(b)).at(-1) ?? (pairs[0] as Pair);
}

function keysOf(values: Values, list: ListName): string[] {
  const known = [...LISTS[list]];
  return [...known, ...Object.keys(values).filter((key) => !known.includes(key))].filter(
    (key) => values[key] !== undefined,
  );
}

/** What was asked for is what the file now says, and nothing else in it is changed: comments can hide no surprise. */
function assertOnly(edited: string, before: OpenedList, list: ListName, wanted: Values): void {
  const file = before.document.toJS() as Record<string, unknown[]>;
  const at = before.entry === undefined ? before.seq.items.length : before.seq.items.indexOf(before.entry);
  const expected = { ...file, [list]: [...(file[list] ?? [])] };
  expected[list]?.splice(at, 1, JSON.parse(JSON.stringify(wanted)));
  if (!isDeepStrictEqual(valuesOf(edited, list), expected))
    throw new CannotEdit('Cách viết của mục này trong tệp không sửa được bằng biểu mẫu.');
}

/** Undefined for a text that is no sound file any more. */
function valuesOf(text: string, list: ListName): unknown {
  try {
    return openList(text, list, undefined).document.toJS();
  } catch (error) {
    // An alias whose anchor is gone is a ReferenceError.
    if (error instanceof CannotEdit || error instanceof ReferenceError) return undefined;
    throw error;
  }
}

function isSame(current: unknown, wanted: unknown): boolean {
  return isDeepStrictEqual(meaning(current), meaning(wanted));
}

/** The order in which units are named means nothing; nor do blanks around a text. */
function meaning(value: unknown): unknown {
  if (Array.isArray(value)) {
    const parts = value.map(meaning);
    return parts.length > 1 ? parts.toSorted() : parts[0];
  }
  if (typeof value === 'string') return value.trim().normalize('NFC') || undefined;
  return value === false || value === null ? undefined : value;
}

function written(value: Fields[string]): unknown {
  if (typeof value === 'string') return value.trim().normalize('NFC') || undefined;
  if (typeof value === 'boolean') return value || undefined;
  const [only, ...others] = value ?? [];
  return others.length > 0 ? value : only;
}

function lineAfter(text: string, offset: number, line: string, eol: string): Splice {
  const end = lineEnd(text, lastMark(text, offset));
  const isOpen = end === text.length && !text.endsWith('\n');
  return { start: end, end, text: isOpen ? eol + line : line + eol };
}

/** A block scalar's end lies after its line end. */
function lastMark(text: string, offset: number): number {
  return text.slice(0, offset).trimEnd().length;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the next line begins. */
function lineEnd(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  return found === -1 ? text.length : found + 1;
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}
