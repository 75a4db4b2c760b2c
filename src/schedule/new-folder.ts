import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isScalar, parseDocument } from 'yaml';

/**
 * Copies the schedule folder `from` to the new folder `to`, giving its plans ids that begin with `id`.
 * All else, comments and layout included, stays as it was. @throws the file system's error, EEXIST when `to` exists.
 */
export async function createFolder(from: string, to: string, id: string): Promise<void> {
  const names = (await readdir(from)).filter((name) => name.endsWith('.yaml'));
  const texts = await Promise.all(names.map((name) => readFile(join(from, name), 'utf8')));
  await mkdir(to);
  await Promise.all(
    names.map((name, index) => {
      const suffix = /^plan(.*)\.yaml$/.exec(name)?.[1];
      const text = texts[index] ?? '';
      return writeFile(join(to, name), suffix === undefined ? text : withPlanId(text, id + suffix));
    }),
  );
}

/** Only the id's own characters are replaced: writing the document out again would lay the file out anew. */
function withPlanId(text: string, id: string): string {
  const node = parseDocument(text).getIn(['plan', 'id'], true);
  if (!isScalar(node) || !node.range) return text;
  return text.slice(0, node.range[0]) + id + text.slice(node.range[1]);
}
