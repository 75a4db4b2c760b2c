import { addDays, localDate } from '../calendar/dates.ts';
import type { Clock } from '../clock/clock.ts';
import { PLAN_DAYS, planWork } from '../plan/plan-work.ts';
import { QUEUE_HOURS, type SendQueue } from '../queue/send-queue.ts';
import { mailboxesIn } from '../plan/mailboxes-in.ts';
import { applyClockBeat, applyPlan, type PlanChange } from '../record/apply-plan.ts';
import { forgetMailboxes } from '../record/dead-mailboxes.ts';
import { refuseNewer } from '../record/newer-record.ts';
import type { RecordDb } from '../record/open-record.ts';
import { waitingLetters } from '../record/waiting-letters.ts';
import type { Instructions } from './instructions.ts';

type Beating = Planning & { queue: SendQueue };

/**
 * One beat: plans against the record as it stands, writes the difference, and gives every letter that is due soon a job.
 * Running it again changes nothing; running it after the queue was emptied rebuilds the queue.
 * @throws RecordIsNewer
 */
export async function beat(parts: Beating, instructions: Instructions): Promise<PlanChange> {
  const change = await planAhead(parts, instructions);
  await giveJobs(parts);
  return change;
}

/**
 * A beat of the clock, which one of all processes makes with these files; undefined in the others. Each gives the letters their jobs: the one
 * that planned may have died before it could. @throws RecordIsNewer
 */
export async function clockBeat(parts: Beating, instructions: Instructions): Promise<PlanChange | undefined> {
  const { clock, db, who } = parts;
  const now = clock.now();
  const { fingerprint } = instructions;
  await prepare(parts, instructions, now);
  const change = await applyClockBeat(db, who, now, planner(instructions, now), {
    fingerprint,
    slot: beatSlot(now),
  });
  await giveJobs(parts);
  return change;
}

/** Minutes from one beat of the clock to the next. */
export const BEAT_MINUTES = 5;

export interface Planning {
  clock: Clock;
  db: RecordDb;
  /** Names this process in the record. */
  who: string;
}

/** Plans against the record as it stands and writes the difference, without touching any queue. @throws RecordIsNewer */
export async function planAhead(planning: Planning, instructions: Instructions): Promise<PlanChange> {
  const { clock, db, who } = planning;
  const now = clock.now();
  const { fingerprint } = instructions;
  await prepare(planning, instructions, now);
  return applyPlan(db, who, now, planner(instructions, now), { fingerprint });
}

/** The instant that a beat stands for, in every process whose clock is less than a beat apart. */
function beatSlot(now: Date): Date {
  const between = BEAT_MINUTES * 60_000;
  return new Date(Math.floor(now.getTime() / between) * between);
}

async function prepare({ db, who }: Planning, { schedule }: Instructions, now: Date): Promise<void> {
  await refuseNewer(db);
  await forgetMailboxes(db, who, now, mailboxesIn(schedule));
}

function planner({ schedule }: Instructions, now: Date): Parameters<typeof applyPlan>[3] {
  const horizon = addDays(localDate(now), PLAN_DAYS);
  return (state) => planWork(schedule, state, now, horizon);
}

async function giveJobs({ clock, db, queue }: Beating): Promise<void> {
  const soon = new Date(clock.now().getTime() + QUEUE_HOURS * 3_600_000);
  await queue.schedule(await waitingLetters(db, soon));
}
