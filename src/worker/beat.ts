import { addDays, localDate } from '../calendar/dates.ts';
import type { Clock } from '../clock/clock.ts';
import { PLAN_DAYS, planWork } from '../plan/plan-work.ts';
import { QUEUE_HOURS, type SendQueue } from '../queue/send-queue.ts';
import { mailboxesIn } from '../plan/mailboxes-in.ts';
import { applyPlan, type PlanChange } from '../record/apply-plan.ts';
import { forgetMailboxes } from '../record/dead-mailboxes.ts';
import { refuseNewer } from '../record/newer-record.ts';
import type { RecordDb } from '../record/open-record.ts';
import { waitingLetters } from '../record/waiting-letters.ts';
import type { Instructions } from './instructions.ts';

/**
 * One beat: plans against the record as it stands, writes the difference, and gives every letter that is due soon a job.
 * Running it again changes nothing; running it after the queue was emptied rebuilds the queue.
 * @throws RecordIsNewer
 */
export async function beat(
  parts: Planning & { queue: SendQueue },
  instructions: Instructions,
): Promise<PlanChange> {
  const change = await planAhead(parts, instructions);
  const soon = new Date(parts.clock.now().getTime() + QUEUE_HOURS * 3_600_000);
  await parts.queue.schedule(await waitingLetters(parts.db, soon));
  return change;
}

export interface Planning {
  clock: Clock;
  db: RecordDb;
  /** Names this process in the record. */
  who: string;
}

/** Plans against the record as it stands and writes the difference, without touching any queue. @throws RecordIsNewer */
export async function planAhead(
  { clock, db, who }: Planning,
  { schedule, fingerprint }: Instructions,
): Promise<PlanChange> {
  const now = clock.now();
  const horizon = addDays(localDate(now), PLAN_DAYS);
  await refuseNewer(db);
  await forgetMailboxes(db, who, now, mailboxesIn(schedule));
  return applyPlan(db, who, now, (state) => planWork(schedule, state, now, horizon), { fingerprint });
}
