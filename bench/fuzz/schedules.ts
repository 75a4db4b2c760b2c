import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, instantAt } from '../../src/calendar/dates.ts';
import { planWork } from '../../src/plan/plan-work.ts';
import { EMPTY_STATE } from '../../src/plan/record-state.ts';
import { loadSchedules } from '../../src/schedule/load-schedules.ts';
import { readLocatedYaml } from '../../src/schedule/located-yaml.ts';
import { BadCase, judging, type CaseEnd, type Family } from './family.ts';
import { judgeProblems } from './judge-problems.ts';
import type { Random } from './random.ts';
import { processorTime } from './processor-time.ts';
import { spoil } from './spoil.ts';

/** Each shipped plan with the years it needs, so that a case reads what it must and no more; every year is in one of them. */
const ROOTS = [
  { folder: 'kon-tum-2019', years: [2018, 2019, 2020, 2021], day: '2019-10-07' },
  { folder: 'mau-2026', years: [2025, 2026], day: '2026-03-02' },
  { folder: 'mau-2026', years: [2022, 2023, 2024, 2025, 2026], day: '2026-03-02' },
];
/** The long plan costs three times as much as the short one: a fifth of the cases are its. */
const SHARES = [0, 1, 1, 1, 2];
/** Plans are the longest files and the ones most often edited: they come four times as often as a year. */
const PARTS = [
  'plan.yaml',
  'plan.yaml',
  'plan.yaml',
  'plan.yaml',
  'units.yaml',
  'units.yaml',
  'ladders.yaml',
];

interface Root {
  path: string;
  folder: string;
  day: string;
  files: string[];
  /** What reading it unspoilt takes, in milliseconds. */
  sound: number;
}

/** The shipped schedule files, spoilt byte by byte on disk and read as `dondoc check` and every beat read them. */
export const schedules: Family = {
  name: 'schedules',
  full: 100_000,
  short: 150,
  limit: 30_000,
  async open() {
    const place = await mkdtemp(join(tmpdir(), 'dondoc-fuzz-'));
    const roots = await Promise.all(ROOTS.map((root) => prepare(place, root)));
    for (const root of roots) root.sound = await soundTime(root);
    return {
      run: (random) => runCase(random, roots[random.pick(SHARES)] as Root),
      close: () => rm(place, { recursive: true }),
    };
  },
};

async function prepare(place: string, { folder, years, day }: (typeof ROOTS)[number]): Promise<Root> {
  const path = join(place, `${folder}-${years.length}`);
  const calendars = years.map((year) => `calendar/${year}.yaml`);
  await mkdir(join(path, 'calendar'), { recursive: true });
  await cp(join('schedules', folder), join(path, folder), { recursive: true });
  for (const file of calendars) await cp(join('schedules', file), join(path, file));
  return { path, folder, day, files: [...PARTS.map((part) => `${folder}/${part}`), ...calendars], sound: 0 };
}

/** The median of some readings, the first ones left out: they warm the process up. */
async function soundTime({ path }: Root): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < 15; time += 1) {
    const begun = processorTime();
    const loaded = await loadSchedules(path);
    times.push(processorTime() - begun);
    if (!loaded.ok)
      throw new Error(`The shipped schedules have problems: ${JSON.stringify(loaded.problems)}`);
  }
  return times.slice(5).sort((a, b) => a - b)[5] ?? 0;
}

const readings = new Map<string, number>();

/** The median of some readings of the file alone. */
function soundReading(bytes: Buffer): number {
  const key = bytes.toString('latin1');
  const known = readings.get(key);
  if (known !== undefined) return known;
  const times = Array.from({ length: 5 }, () => {
    const begun = processorTime();
    readLocatedYaml(bytes);
    return processorTime() - begun;
  }).sort((a, b) => a - b);
  readings.set(key, times[2] ?? 0);
  return times[2] ?? 0;
}

async function runCase(random: Random, root: Root): Promise<CaseEnd> {
  const file = join(root.path, random.pick(root.files));
  const original = await readFile(file);
  const spoilt = spoil(original, random);
  await writeFile(file, spoilt);
  try {
    return await judging(spoilt, async () => {
      const begun = processorTime();
      const reading = readLocatedYaml(spoilt);
      const read = { spoilt: processorTime() - begun, sound: soundReading(original) };
      // The other files tell nothing of a file that is no YAML: only one in ten is read with them.
      if (!reading.ok && !random.oneIn(10)) {
        await judgeProblems(
          reading.faults.map((fault) => ({ file, ...fault })),
          root.path,
          spoilt,
        );
        return { outcome: 'refused', took: read };
      }
      const loaded = await loadSchedules(root.path);
      const took = { spoilt: processorTime() - begun - read.spoilt, sound: root.sound };
      if (!loaded.ok) {
        await judgeProblems(loaded.problems, root.path, spoilt);
        return { outcome: 'refused', took };
      }
      const { letters } = planWork(
        loaded.schedule,
        EMPTY_STATE,
        instantAt(root.day, '00:00'),
        addDays(root.day, 31),
      );
      if (!letters.every(({ mailbox }) => /^\S+@\S+$/.test(mailbox)))
        throw new BadCase('A letter would go to what is no mailbox', spoilt);
      return { outcome: spoilt.equals(original) ? 'unchanged' : 'valid', took };
    });
  } finally {
    await writeFile(file, original);
  }
}
