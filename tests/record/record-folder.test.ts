import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockFolder } from '../../src/record/folder-lock.ts';
import { recordFolder } from '../../src/record/record-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dondoc-folder-'));
});
afterEach(() => rm(folder, { recursive: true }));

const rightsOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

it('is made for its owner alone, with the data folder', async () => {
  const data = join(folder, 'moi', 'data');
  const lock = await lockFolder(data);
  const record = await recordFolder(data);
  expect(record).toBe(join(data, 'record'));
  expect([await rightsOf(data), await rightsOf(record)]).toEqual(['700', '700']);
  await lock.release();
});

it('is closed when it was left open, and a data folder that is there keeps its rights', async () => {
  await chmod(folder, 0o750);
  await mkdir(join(folder, 'record'), { mode: 0o755 });
  const lock = await lockFolder(folder);
  expect(await rightsOf(await recordFolder(folder))).toBe('700');
  expect(await rightsOf(folder)).toBe('750');
  await lock.release();
});
