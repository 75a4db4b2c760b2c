import type { OpenRecord } from '../record/open-record.ts';
import { appliedMigrations } from '../record/newer-record.ts';
import { pack, RECORD } from './archive.ts';
import { BackupRefused } from './backup-refused.ts';
import { filesBelow } from './files-below.ts';

/** What is backed up besides the record, and what is said of it. */
export interface BackupParts {
  schedules: string;
  templates: string;
  /** The version of Đôn Đốc. */
  version: string;
}

/**
 * The embedded record as it stands between two transactions, with the schedules and templates, as one archive.
 * @throws BackupRefused when the record is on a server, which has better means of its own
 */
export async function makeBackup(
  { db, dump }: Pick<OpenRecord, 'db' | 'dump'>,
  { schedules, templates, version }: BackupParts,
  now: Date,
): Promise<Uint8Array> {
  if (dump === undefined) throw new BackupRefused('Sổ nằm trên máy chủ Postgres; sao lưu bằng pg_dump.');
  const folders = { schedules: await filesBelow(schedules), templates: await filesBelow(templates) };
  const files = new Map<string, Uint8Array>();
  for (const [folder, held] of Object.entries(folders))
    for (const [path, content] of held) files.set(`${folder}/${path}`, content);
  files.set(RECORD, await dump());
  return pack({ version, at: now.toISOString(), migrations: await appliedMigrations(db) }, files);
}
