import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

/**
 * Makes a record in the new folder `folder` from what an embedded record's `dump` gave. The queue's jobs are left out: they are made anew from the record, and
 * belong to the version of the queue that made them. @throws Error when it cannot be loaded
 */
export async function loadDump(folder: string, dump: Uint8Array): Promise<void> {
  await mkdir(folder);
  const loadDataDir = new Blob([new Uint8Array(dump)]);
  const lite = await PGlite.create({ dataDir: join(folder, 'record'), loadDataDir });
  try {
    await lite.exec('drop schema if exists bullmq cascade');
  } finally {
    await lite.close();
  }
}
