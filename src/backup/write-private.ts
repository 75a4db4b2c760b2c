import { randomBytes } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BackupRefused } from './backup-refused.ts';

/** A backup holds what signs links: only its owner reads it. */
const PRIVATE = 0o600;

/**
 * Writes a file that is whole from its first moment, or not there. @throws BackupRefused when there is one already and it is not to be
 * replaced, or where nothing can be written
 */
export async function writePrivate(path: string, content: Uint8Array, replace: boolean): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(beside, 'wx', PRIVATE);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    // A rename would take the place of a file that somebody has made meanwhile; a link does not.
    await (replace ? rename(beside, path) : link(beside, path));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new BackupRefused(`${path} đã có; thêm --force để ghi đè.`);
    throw new BackupRefused(`Không ghi được ${path}: ${message}`, { cause: error });
  } finally {
    // Where nothing can be written there is nothing to remove, and that fails too.
    await rm(beside, { force: true }).catch(() => undefined);
  }
}
