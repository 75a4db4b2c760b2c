import { createHash } from 'node:crypto';
import { relative, resolve } from 'node:path';
import type { Calendar } from '../calendar/calendar.ts';
import { buildFolder } from './build-folder.ts';
import { checkFolder } from './check-folder.ts';
import { NO_EDITS, type DiskFile, type Edits } from './disk.ts';
import { draftFolder, type FolderDraft, type FolderFiles } from './draft.ts';
import { readFolder } from './folder-files.ts';
import { findLayout } from './layout.ts';
import { unitIdMeantBy } from './lookup.ts';
import { openQuestions, type OpenQuestion } from './open-questions.ts';
import { sortProblems, type Problem } from './problem.ts';
import { readCalendar } from './read-calendar.ts';
import { repeatedPlanIds } from './repeated-ids.ts';
import type { Schedule } from './schedule.ts';
import { shapeProblems } from './shape-problems.ts';
import { laddersFileShape, planFileShape, unitsFileShape } from './shape.ts';

export type Loaded<Value> = ({ ok: true } & Value) | { ok: false; problems: Problem[] };

/**
 * Reads everything under `dir`: the root, with `calendar/` inside, or one schedule folder beside `calendar/`.
 * Answers the whole schedule or every problem in it, sorted; never throws for what the files say.
 * `fingerprint` is the SHA-256 of all names and contents, the same wherever the root lies. `edits` are read in place of
 * what stands on disk, so that a change can be judged before it is made.
 */
export async function loadSchedules(
  dir: string,
  edits: Edits = NO_EDITS,
): Promise<Loaded<{ schedule: Schedule; questions: OpenQuestion[]; fingerprint: string }>> {
  const layout = await findLayout(dir);
  const calendarReading =
    layout.calendar === undefined ? undefined : await readCalendar(layout.calendar, edits);
  const calendar = calendarReading?.calendar;
  const readings = await Promise.all(layout.folders.map((folder) => readFolder(folder, edits)));
  const drafts = readings.map(({ files }) => draftFolder(files));

  const problems = [
    ...layout.problems,
    ...(calendarReading?.problems ?? []),
    ...readings.flatMap((reading) => reading.problems),
    ...readings.flatMap(({ files }, index) => folderProblems(files, drafts[index], calendar)),
    ...repeatedPlanIds(drafts),
  ];
  if (problems.length > 0 || calendar === undefined) return { ok: false, problems: sortProblems(problems) };

  const disk = [...(calendarReading?.disk ?? []), ...readings.flatMap((reading) => reading.disk)];
  return {
    ok: true,
    schedule: { calendar, folders: drafts.map(buildFolder) },
    questions: openQuestions(drafts),
    fingerprint: fingerprintOf(disk, layout.root),
  };
}

/** Reads only the working calendar that belongs to `dir`, a root or a schedule folder. */
export async function loadCalendar(dir: string): Promise<Loaded<{ calendar: Calendar }>> {
  const layout = await findLayout(dir);
  if (layout.calendar === undefined) return { ok: false, problems: sortProblems(layout.problems) };
  const { calendar, problems } = await readCalendar(layout.calendar, NO_EDITS);
  if (calendar === undefined || problems.length > 0) return { ok: false, problems: sortProblems(problems) };
  return { ok: true, calendar };
}

function folderProblems(
  files: FolderFiles,
  draft: FolderDraft | undefined,
  calendar: Calendar | undefined,
): Problem[] {
  if (draft === undefined) return [];
  const guessId = (text: string) => unitIdMeantBy(text, draft);
  return [
    ...(files.units ? shapeProblems(files.units, unitsFileShape, guessId) : []),
    ...(files.ladders ? shapeProblems(files.ladders, laddersFileShape, guessId) : []),
    ...files.plans.flatMap((plan) => shapeProblems(plan, planFileShape, guessId)),
    ...checkFolder(draft, calendar),
  ];
}

function fingerprintOf(files: readonly DiskFile[], root: string): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of files) {
    const inside = relative(resolve(root), resolve(name)).replaceAll('\\', '/');
    hash.update(`${inside}\0${bytes.byteLength}\0`).update(bytes);
  }
  return hash.digest('hex');
}
