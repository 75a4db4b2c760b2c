import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HERE = import.meta.dirname;

/** A fresh copy of the valid schedules, to be spoiled. */
export async function copyOfValid(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'schedules-'));
  await cp(join(HERE, 'valid'), dir, { recursive: true });
  return dir;
}

/** The valid schedules with the files of one wrong case laid over them, and those in its `removed.txt` taken away. */
export async function composeCase(name: string): Promise<{ dir: string; expected: string[] }> {
  const dir = await copyOfValid();
  const source = join(HERE, 'wrong', name);
  await cp(source, dir, { recursive: true });
  for (const path of await linesOf(join(source, 'removed.txt')))
    await rm(join(dir, path), { recursive: true });
  await rm(join(dir, 'removed.txt'), { force: true });
  await rm(join(dir, 'expected.txt'));
  return { dir, expected: await linesOf(join(source, 'expected.txt')) };
}

async function linesOf(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '');
}
