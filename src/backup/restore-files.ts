import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FOLDERS, type Archive } from './archive.ts';
import { BackupRefused } from './backup-refused.ts';
import { filesBelow } from './files-below.ts';

/**
 * The archive's schedules and templates by the path where each goes. A folder that is not there or empty gets all of its files, one that holds
 * exactly them none. @throws BackupRefused naming the first file that differs in a folder that holds something else
 */
export async function filesToWrite(
  { files }: Archive,
  folders: Record<(typeof FOLDERS)[number], string>,
): Promise<Map<string, Uint8Array>> {
  const toWrite = new Map<string, Uint8Array>();
  for (const folder of FOLDERS) {
    const archived = below(files, folder);
    const held = await filesBelow(folders[folder]);
    if (held.size === 0)
      for (const [path, content] of archived) toWrite.set(join(folders[folder], path), content);
    else refuseDifference(folders[folder], held, archived);
  }
  return toWrite;
}

/** Writes files by their paths; the folders are made. */
export async function writeFolder(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [path, content] of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}

function below(files: Archive['files'], folder: string): Map<string, Uint8Array> {
  const start = `${folder}/`;
  const own = [...files].filter(([name]) => name.startsWith(start));
  return new Map(own.map(([name, content]) => [name.slice(start.length), content]));
}

function refuseDifference(
  folder: string,
  held: ReadonlyMap<string, Uint8Array>,
  archived: ReadonlyMap<string, Uint8Array>,
): void {
  const names = [...new Set([...held.keys(), ...archived.keys()])].sort();
  const isSame = (name: string) => {
    const [here, there] = [held.get(name), archived.get(name)];
    return here !== undefined && there !== undefined && Buffer.compare(here, there) === 0;
  };
  const other = names.find((name) => !isSame(name));
  if (other !== undefined)
    throw new BackupRefused(
      `Thư mục ${folder} khác bản sao lưu (${other}); dời thư mục đó đi để lấy tệp trong bản sao lưu, hoặc thêm --keep-files để giữ tệp đang có.`,
    );
}
