import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What LibreOffice prints of each .docx: the text of its pages, lines as laid out. All in one start, which takes seconds. */
export async function printedPages(documents: Buffer[]): Promise<string[][]> {
  const cwd = await mkdtemp(join(tmpdir(), 'dondoc-office-'));
  try {
    const names = documents.map((_, index) => `letter-${index}`);
    for (const [index, docx] of documents.entries()) await writeFile(join(cwd, `letter-${index}.docx`), docx);
    // A profile of its own: two LibreOffices on one profile refuse each other.
    const options = [`-env:UserInstallation=file://${cwd}/profile`, '--headless', '--convert-to', 'pdf'];
    await run('soffice', [...options, ...names.map((name) => `${name}.docx`)], { cwd });
    return await Promise.all(names.map((name) => pagesOf(`${name}.pdf`, cwd)));
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

async function pagesOf(pdf: string, cwd: string): Promise<string[]> {
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-'], { cwd });
  return stdout.split('\f').slice(0, -1);
}
