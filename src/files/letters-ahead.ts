import { addDays, localDate } from '../calendar/dates.ts';
import type { Letter } from '../plan/model.ts';
import { planWork } from '../plan/plan-work.ts';
import type { RecordDb } from '../record/open-record.ts';
import { readState } from '../record/read-state.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** The letters that would leave from `now` on, `days` days ahead, if nobody answered anything more. Writes nothing. */
export async function lettersAhead(
  db: RecordDb,
  now: Date,
  days: number,
  schedule: Schedule,
): Promise<Letter[]> {
  return planWork(schedule, await readState(db), now, addDays(localDate(now), days)).letters;
}
