import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { replaceFile } from '../../src/files/replace-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-replace-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('is never seen half written', async () => {
  const path = join(folder, 'plan.yaml');
  const texts = ['a', 'b'].map((letter) => letter.repeat(2_000_000));
  await writeFile(path, texts[0] ?? '');
  let done = false;
  const writing = (async () => {
    for (let time = 1; time <= 20; time++) await replaceFile(path, texts[time % 2] ?? '');
    done = true;
  })();
  let reads = 0;
  while (!done) {
    expect(texts.includes(await readFile(path, 'utf8'))).toBe(true);
    reads++;
  }
  await writing;
  expect(reads).toBeGreaterThan(5);
});

it('keeps who may read it, follows a link and leaves nothing else', async () => {
  await mkdir(join(folder, 'real'));
  await writeFile(join(folder, 'real', 'plan.yaml'), 'cũ');
  await chmod(join(folder, 'real', 'plan.yaml'), 0o640);
  await symlink(join(folder, 'real', 'plan.yaml'), join(folder, 'plan.yaml'));
  await replaceFile(join(folder, 'plan.yaml'), 'mới');
  expect(await readFile(join(folder, 'real', 'plan.yaml'), 'utf8')).toBe('mới');
  expect((await stat(join(folder, 'plan.yaml'))).mode & 0o777).toBe(0o640);
  expect(await readdir(folder)).toEqual(['plan.yaml', 'real']);
  expect(await readdir(join(folder, 'real'))).toEqual(['plan.yaml']);
});

it('makes no file that was not there', async () => {
  await expect(replaceFile(join(folder, 'khac.yaml'), 'x')).rejects.toThrow('ENOENT');
  expect(await readdir(folder)).toEqual([]);
});

it('leaves nothing behind when it cannot be put in place', async () => {
  await mkdir(join(folder, 'plan.yaml', 'inside'), { recursive: true });
  await expect(replaceFile(join(folder, 'plan.yaml'), 'x')).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['plan.yaml']);
});
