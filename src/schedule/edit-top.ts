import { isMap, type YAMLMap } from 'yaml';
import { inOrder, mapChanges, withFields, type Fields, type Values } from './edit-map.ts';
import { mustSay } from './edit-entry.ts';
import { CannotEdit, openDocument } from './file-entry.ts';
import { splice } from './splice.ts';
import { yamlFlow } from './yaml-line.ts';

/** The file's text with keys at its top changed. Everything else stays byte for byte. @throws CannotEdit */
export function editTop(text: string, fields: Fields, order: readonly string[]): string {
  const { document } = openDocument(text);
  const node: unknown = document.contents;
  if (!isMap(node) || node.items.length === 0)
    throw new CannotEdit('Cách viết của mục này trong tệp không sửa được bằng biểu mẫu.');
  const map = node as YAMLMap.Parsed;
  const { wanted, changed } = withFields(map.toJS(document) as Values, fields, order);
  if (changed.length === 0) return text;
  const [start, end] = map.range;
  const changes = map.flow
    ? [{ start, end, text: yamlFlow(inOrder(wanted, order)) }]
    : mapChanges(text, map, order, { wanted, changed });
  return mustSay(splice(text, changes), wanted);
}
