import { addDays, localDate } from '../calendar/dates.ts';
import type { PlannedWork } from '../plan/model.ts';
import { planWork } from '../plan/plan-work.ts';
import type { RecordDb } from '../record/open-record.ts';
import { readState } from '../record/read-state.ts';
import { remembered } from '../record/remembered.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** What would be said from `now` on, `days` days ahead, if nobody answered anything more. Writes nothing. @throws UnknownYear */
export function workAhead(db: RecordDb, now: Date, days: number, schedule: Schedule): Promise<PlannedWork> {
  return remembered(db, 'work ahead', { now, from: [schedule, days] }, async () =>
    planWork(schedule, await readState(db), now, addDays(localDate(now), days)),
  );
}
