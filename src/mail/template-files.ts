import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { LETTER_KINDS } from '../plan/model.ts';

/** The files every letter is made of, by kind: `upcoming/subject.txt`, `upcoming/body.txt`, `upcoming/body.html`, … */
export const LETTER_FILES = LETTER_KINDS.flatMap((kind) =>
  ['subject.txt', 'body.txt', 'body.html'].map((part) => `${kind}/${part}`),
);

/**
 * All `.txt` and `.html` files under `dir`, by their path inside it (`parts/item.html`), as NFC text with bare line feeds.
 * A byte that is not UTF-8 becomes U+FFFD.
 * @throws Error of node:fs when the folder or a file cannot be read.
 */
export async function readTemplateFiles(dir: string): Promise<Map<string, string>> {
  const paths = (await readdir(dir, { recursive: true })).filter((path) => /\.(txt|html)$/.test(path)).sort();
  const files = new Map<string, string>();
  for (const path of paths)
    files.set(path.split(sep).join('/'), clean(await readFile(join(dir, path), 'utf8')));
  return files;
}

function clean(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
}
