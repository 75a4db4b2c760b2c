import { execFile } from 'node:child_process';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Bench } from './bench.ts';
import { held, sending } from './while-sending.ts';

/** Leaves less than a page free for a minute, then makes room again. */
export async function fillDisk(bench: Bench): Promise<void> {
  const ballast = join(bench.dataDir, 'ballast');
  await sending(bench);
  await held(bench, async () => {
    const { bavail, bsize } = await statfs(bench.dataDir);
    await writeFile(ballast, Buffer.alloc(bavail * bsize)).catch(() => undefined);
    await pause(60_000);
    await rm(ballast, { force: true });
  });
  await bench.workers[0]?.start();
}

/** A disk of its own in memory, which only root can make. */
export async function mountDisk(folder: string, megabytes: number): Promise<() => Promise<void>> {
  await promisify(execFile)('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'dondoc-faults', folder]);
  return async () => void (await promisify(execFile)('umount', ['-l', folder]));
}
