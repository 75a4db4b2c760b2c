import { isMap, type YAMLMap } from 'yaml';
import { inOrder, mapChanges, withFields, type Fields, type Values } from './edit-map.ts';
import { mustSay } from './edit-entry.ts';
import { CannotEdit, openDocument, openList, type ListName } from './file-entry.ts';
import { splice } from './splice.ts';
import { yamlFlow } from './yaml-line.ts';

/** The file's text with keys at its top changed. Everything else stays byte for byte. @throws CannotEdit */
export function editTop(text: string, fields: Fields, order: readonly string[]): string {
  return editMap(text, [], fields, order);
}

/**
 * The file's text with keys changed inside the mapping that an entry has at `key`, as an obligation has its target. The
 * mapping must be there. @throws CannotEdit
 */
export function editPart(
  text: string,
  { list, id, key }: { list: ListName; id: string; key: string },
  fields: Fields,
  order: readonly string[],
): string {
  const { seq, entry } = openList(text, list, id);
  if (entry === undefined) throw new CannotEdit(`Tệp không còn mục “${id}”.`);
  return editMap(text, [list, seq.items.indexOf(entry), key], fields, order);
}

function editMap(
  text: string,
  path: readonly (string | number)[],
  fields: Fields,
  order: readonly string[],
): string {
  const { document } = openDocument(text);
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(node) || node.items.length === 0)
    throw new CannotEdit('Cách viết của mục này trong tệp không sửa được bằng biểu mẫu.');
  const map = node as YAMLMap.Parsed;
  const { wanted, changed } = withFields(map.toJS(document) as Values, fields, order);
  if (changed.length === 0) return text;
  const [start, end] = map.range;
  const changes = map.flow
    ? [{ start, end, text: yamlFlow(inOrder(wanted, order)) }]
    : mapChanges(text, map, order, { wanted, changed });
  const expected = document.clone();
  if (path.length === 0) return mustSay(splice(text, changes), wanted);
  expected.setIn(path, wanted);
  return mustSay(splice(text, changes), expected.toJS());
}
