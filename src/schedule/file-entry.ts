import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { placesIn, type Place } from './places.ts';
import { groupShape, ladderShape, obligationShape, unitShape } from './shape.ts';

/** The lists whose entries can be edited, and their entries' keys in the order in which they are written. */
export const LISTS = {
  obligations: Object.keys(obligationShape.shape),
  units: Object.keys(unitShape.shape),
  groups: Object.keys(groupShape.shape),
  ladders: Object.keys(ladderShape.shape),
} as const;
export type ListName = keyof typeof LISTS;

/** The file is not written in a way that an entry of it could be edited by program; the message is Vietnamese. */
export class CannotEdit extends Error {
  override name = 'CannotEdit';
}

const UNFIT = 'Tệp hiện có lỗi hoặc không viết theo dòng nên không sửa được bằng biểu mẫu.';

/** A list of a file, parsed, and the entry in it that has the id, if there is one. */
export interface OpenedList {
  document: Document.Parsed;
  seq: YAMLSeq.Parsed;
  entry?: YAMLMap.Parsed;
  /** Tells the line, from 1, of an offset. */
  lineOf: (offset: number) => number;
}

/** Parses a file; `placeAt` tells the place of an offset. @throws CannotEdit when it is no YAML */
export function openDocument(text: string): {
  document: Document.Parsed;
  placeAt: (offset: number) => Place;
} {
  // A bare carriage return ends a line in YAML 1.2, but not for the parser.
  const ended = text.replace(/\r(?!\n)/g, '\n');
  const document = parseDocument(ended, { prettyErrors: false, logLevel: 'error' });
  if (document.errors.length > 0) throw new CannotEdit(UNFIT);
  return { document, placeAt: placesIn(ended) };
}

/** Finds the list and the entry. @throws CannotEdit when the file is no YAML or has no such list. */
export function openList(text: string, list: ListName, id: string | undefined): OpenedList {
  const { document, placeAt } = openDocument(text);
  const seq: unknown = document.get(list);
  if (!isSeq(seq) || seq.flow) throw new CannotEdit(UNFIT);
  const entry = seq.items.find((item) => isMap(item) && id !== undefined && item.get('id') === id);
  return {
    document,
    lineOf: (offset) => placeAt(offset).line,
    seq: seq as YAMLSeq.Parsed,
    ...(entry !== undefined && { entry: entry as YAMLMap.Parsed }),
  };
}

/** The entry's values as the file gives them; undefined when the list has no such entry. @throws CannotEdit */
export function readEntry(text: string, list: ListName, id: string): Record<string, unknown> | undefined {
  if (isListEmpty(text, list)) return undefined;
  const { document, entry } = openList(text, list, id);
  return entry?.toJS(document) as Record<string, unknown> | undefined;
}

/** Whether the file has no such list, or one with nothing in it. @throws CannotEdit when it is no YAML */
export function isListEmpty(text: string, list: ListName): boolean {
  const seq: unknown = openDocument(text).document.get(list);
  return seq === undefined || seq === null || (isSeq(seq) && seq.items.length === 0);
}

/** Everything the file says. @throws CannotEdit */
export function readTop(text: string): unknown {
  return openDocument(text).document.toJS();
}

/** The key of the entry whose value stands at line `line` (from 1) of the text, when it is one; `target.unit` for a key of a mapping in the entry. */
export function keyAtLine(text: string, list: ListName, id: string, line: number): string | undefined {
  const { entry, lineOf } = openList(text, list, id);
  return entry === undefined ? undefined : keyInMap(entry, line, lineOf);
}

/** The key at the top of the file whose value stands at line `line` (from 1) of the text; `sending.at` for a key of a mapping below it. */
export function topKeyAtLine(text: string, line: number): string | undefined {
  const { document, placeAt } = openDocument(text);
  const { contents } = document;
  return isMap(contents) ? keyInMap(contents, line, (offset) => placeAt(offset).line) : undefined;
}

/** The key of a pair. */
export function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

/** Where a pair's key begins. */
export function startOf(pair: Pair): number {
  return rangeOf(pair.key)?.[0] ?? 0;
}

/** Where the last thing written in a pair ends, line ends and comments after it left out. */
export function endOf(pair: Pair): number {
  return Math.max(lastOf(pair.value), rangeOf(pair.key)?.[1] ?? 0);
}

/** Where the last thing written in a value ends. */
export function lastOf(node: unknown): number {
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1);
    return last === undefined ? 0 : endOf(last);
  }
  if (isSeq(node) && !node.flow) return lastOf(node.items.at(-1));
  return rangeOf(node)?.[1] ?? 0;
}

function keyInMap(map: YAMLMap, line: number, lineOf: (offset: number) => number): string | undefined {
  const covers = (pair: Pair) => lineOf(startOf(pair)) <= line && line <= lineOf(endOf(pair));
  const found = map.items.find(covers);
  if (found === undefined) return undefined;
  const inner = isMap(found.value) && !found.value.flow ? found.value.items.find(covers) : undefined;
  return [found, ...(inner === undefined ? [] : [inner])].map(keyOf).join('.');
}

function rangeOf(node: unknown): [number, number, number] | undefined {
  return (node as { range?: [number, number, number] | null } | null | undefined)?.range ?? undefined;
}
