import { addDays, localDate, type IsoDate } from '../calendar/dates.ts';
import { AnswerRefused } from '../answer/answer.ts';
import { PLAN_DAYS } from '../plan/plan-work.ts';
import type { RecordDb } from '../record/open-record.ts';
import { lastPlanning, readDay } from '../record/read-day.ts';
import { readLives } from '../record/read-lives.ts';
import { coverageLines } from '../report/coverage-lines.ts';
import { coverDay, lastFinishedDay, type Coverage } from '../report/coverage.ts';
import { dueSteps } from '../report/due-steps.ts';
import type { Instructions } from './instructions.ts';

export interface CoverageQuery {
  /** Absent: the last finished working day. */
  day?: IsoDate | undefined;
  /** Lists what was said too. */
  all?: boolean | undefined;
}

export interface CoverageParts {
  db: RecordDb;
  instructions: Pick<Instructions, 'schedule' | 'fingerprint'>;
  now: Date;
}

/** The proof of a day, in lines and as data. @throws AnswerRefused for a day outside the known calendar. */
export async function coverageReply(
  { day, all = false }: CoverageQuery,
  parts: CoverageParts,
): Promise<{ lines: string[]; data: Coverage }> {
  const { schedule } = parts.instructions;
  const asked = day ?? lastFinishedDay(parts.now, schedule);
  if (!schedule.calendar.covers(asked))
    throw new AnswerRefused(`--day: ${asked} nằm ngoài các năm có lịch làm việc.`);
  const coverage = await proveDay(asked, parts);
  return { lines: coverageLines(coverage, { all }), data: coverage };
}

/** Holds what the ladders of the deadlines on record name for `day` against the notices and letters on record. */
export async function proveDay(
  day: IsoDate,
  { db, instructions: { schedule, fingerprint }, now }: CoverageParts,
): Promise<Coverage> {
  const due = dueSteps(await readLives(db), schedule, day, localDate(now));
  const recorded = await readDay(
    db,
    day,
    due.map(({ id }) => id),
  );
  const planning = await lastPlanning(db);
  return coverDay(day, now, schedule, {
    due,
    recorded,
    plannedThrough: addDays(planning?.day ?? day, PLAN_DAYS),
    loadedAt: planning?.fingerprint === fingerprint ? planning.loadedAt : undefined,
  });
}
