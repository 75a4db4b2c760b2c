import { readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { lockFolder } from '../record/folder-lock.ts';
import { loadDump } from '../record/load-dump.ts';
import { markRestored } from '../record/mark-restored.ts';
import { refuseUnknown } from '../record/newer-record.ts';
import { openRecord } from '../record/open-record.ts';
import { waitingLetters } from '../record/waiting-letters.ts';
import { RECORD, unpack, type Archive, type FOLDERS } from './archive.ts';
import { BackupRefused } from './backup-refused.ts';
import { filesToWrite, writeFolder } from './restore-files.ts';

/** Where a backup is restored to. */
export interface RestorePlaces {
  /** The data folder: not there, or empty. */
  dataDir: string;
  /** Where the schedules and templates go; undefined: they stay as they are. */
  folders: Record<(typeof FOLDERS)[number], string> | undefined;
}

export interface Restored {
  /** When the backup was made. */
  at: Date;
  /** How many schedule and template files were written. */
  written: number;
  /** How many letters were to leave between the backup and now: some of them may have left. */
  due: number;
}

/**
 * Restores an archive: everything or nothing. All sending is paused in the record, with a reason, as `by`.
 * @throws BackupRefused for an archive that is not whole, or a folder that holds something else
 * @throws RecordIsNewer for one of a newer version. @throws FolderInUse, FolderUnusable
 */
export async function restoreBackup(
  bytes: Uint8Array,
  places: RestorePlaces,
  { now, by, why }: { now: Date; by: string; why: string },
): Promise<Restored> {
  const archive = unpack(bytes);
  refuseUnknown(archive.manifest.migrations);
  const toWrite =
    places.folders === undefined
      ? new Map<string, Uint8Array>()
      : await filesToWrite(archive, places.folders);
  const isNew = !(await isThere(places.dataDir));
  const lock = await lockFolder(places.dataDir);
  const staging = join(places.dataDir, STAGING);
  try {
    await mustBeEmpty(places.dataDir);
    const due = await stage(archive, staging, { now, by, why });
    await writeFolder(toWrite);
    await rename(join(staging, 'record'), join(places.dataDir, 'record'));
    return { at: new Date(archive.manifest.at), written: toWrite.size, due };
  } finally {
    await rm(staging, { recursive: true, force: true });
    await lock.release();
    if (isNew) await rmdir(places.dataDir).catch(() => undefined);
  }
}

const STAGING = 'restoring';

/** Loads, migrates and marks the record beside its place, where nobody takes it for one. Answers how many letters were due by now. */
async function stage(
  { manifest, files }: Archive,
  staging: string,
  { now, by, why }: { now: Date; by: string; why: string },
): Promise<number> {
  await loadDump(staging, files.get(RECORD) ?? new Uint8Array()).catch((cause: unknown) => {
    throw new BackupRefused('Sổ trong bản sao lưu không mở được; không khôi phục gì.', { cause });
  });
  const record = await openRecord({ folder: staging });
  try {
    await markRestored(record.db, now, by, new Date(manifest.at), why);
    return (await waitingLetters(record.db, now)).length;
  } finally {
    await record.close();
  }
}

async function mustBeEmpty(folder: string): Promise<void> {
  const held = (await readdir(folder)).filter((name) => !name.startsWith('dondoc.lock'));
  if (held.length === 0) return;
  const path = resolve(folder);
  throw new BackupRefused(
    `Thư mục ${path} không trống (${held.slice(0, 3).join(', ')}); dời thư mục đó đi (mv ${path} ${path}.old) rồi khôi phục lại.`,
  );
}

async function isThere(folder: string): Promise<boolean> {
  return readdir(folder).then(
    () => true,
    () => false,
  );
}
