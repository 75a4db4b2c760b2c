import { checkTemplates } from '../mail/check-templates.ts';
import { createTemplates, type Templates } from '../mail/template-engine.ts';
import { readTemplateFiles } from '../mail/template-files.ts';
import { loadSchedules } from '../schedule/load-schedules.ts';
import { formatProblem, type Problem } from '../schedule/problem.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** What Home Affairs has written: the schedules and the letters' words, read and found without fault. */
export interface Instructions {
  schedule: Schedule;
  /** Changes whenever a schedule file does. */
  fingerprint: string;
  templates: Templates;
}

export type Reading = { ok: true; instructions: Instructions } | { ok: false; problems: Problem[] };

/** The schedules or templates cannot be used; nothing starts on them. */
export class InvalidInstructions extends Error {
  override name = 'InvalidInstructions';
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
  }
}

/** Reads both folders; answers every problem in either of them, as `dondoc check` prints them. */
export async function readInstructions(schedules: string, templates: string): Promise<Reading> {
  const [loaded, templateProblems] = await Promise.all([loadSchedules(schedules), checkTemplates(templates)]);
  if (!loaded.ok) return { ok: false, problems: [...loaded.problems, ...templateProblems] };
  if (templateProblems.length > 0) return { ok: false, problems: templateProblems };
  const { schedule, fingerprint } = loaded;
  return {
    ok: true,
    instructions: { schedule, fingerprint, templates: createTemplates(await readTemplateFiles(templates)) },
  };
}

/** The instructions, or their problems as an error. @throws InvalidInstructions */
export async function validInstructions(schedules: string, templates: string): Promise<Instructions> {
  const reading = await readInstructions(schedules, templates);
  if (!reading.ok) throw new InvalidInstructions(reading.problems);
  return reading.instructions;
}
