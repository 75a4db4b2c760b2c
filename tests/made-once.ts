import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder for what is made once in a run of the suite and used by many files. */
    madeOnce: string;
    /** The command line, built from the sources as they are now. */
    dondoc: string;
  }
}

const ROOT = join(import.meta.dirname, '..');

export default async function makeFolder(project: TestProject): Promise<() => Promise<void>> {
  // From here the packages are found, and the package's own file is where the sources expect it.
  const folder = await mkdtemp(join(ROOT, 'node_modules', '.dondoc-tests-'));
  project.provide('madeOnce', folder);
  project.provide('dondoc', await buildDondoc(folder));
  return () => rm(folder, { recursive: true, force: true });
}

/** One file in which node finds everything at once: reading each source by itself takes longer than most commands do. */
async function buildDondoc(folder: string): Promise<string> {
  const path = join(folder, 'dondoc.mjs');
  await build({
    entryPoints: [join(ROOT, 'src/cli/dondoc.ts')],
    outfile: path,
    ...{ bundle: true, format: 'esm', platform: 'node', target: 'node20' },
    ...{ packages: 'external', sourcemap: 'inline', logLevel: 'error' },
  });
  for (const beside of ['src/web/assets', 'src/cli/demo-answers.jsonl'])
    await symlink(join(ROOT, beside), join(folder, beside.slice(beside.lastIndexOf('/') + 1)));
  return path;
}
