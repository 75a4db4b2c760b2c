import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder for what is made once in a run of the suite and used by many files. */
    madeOnce: string;
  }
}

export default async function makeFolder(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-made-once-'));
  project.provide('madeOnce', folder);
  return () => rm(folder, { recursive: true, force: true });
}
