import { mkdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { OWNER_ONLY, recordFolder } from './record-folder.ts';

/**
 * Makes a record in the new folder `folder` from what an embedded record's `dump` gave. The queue's jobs are left out: they are made anew from the record, and
 * belong to the version of the queue that made them. @throws Error when it cannot be loaded
 */
export async function loadDump(folder: string, dump: Uint8Array): Promise<void> {
  await mkdir(folder, { mode: OWNER_ONLY });
  const loadDataDir = new Blob([await tarOf(dump)]);
  const lite = await PGlite.create({ dataDir: await recordFolder(folder), loadDataDir });
  try {
    await lite.exec('drop schema if exists bullmq cascade');
  } finally {
    await lite.close();
  }
}

/** PGlite unpacks a dump where nobody can catch what goes wrong with it, which would end the process. @throws Error for anything else than a dump */
async function tarOf(dump: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const tar = await promisify(gunzip)(dump);
  if (tar.toString('latin1', 257, 262) !== 'ustar') throw new Error('The dump is no tar archive');
  return new Uint8Array(tar);
}
