import { isDeepStrictEqual } from 'node:util';
import { isMap, isSeq, type Pair } from 'yaml';
import { inOrder, mapChanges, withFields, type Fields, type Values } from './edit-map.ts';
import {
  CannotEdit,
  endOf,
  lastOf,
  LISTS,
  openDocument,
  openList,
  startOf,
  type ListName,
  type OpenedList,
} from './file-entry.ts';
import { splice, type Splice } from './splice.ts';
import { columnOf, lastMark, lineAfter, lineEnd, lineEnding, lineStart } from './text-lines.ts';
import { yamlLines } from './yaml-line.ts';

/**
 * The file's text with one entry of `list` changed, or added when `id` is undefined. Every line that holds no changed value
 * stays byte for byte, with its comments; a value that means the same stays as it is written.
 * @throws CannotEdit when there is no such entry, or when the change would touch anything else.
 */
export function editEntry(text: string, list: ListName, id: string | undefined, fields: Fields): string {
  const opened = openList(text, list, id);
  const { document, entry, seq } = opened;
  if (id !== undefined && entry === undefined) throw gone(id);
  const { wanted, changed } = withFields((entry?.toJS(document) ?? {}) as Values, fields, LISTS[list]);
  if (changed.length === 0) return text;
  const edited = splice(text, changesOf(text, opened, LISTS[list], { wanted, changed }));
  const at = entry === undefined ? seq.items.length : seq.items.indexOf(entry);
  return mustSay(edited, replaced(opened, list, at, [wanted]));
}

/** The file's text without one entry of `list`; the comments above it stay. @throws CannotEdit as `editEntry` */
export function removeEntry(text: string, list: ListName, id: string): string {
  const opened = openList(text, list, id);
  const { entry, seq } = opened;
  if (entry === undefined) throw gone(id);
  const start = lineStart(text, entry.flow ? entry.range[0] : startOf(entry.items[0] as Pair));
  const end = lineEnd(text, lastMark(text, lastOf(entry)));
  // An empty list is a list all the same, and `dondoc check` says why it may not be.
  const isLast = seq.items.length === 1;
  const left = isLast ? `${' '.repeat(columnOf(text, seq.range[0]))}[]${lineEnding(text)}` : '';
  const edited = splice(text, [{ start, end, text: left }]);
  return mustSay(edited, replaced(opened, list, seq.items.indexOf(entry), []));
}

/** The text, when it says exactly what is expected: comments can hide no surprise. @throws CannotEdit */
export function mustSay(edited: string, expected: unknown): string {
  if (isDeepStrictEqual(valuesOf(edited), JSON.parse(JSON.stringify(expected)))) return edited;
  throw new CannotEdit('Cách viết của mục này trong tệp không sửa được bằng biểu mẫu.');
}

function changesOf(
  text: string,
  { entry, seq }: OpenedList,
  order: readonly string[],
  change: { wanted: Values; changed: string[] },
): Splice[] {
  const eol = lineEnding(text);
  const block = (column: number) =>
    Object.entries(inOrder(change.wanted, order))
      .flatMap(([key, value]) => yamlLines(key, value))
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
  if (!entry.flow) return mapChanges(text, entry, order, change);
  const [start, end] = entry.range;
  return [{ start, end, text: block(columnOf(text, start)) }];
}

/** What the file says with one place of the list filled anew. */
function replaced({ document, seq }: OpenedList, list: ListName, at: number, items: Values[]): Values {
  const file = document.toJS() as Values;
  const all = isSeq(seq) ? [...(file[list] as unknown[])] : [];
  return { ...file, [list]: all.toSpliced(at, 1, ...items) };
}

/** Undefined for a text that is no sound file any more. */
function valuesOf(text: string): unknown {
  try {
    return openDocument(text).document.toJS();
  } catch (error) {
    // An alias whose anchor is gone is a ReferenceError.
    if (error instanceof CannotEdit || error instanceof ReferenceError) return undefined;
    throw error;
  }
}

function gone(id: string): CannotEdit {
  return new CannotEdit(`Tệp không còn mục “${id}”.`);
}
