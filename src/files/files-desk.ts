import type { Letter } from '../plan/model.ts';
import { appendEvents } from '../record/events.ts';
import type { RecordDb } from '../record/open-record.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { planFile } from '../schedule/schedule-files.ts';
import { checkChange, type FileProblem } from './check-change.ts';
import { effectOf, type Effect } from './effect.ts';
import {
  ABSENT,
  knownFiles,
  openFile,
  openOrNew,
  type KnownFile,
  type OpenedFile,
  type Places,
} from './known-files.ts';
import { previewLetter, type LetterPreview } from './letter-preview.ts';
import { workAhead } from './work-ahead.ts';
import { createFile, replaceFile } from './replace-file.ts';
import { diffText, textDiff, type DiffLine } from './text-diff.ts';

/** What a file is to hold, and the version it had when whoever changes it opened it. */
export interface FileChange {
  name: string;
  text: string;
  version: string;
}

/** What a change would do, or why it cannot be made. */
export type Trial = { ok: true; lines: DiffLine[]; effect: Effect } | { ok: false; problems: FileProblem[] };

/** What the console asks about the files that the schedules and letters are written in. */
export interface FilesDesk {
  now(): Date;
  /** The schedule in force, which is older than the files when these have problems. */
  schedule(): Schedule;
  /** Why the files as they stand are not in force, one line each. */
  problems(): readonly string[];
  files(): Promise<KnownFile[]>;
  /** The file that gives a plan; undefined when none can be read that does. */
  openPlan(folder: string, plan: string): Promise<OpenedFile | undefined>;
  /** Undefined for every name that is not one of `files()`. */
  open(name: string): Promise<OpenedFile | undefined>;
  /** As `open`; for the calendar of a year that nobody has written yet an empty file, which applying a change to it makes. */
  openYear(year: number): Promise<OpenedFile | undefined>;
  /** Says what the change would do. Nothing is written. @throws FileChanged */
  try(change: FileChange): Promise<Trial>;
  /**
   * Checks again, puts the file in place, writes down who did it and why, and plans anew.
   * @throws FileChanged @throws ChangeRefused when `dondoc check` would find problems; nothing is written then.
   */
  apply(change: FileChange, by: { name: string; why: string }): Promise<void>;
  /** A letter as it would be if the template held `text`. @throws Error of the templates */
  preview(template: KnownFile, text: string): Promise<LetterPreview>;
  /** The letters of the next `days` days as the schedule in force would send them. */
  ahead(days: number): Promise<Letter[]>;
}

/** The file is not the one that was opened any more, or is gone. */
export class FileChanged extends Error {
  override name = 'FileChanged';
}

/** The files would have problems. */
export class ChangeRefused extends Error {
  override name = 'ChangeRefused';
  readonly problems: FileProblem[];
  constructor(problems: FileProblem[]) {
    super(problems.map(({ words }) => words).join('\n'));
    this.problems = problems;
  }
}

export interface FilesDeskParts extends Places {
  db: RecordDb;
  now: () => Date;
  /** The schedules in force, and why the files are not. */
  inForce: () => { schedule: Schedule; problems: readonly string[] };
  /** Reads the files again and plans, so that what was just written takes effect. */
  plan: () => Promise<unknown>;
  /** How many days ahead letters are planned. */
  planDays: number;
}

/** The desk over the files and a record. */
export function openFilesDesk({ db, now, inForce, plan, planDays, ...places }: FilesDeskParts): FilesDesk {
  let last: Promise<unknown> = Promise.resolve();
  return {
    now,
    schedule: () => inForce().schedule,
    problems: () => inForce().problems,
    files: () => knownFiles(places),
    async openPlan(folder, plan) {
      const file = await planFile(places.schedules, folder, plan);
      return file && openFile(places, file.name);
    },
    open: (name) => openFile(places, name),
    openYear: (year) => openOrNew(places, `calendar/${year}.yaml`),
    async try(change) {
      const { file, text } = await unchanged(places, change);
      const checked = await checkChange(places, file, change.text);
      if (!checked.ok) return checked;
      const effect = await effectOf(db, now(), planDays, checked.schedule, inForce().schedule);
      return { ok: true, lines: textDiff(text, change.text), effect };
    },
    apply(change, by) {
      const run = last.then(() => put(db, now(), places, change, by));
      last = run.catch(() => undefined);
      return run.then(async () => void (await plan()));
    },
    preview: (file, text) =>
      previewLetter({ db, now: now(), schedule: inForce().schedule, places }, file, text),
    ahead: async (days) => (await workAhead(db, now(), days, inForce().schedule)).letters,
  };
}

async function put(
  db: RecordDb,
  now: Date,
  places: Places,
  change: FileChange,
  { name, why }: { name: string; why: string },
): Promise<void> {
  const { file, text, version } = await unchanged(places, change);
  const checked = await checkChange(places, file, change.text);
  if (!checked.ok) throw new ChangeRefused(checked.problems);
  const detail = { file: file.name, before: version, diff: diffText(textDiff(text, change.text)) };
  await db.transaction().execute(async (trx) => {
    await appendEvents(trx, now, name, [{ what: 'schedule-edited', why, detail }]);
    await unchanged(places, change);
    await (version === ABSENT ? createFile : replaceFile)(file.path, change.text);
  });
}

async function unchanged(places: Places, { name, version }: FileChange): Promise<OpenedFile> {
  const opened = await openOrNew(places, name);
  if (opened?.version === version) return opened;
  throw new FileChanged(`Tệp ${name} đã được sửa sau khi mở trang này.`);
}
