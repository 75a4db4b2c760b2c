import { isMap, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { inOrder, mapChanges, withFields, type Fields, type Values } from './edit-map.ts';
import { mustSay } from './edit-entry.ts';
import { CannotEdit, keyOf, lastOf, openDocument, openList, startOf, type ListName } from './file-entry.ts';
import { offsetAt, type Place } from './places.ts';
import { splice, type Splice } from './splice.ts';
import { columnOf, lastMark, lineEnd, lineEnding, lineStart } from './text-lines.ts';
import { yamlFlow, yamlItem, yamlLine } from './yaml-line.ts';

/** A row of a list as it is to be: one of the file's with some keys changed, or a new one. */
export interface Row {
  /** Which row of the file it is, from 0; undefined for a new one. */
  from: number | undefined;
  fields: Fields;
}

/** A list of rows: at the top of a file, or in an entry of one of its lists. */
export interface RowsPlace {
  key: string;
  entry?: { list: ListName; id: string };
  /** The keys of a row, in the order in which they are written. */
  order: readonly string[];
  /** How rows are written where the file has none to go by. */
  style: 'flow' | 'block';
}

/** A row's own lines, and the comment lines above it. */
interface Piece {
  comments: string;
  body: string;
}

/**
 * The file's text with a list's rows changed, added, taken out and put in order. A row in which nothing changes keeps its lines
 * byte for byte wherever it goes, and so do comments, also those above a row that is taken out. @throws CannotEdit
 */
export function editRows(text: string, place: RowsPlace, rows: readonly Row[]): string {
  const { document } = openDocument(text);
  const path = pathOf(text, place);
  const node: unknown = document.getIn(path, true);
  if (node !== undefined && node !== null && !isSeq(node) && document.getIn(path) !== null) throw unfit();
  const seq = isSeq(node) ? (node as YAMLSeq.Parsed) : undefined;
  const before = (seq?.toJS(document) ?? []) as Values[];
  const wanted = rows.map(({ from, fields }) =>
    inOrder(
      withFields(from === undefined ? {} : (before[from] ?? {}), fields, place.order).wanted,
      place.order,
    ),
  );
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) throw unfit();
  const map = parent as YAMLMap.Parsed;
  const edited =
    seq === undefined || seq.items.length === 0
      ? filled(text, map, place, wanted)
      : rearranged(text, map, seq, place, rows, wanted);
  const expected = document.clone();
  expected.setIn(path, wanted);
  if (seq === undefined && wanted.length === 0) return text;
  return mustSay(edited, expected.toJS());
}

/** The row of a list and its key at a place of the text, both counted from 1 as problems do; undefined outside the list. */
export function rowAt(
  text: string,
  place: RowsPlace,
  where: Place,
): { row: number; key: string | undefined } | undefined {
  const { document } = openDocument(text);
  const node: unknown = document.getIn(pathOf(text, place), true);
  const offset = offsetAt(text, where);
  if (!isSeq(node) || offset === undefined) return undefined;
  const row = node.items.findIndex((item) => {
    const [from] = (item as YAMLMap.Parsed).range;
    return from <= offset && offset <= lastOf(item);
  });
  const item = node.items[row];
  if (!isMap(item)) return undefined;
  const pair = item.items.findLast((one) => startOf(one) <= offset);
  // What is said of a whole row stands where its first key begins.
  const isWhole = offset === (item as YAMLMap.Parsed).range[0];
  return { row, key: pair === undefined || isWhole ? undefined : keyOf(pair) };
}

function pathOf(text: string, { entry, key }: RowsPlace): (string | number)[] {
  if (entry === undefined) return [key];
  const opened = openList(text, entry.list, entry.id);
  if (opened.entry === undefined) throw new CannotEdit(`Tệp không còn mục “${entry.id}”.`);
  return [entry.list, opened.seq.items.indexOf(opened.entry), key];
}

/** Rows where there were none. */
function filled(
  text: string,
  map: YAMLMap.Parsed,
  { key, order, style }: RowsPlace,
  wanted: Values[],
): string {
  if (wanted.length === 0) return text;
  const lines = wanted.flatMap((row) => itemLines(row, style === 'flow'));
  const change = { wanted: { [key]: wanted }, changed: [key] };
  const written = () => [`${key}:`, ...lines.map((line) => `  ${line}`)];
  return splice(
    text,
    mapChanges(text, map, order.includes(key) ? order : [...keysOf(map), key], change, written),
  );
}

function rearranged(
  text: string,
  map: YAMLMap.Parsed,
  seq: YAMLSeq.Parsed,
  { key, order }: RowsPlace,
  rows: readonly Row[],
  wanted: Values[],
): string {
  if (seq.flow || !seq.items.every((item) => isMap(item) && item.items.length > 0)) throw unfit();
  const items = seq.items as YAMLMap.Parsed[];
  const eol = lineEnding(text);
  const pair = map.items.find((one) => keyOf(one) === key) as Pair;
  const begin = lineEnd(text, startOf(pair));
  const ends = items.map((item) => lineEnd(text, lastMark(text, lastOf(item))));
  const first = items[0] as YAMLMap.Parsed;
  const column = columnOf(text, contentStart(first));
  const dash = text.slice(lineStart(text, contentStart(first)), contentStart(first)).indexOf('-');
  if (dash < 0) throw unfit();

  const pieces = items.map((item, index): Piece => {
    const from = ends[index - 1] ?? begin;
    const own = lineStart(text, contentStart(item));
    return { comments: text.slice(from, own), body: text.slice(own, ends[index]) };
  });
  let tail = '';
  for (const [index, piece] of pieces.entries()) {
    if (rows.some(({ from }) => from === index)) continue;
    const next = pieces[index + 1];
    if (next === undefined) tail = piece.comments;
    else next.comments = piece.comments + next.comments;
  }
  const written = rows.map(({ from, fields }, index) => {
    const values = wanted[index] ?? {};
    const item = from === undefined ? undefined : items[from];
    if (item === undefined || from === undefined)
      return itemLines(values, first.flow === true, column - dash)
        .map((line) => ' '.repeat(dash) + line + eol)
        .join('');
    const { comments, body } = pieces[from] as Piece;
    const own = lineStart(text, contentStart(item));
    const changes = rowChanges(text, item, order, fields).map((change) => ({
      ...change,
      start: change.start - own,
      end: change.end - own,
    }));
    const line = splice(body, changes);
    return comments + (line.endsWith('\n') ? line : line + eol);
  });
  const list = written.length > 0 ? '' : emptied(text, pair, key);
  const head = written.length > 0 ? text.slice(0, begin) : text.slice(0, startOf(pair)) + list + eol;
  return head + written.join('') + tail + text.slice(ends.at(-1));
}

function rowChanges(text: string, item: YAMLMap.Parsed, order: readonly string[], fields: Fields): Splice[] {
  const change = withFields(item.toJSON() as Values, fields, order);
  if (change.changed.length === 0) return [];
  if (!item.flow) return mapChanges(text, item, order, change);
  const [start, end] = item.range;
  return [{ start, end, text: yamlFlow(inOrder(change.wanted, order)) }];
}

function emptied(text: string, pair: Pair, key: string): string {
  const after = text
    .slice(startOf(pair), lineEnd(text, startOf(pair)))
    .replace(/^[^#\r\n]*/, '')
    .trim();
  return `${yamlLine(key, [])}${after === '' ? '' : ` ${after}`}`;
}

function itemLines(values: Values, flow: boolean, indent = 2): string[] {
  return flow ? [`${'-'.padEnd(indent)}${yamlFlow(values)}`] : yamlItem(values, indent);
}

function contentStart(item: YAMLMap.Parsed): number {
  return item.flow ? item.range[0] : startOf(item.items[0] as Pair);
}

function keysOf(map: YAMLMap.Parsed): string[] {
  return map.items.map(keyOf);
}

function unfit(): CannotEdit {
  return new CannotEdit('Cách viết của danh sách này trong tệp không sửa được bằng biểu mẫu.');
}
