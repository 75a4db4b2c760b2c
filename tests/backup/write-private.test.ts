import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BackupRefused } from '../../src/backup/backup-refused.ts';
import { writePrivate } from '../../src/backup/write-private.ts';

it('says that it cannot write there, also where nothing can be removed either', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-private-'));
  const file = join(folder, 'tep');
  await writeFile(file, '');
  const path = join(file, 'sao-luu.zip');
  const refused = await writePrivate(path, Buffer.from('x'), false).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(BackupRefused);
  expect((refused as Error).message).toContain(`Không ghi được ${path}: ENOTDIR`);
  await rm(folder, { recursive: true });
});
