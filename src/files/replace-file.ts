import { randomBytes } from 'node:crypto';
import { link, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Schedules are read by whoever runs the system and may be looked at by others. */
const NEW_MODE = 0o644;

/**
 * Puts `text` in the place of a file's content all at once: whoever reads meanwhile finds the old content or the new,
 * and a process that dies on the way leaves the old. A link stays a link. @throws Error of node:fs
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const target = await realpath(path);
  const { mode } = await stat(target);
  await written(target, text, mode, (beside) => rename(beside, target));
}

/** Makes a file that holds `text` from its first moment. @throws Error of node:fs, EEXIST when there is one */
export async function createFile(path: string, text: string): Promise<void> {
  await written(path, text, NEW_MODE, async (beside) => {
    // A rename would take the place of a file that somebody has made meanwhile; a link does not.
    await link(beside, path);
    await rm(beside);
  });
}

async function written(
  target: string,
  text: string,
  mode: number,
  put: (beside: string) => Promise<void>,
): Promise<void> {
  // Hidden, so that nobody takes it for a schedule file.
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(beside, 'wx', mode);
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await put(beside);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
