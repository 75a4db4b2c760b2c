import type { Duty } from '../plan/deadlines.ts';
import { dutyOf } from '../plan/duty-of.ts';
import type { ClaimedNotice } from '../record/claim-letter.ts';
import type { ScheduleFolder } from '../schedule/schedule.ts';
import { UnknownInSchedule } from './unknown-in-schedule.ts';

/**
 * The notice's deadline together with what the schedule says of it.
 * @throws UnknownInSchedule when the schedule lost the plan, obligation or unit since the letter was planned.
 */
export function claimedDuty({ deadline }: ClaimedNotice, folder: ScheduleFolder): Duty {
  const duty = dutyOf(deadline, folder);
  if (duty === undefined)
    throw new UnknownInSchedule(
      `No ${deadline.plan}/${deadline.obligation}/${deadline.unit} in ${folder.id}`,
    );
  return duty;
}
