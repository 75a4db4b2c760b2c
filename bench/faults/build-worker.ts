import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** A worker process that can be started over and over without reading the sources each time. */
export interface BuiltWorker {
  path: string;
  remove(): Promise<void>;
}

/** Builds it from the sources as they are now, in a folder from which the packages are found. */
export async function buildWorker(): Promise<BuiltWorker> {
  const folder = await mkdtemp(join('node_modules', '.faults-'));
  await build({
    entryPoints: [new URL('worker-entry.ts', import.meta.url).pathname],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20' },
    packages: 'external',
    logLevel: 'error',
  });
  return {
    path: join(folder, 'worker-entry.mjs'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
