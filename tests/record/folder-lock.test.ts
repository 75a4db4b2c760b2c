import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FolderInUse, lockFolder, lockOwner } from '../../src/record/folder-lock.ts';
import type { Order, Report } from './lock-child.ts';

let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-lock-'));
});
afterEach(async () => {
  await Promise.all(children.splice(0).map(kill));
  rmSync(folder, { recursive: true });
});

async function startChild(): Promise<ChildProcess> {
  const script = join(import.meta.dirname, 'lock-child.ts');
  const child = fork(script, { execArgv: ['--import', import.meta.resolve('tsx')] });
  children.push(child);
  expect(await nextReport(child)).toBe('ready');
  return child;
}

async function nextReport(child: ChildProcess): Promise<Report> {
  const [report] = (await once(child, 'message')) as [Report];
  return report;
}

async function tell(child: ChildProcess, order: Order): Promise<Report> {
  const report = nextReport(child);
  child.send(order);
  return report;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

it('refuses a second process, naming the first and what to do', async () => {
  const child = await startChild();
  expect(await tell(child, { take: folder })).toBe('taken');
  await expect(lockFolder(folder)).rejects.toThrow(`${folder} is in use by process ${child.pid}.`);
  await expect(lockFolder(folder)).rejects.toThrow(/Stop it first, or set DATA_DIR to another folder/);
});

it('refuses the same process a second time', async () => {
  const lock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${process.pid}`);
  await lock.release();
});

it('is free again once it is given back, and leaves nothing behind', async () => {
  const child = await startChild();
  await tell(child, { take: folder });
  expect(await tell(child, { give: true })).toBe('given');
  expect(await lockOwner(folder)).toBeUndefined();
  const lock = await lockFolder(folder);
  await lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

it('is taken over from a process that was killed', async () => {
  const child = await startChild();
  await tell(child, { take: folder });
  await kill(child);
  expect(await lockOwner(folder)).toBeUndefined();
  const lock = await lockFolder(folder);
  expect((await lockOwner(folder))?.pid).toBe(process.pid);
  expect(readdirSync(folder)).toEqual(['dondoc.lock']);
  await lock.release();
});

it('is taken over from a process that was killed in the middle of taking it over', async () => {
  const [dead, successor] = [stale(1), stale(2)];
  writeFileSync(join(folder, 'dondoc.lock'), JSON.stringify(dead));
  writeFileSync(join(folder, `dondoc.lock.${dead.token}`), JSON.stringify(successor));
  const lock = await lockFolder(folder);
  expect(readdirSync(folder)).toEqual(['dondoc.lock']);
  await lock.release();
});

it('is taken over when a later process has been given the number of the dead one', async () => {
  writeFileSync(join(folder, 'dondoc.lock'), JSON.stringify({ ...stale(1), pid: process.pid }));
  expect(await lockOwner(folder)).toBeUndefined();
  await (await lockFolder(folder)).release();
});

it.each(['', '{"token":', '{"pid":0}', '"../../x"'])(
  'is taken over when a power cut has left only %j of it',
  async (rest) => {
    writeFileSync(join(folder, 'dondoc.lock'), rest);
    expect(await lockOwner(folder)).toBeUndefined();
    await (await lockFolder(folder)).release();
    expect(readdirSync(folder)).toEqual([]);
  },
);

it('tells other processes where its owner answers, and the secret that they must show', async () => {
  const child = await startChild();
  await tell(child, { take: folder });
  expect((await lockOwner(folder))?.control).toBeUndefined();
  expect(await tell(child, { announce: 'http://127.0.0.1:4000/control' })).toBe('announced');
  const owner = await lockOwner(folder);
  expect(owner).toMatchObject({ pid: child.pid, control: 'http://127.0.0.1:4000/control' });
  expect(await readFile(join(folder, 'dondoc.lock'), 'utf8')).toContain(owner?.token);
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);
});

it('is not given back by one that no longer holds it', async () => {
  const lost = await lockFolder(folder);
  rmSync(join(folder, 'dondoc.lock'));
  const lock = await lockFolder(folder);
  await lost.release();
  expect((await lockOwner(folder))?.token).toBe(lock.token);
  await lock.release();
});

it(
  'goes to exactly one of ten processes that find the same dead lock at once, time after time',
  { timeout: 180_000 },
  async () => {
    const racers = await Promise.all(Array.from({ length: 10 }, startChild));
    for (let round = 0; round < 10; round++) {
      writeFileSync(join(folder, 'dondoc.lock'), JSON.stringify(stale(round)));
      const reports = await Promise.all(racers.map((racer) => tell(racer, { take: folder })));
      const winners = racers.filter((_, index) => reports[index] === 'taken');
      expect(winners).toHaveLength(1);
      expect((await lockOwner(folder))?.pid).toBe(winners[0]?.pid);
      expect(readdirSync(folder)).toEqual(['dondoc.lock']);
      await Promise.all(winners.map((winner) => tell(winner, { give: true })));
    }
  },
);

/** What a dead process has left: a number that no process can have. */
function stale(round: number) {
  return {
    token: `00000000-0000-4000-8000-${String(round).padStart(12, '0')}`,
    pid: 2 ** 22 + 1,
    began: 'before',
  };
}
