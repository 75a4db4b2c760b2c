import { readdir, readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { LETTER_KINDS } from '../plan/model.ts';
import { NO_EDITS, type Edits } from '../schedule/disk.ts';

/** The files every letter is made of, by kind: `upcoming/subject.txt`, `upcoming/body.txt`, `upcoming/body.html`, … */
export const LETTER_FILES = LETTER_KINDS.flatMap((kind) =>
  ['subject.txt', 'body.txt', 'body.html'].map((part) => `${kind}/${part}`),
);

/**
 * All `.txt` and `.html` files under `dir`, by their path inside it (`parts/item.html`), as NFC text with bare line feeds.
 * A byte that is not UTF-8 becomes U+FFFD. `edits` are read in place of what stands on disk.
 * @throws Error of node:fs when the folder or a file cannot be read.
 */
export async function readTemplateFiles(dir: string, edits: Edits = NO_EDITS): Promise<Map<string, string>> {
  const paths = (await readdir(dir, { recursive: true })).filter((path) => /\.(txt|html)$/.test(path)).sort();
  const files = new Map<string, string>();
  for (const path of paths) {
    const text = edits.get(resolve(dir, path)) ?? (await readFile(join(dir, path), 'utf8'));
    files.set(path.split(sep).join('/'), clean(text));
  }
  return files;
}

function clean(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
}
