import { appendFile, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/clock/clock.ts';
import { Bench, type Backend } from './bench.ts';
import { judge, type Tally } from './ledger.ts';
import { liveWeek, type Lived } from './live-week.ts';
import { mountDisk } from './disk-fault.ts';
import type { Row } from './rows.ts';
import { ADMIN } from './worker-environment.ts';
import { duePlan, MONDAY, WEEK } from './week-plan.ts';

/** What one row came to on one backend. */
export interface Result {
  row: Row;
  backend: Backend;
  tally: Tally;
  lived: Lived;
  /** Tries of letters that a fault met on their way: as many may have come again. */
  inFlight: number;
  kills: number;
  told: string;
  /** Machine time of the whole row, in milliseconds. */
  took: number;
}

/** Room for the record of 10,000 letters; what is free of it is filled. */
const DISK_MEGABYTES = 1024;

/** What is running now and how it is ended. */
const running = new Set<() => Promise<void>>();

/** Ends every row that is being lived, with its servers and workers. */
export async function endRows(): Promise<void> {
  await Promise.all([...running].map((end) => end()));
}

/** Lives one row's week with so many letters in the whole of it, or its days up to `last`. */
export async function runRow(
  row: Row,
  backend: Backend,
  letters: number,
  last = WEEK.at(-1) ?? MONDAY,
): Promise<Result> {
  const began = systemClock.now().getTime();
  const folder = await mkdtemp(join(tmpdir(), 'dondoc-faults-row-'));
  let unmount: (() => Promise<void>) | undefined;
  try {
    const dataDir = join(folder, 'data');
    await mkdir(dataDir);
    if (row.smallDisk === true) unmount = await mountDisk(dataDir, DISK_MEGABYTES);
    const bench = await Bench.open({
      ...{ backend, letters, dataDir },
      ...(row.secondHour !== undefined && { secondHour: row.secondHour }),
      ...(row.poison === true && { templates: await poisoned(join(folder, 'templates')) }),
    });
    const end = () => bench.close();
    running.add(end);
    try {
      const { due } = await duePlan(bench.schedules, last);
      const watch = watchTold(bench);
      const lived = await liveWeek(bench, row.act, last);
      watch.stop();
      const record = await bench.stopWorkers();
      await bench.told.readIlls(record.db, bench.letters().filter(({ to }) => to.includes(ADMIN)).length);
      const tally = await judge(record.db, due, bench.letters(), bench.inFlight);
      const took = systemClock.now().getTime() - began;
      const { kills } = bench;
      const inFlight = [...bench.inFlight.values()].reduce((sum, tries) => sum + tries.size, 0);
      return { row, backend, tally, lived, inFlight, kills, told: bench.told.words(), took };
    } finally {
      running.delete(end);
      await bench.close();
    }
  } finally {
    await unmount?.();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether the invariants held: nothing lost, nothing twice but what was on its way at a fault, and that under its own Message-ID. */
export function holds(result: Result): boolean {
  const { lost, unexplained, twice, untold } = result.tally;
  const lists = [lost, unexplained, twice, untold, result.lived.unfinished];
  return lists.every((list) => list.length === 0) && hasMet(result);
}

/** Whether the row's fault met what it is about. */
export function hasMet({ row: { mustMeet }, kills, inFlight, tally }: Result): boolean {
  if (mustMeet === 'refusals') return tally.refused + tally.failed > 0;
  return (mustMeet === undefined || kills > 0) && (mustMeet !== 'kills and letters' || inFlight > 0);
}

/** Asks each worker every three seconds what somebody who watches it would see. */
function watchTold(bench: Bench): { stop(): void } {
  let asking = false;
  const ask = async () => {
    for (const worker of bench.workers) {
      const { moves } = bench;
      const readiness = await worker.ask('readiness', 5000).catch(() => undefined);
      if (bench.isMoving || bench.moves !== moves) continue;
      if ((readiness as { ready: boolean } | undefined)?.ready !== true) bench.told.notReady = true;
      const metrics = await worker.ask('metrics', 5000).catch(() => '');
      bench.told.readMetrics(metrics as string);
    }
  };
  const timer = setInterval(() => {
    if (asking) return;
    asking = true;
    void ask().finally(() => (asking = false));
  }, 3000);
  return { stop: () => clearInterval(timer) };
}

/** The shipped templates, but the subject of a letter to `Cơ quan số 3`, 30 to 39 and 300 to 399 doubles a word until the renderer's memory is used up. */
async function poisoned(folder: string): Promise<string> {
  await cp('templates', folder, { recursive: true });
  const doubling = '{% assign x = x | append: x %}'.repeat(24);
  for (const kind of ['today', 'upcoming', 'overdue'])
    await appendFile(
      join(folder, kind, 'subject.txt'),
      `{% if greeting contains 'số 3' %}{% assign x = 'x' %}${doubling}{% endif %}`,
    );
  return folder;
}
