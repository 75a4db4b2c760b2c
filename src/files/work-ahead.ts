import { addDays, localDate } from '../calendar/dates.ts';
import type { PlannedWork } from '../plan/model.ts';
import { planWork } from '../plan/plan-work.ts';
import type { RecordDb } from '../record/open-record.ts';
import { readState } from '../record/read-state.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** What would be said from `now` on, `days` days ahead, if nobody answered anything more. Writes nothing. @throws UnknownYear */
export async function workAhead(
  db: RecordDb,
  now: Date,
  days: number,
  schedule: Schedule,
): Promise<PlannedWork> {
  return planWork(schedule, await readState(db), now, addDays(localDate(now), days));
}
