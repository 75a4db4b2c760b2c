import { resolve } from 'node:path';
import { checkTemplates } from '../mail/check-templates.ts';
import { loadSchedules } from '../schedule/load-schedules.ts';
import { formatProblem, type Problem } from '../schedule/problem.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { knownFiles, type KnownFile, type Places } from './known-files.ts';

/** What is wrong with the files as a change would leave them; `file` is the known name. `words` is the whole line. */
export interface FileProblem extends Problem {
  words: string;
  /** The form's field, where a form has found the problem itself. */
  field?: string;
}

export type Checked = { ok: true; schedule: Schedule } | { ok: false; problems: FileProblem[] };

/** Judges both folders as if `file` already held `text`, by the same checks as `dondoc check`. Writes nothing. */
export async function checkChange(places: Places, file: KnownFile, text: string): Promise<Checked> {
  const edits = new Map([[resolve(file.path), text]]);
  const [loaded, wrongTemplates] = await Promise.all([
    loadSchedules(places.schedules, edits),
    checkTemplates(places.templates, edits),
  ]);
  if (loaded.ok && wrongTemplates.length === 0) return { ok: true, schedule: loaded.schedule };
  const known = [...(await knownFiles(places)), file];
  const names = new Map(known.map(({ path, name }) => [resolve(path), name]));
  const problems = [...(loaded.ok ? [] : loaded.problems), ...wrongTemplates];
  return {
    ok: false,
    problems: problems.map((problem) => {
      const named = { ...problem, file: names.get(resolve(problem.file)) ?? problem.file };
      return { ...named, words: formatProblem(named) };
    }),
  };
}
