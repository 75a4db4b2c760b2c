import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantAt } from '../../src/calendar/dates.ts';
import { ChangeRefused, openFilesDesk, type FilesDesk } from '../../src/files/files-desk.ts';
import { openRecord, type OpenRecord, type RecordDb } from '../../src/record/open-record.ts';
import { readInstructions, validInstructions } from '../../src/worker/instructions.ts';
import { BadCase, judging, type CaseEnd, type Family } from './family.ts';
import { judgeWords } from './judge-words.ts';
import type { Random } from './random.ts';
import { spoil } from './spoil.ts';
import { spoilTemplate } from './spoil-template.ts';

const YEARS = [2025, 2026];
const NOW = instantAt('2026-03-02', '09:30');

/** Spoilt schedules and templates saved at the console's desk: a file is put in place whole, or every file stays as it was. */
export const saves: Family = {
  name: 'saves',
  full: 10_000,
  short: 12,
  limit: 180_000,
  async open() {
    const root = await mkdtemp(join(tmpdir(), 'dondoc-fuzz-saves-'));
    const places = { schedules: join(root, 'schedules'), templates: join(root, 'templates') };
    await prepare(places);
    const record = await openRecord({ memory: true });
    const { schedule } = await validInstructions(places.schedules, places.templates);
    const desk = openFilesDesk({
      ...{ db: record.db, planDays: 31, ...places },
      now: () => NOW,
      inForce: () => ({ schedule, problems: [] }),
      plan: async () => {
        const reading = await readInstructions(places.schedules, places.templates);
        if (!reading.ok) throw new Error(`Saved with problems: ${JSON.stringify(reading.problems[0])}`);
      },
    });
    return {
      run: (random) => runCase(random, desk, record.db, root),
      close: () => close(record, root),
    };
  },
};

async function prepare({ schedules, templates }: { schedules: string; templates: string }): Promise<void> {
  await mkdir(join(schedules, 'calendar'), { recursive: true });
  await cp('schedules/mau-2026', join(schedules, 'mau-2026'), { recursive: true });
  for (const year of YEARS)
    await cp(`schedules/calendar/${year}.yaml`, join(schedules, 'calendar', `${year}.yaml`));
  await cp('templates', templates, { recursive: true });
}

async function close(record: OpenRecord, root: string): Promise<void> {
  await record.close();
  await rm(root, { recursive: true });
}

async function runCase(random: Random, desk: FilesDesk, db: RecordDb, root: string): Promise<CaseEnd> {
  const known = await desk.files();
  const kind = random.oneIn(3) ? 'template' : 'schedule';
  const file = random.pick(known.filter((one) => (one.kind === 'template') === (kind === 'template')));
  const opened = await desk.open(file.name);
  if (opened === undefined) throw new Error(`${file.name} cannot be opened`);
  const original = Buffer.from(opened.text);
  const text = (kind === 'template' ? spoilTemplate(original, random) : spoil(original, random)).toString(
    'utf8',
  );
  const before = await contentsOf(root);
  return judging(text, async () => {
    try {
      await desk.apply({ name: file.name, text, version: opened.version }, { name: 'fuzz', why: 'thử' });
    } catch (error) {
      if (!(error instanceof ChangeRefused)) throw error;
      await judgeRefusal(error, db, before, root, text);
      return { outcome: `${kind} refused` };
    }
    const after = await contentsOf(root);
    const changed = [...after].filter(([path, content]) => before.get(path) !== content);
    await writeFile(file.path, original);
    await db.deleteFrom('event').execute();
    if (
      after.size !== before.size ||
      changed.some(([path, content]) => path !== file.path || content !== text)
    )
      throw new BadCase(`Not put in place as it was sent: ${changed.map(([path]) => path).join(', ')}`, text);
    return { outcome: `${kind} saved` };
  });
}

async function judgeRefusal(
  { problems }: ChangeRefused,
  db: RecordDb,
  before: ReadonlyMap<string, string>,
  root: string,
  text: string,
): Promise<void> {
  if (problems.length === 0) throw new BadCase('Refused without a problem', text);
  for (const { words, line, column } of problems) {
    judgeWords(words, text, 1200);
    if (line < 1 || column < 1) throw new BadCase(`Without a place: ${words}`, text);
  }
  const after = await contentsOf(root);
  if (after.size !== before.size || [...after].some(([path, content]) => before.get(path) !== content))
    throw new BadCase('Refused, and files are not as they were', text);
  const events = await db.selectFrom('event').select('id').execute();
  if (events.length > 0) throw new BadCase('Refused, and written down as done', text);
}

/** Every file under `root`, also hidden ones, by its path. */
async function contentsOf(root: string): Promise<Map<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(await Promise.all(files.map(async (path) => [path, await readFile(path, 'utf8')] as const)));
}
