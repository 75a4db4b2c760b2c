import { addDays, localDate, type IsoDate } from '../calendar/dates.ts';
import { PLAN_DAYS } from '../plan/plan-work.ts';
import type { RecordDb } from '../record/open-record.ts';
import { lastPlanning, readDay } from '../record/read-day.ts';
import { readLives } from '../record/read-lives.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { coverDay, type Coverage } from './coverage.ts';
import { dueSteps } from './due-steps.ts';

export interface ProofParts {
  db: RecordDb;
  /** The schedules in force, and the fingerprint of the files that they were read from. */
  instructions: { schedule: Schedule; fingerprint: string };
  now: Date;
}

/** Holds what the ladders of the deadlines on record name for `day` against the notices and letters on record. */
export async function proveDay(
  day: IsoDate,
  { db, instructions: { schedule, fingerprint }, now }: ProofParts,
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
