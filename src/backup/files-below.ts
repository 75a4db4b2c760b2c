import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file below a folder by its path with `/`, hidden ones left out, links followed; none when there is no such folder. */
export async function filesBelow(folder: string, below = ''): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const name of await namesIn(join(folder, below))) {
    const path = below === '' ? name : `${below}/${name}`;
    if (!(await stat(join(folder, path))).isDirectory()) files.set(path, await readFile(join(folder, path)));
    else for (const [inside, content] of await filesBelow(folder, path)) files.set(inside, content);
  }
  return files;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
