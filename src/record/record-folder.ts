import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The record holds what signs links: only its owner enters. */
export const OWNER_ONLY = 0o700;

/** Where the embedded record lies in the data folder `folder`, which is there: made when it is missing, and closed to everybody but its owner. */
export async function recordFolder(folder: string): Promise<string> {
  const path = join(folder, 'record');
  await mkdir(path, { recursive: true, mode: OWNER_ONLY });
  // Earlier versions left it open. A file system may know no rights, and is used all the same.
  await chmod(path, OWNER_ONLY).catch(() => undefined);
  return path;
}
