import type { Calendar } from '../calendar/calendar.ts';
import { localDate, type IsoDate } from '../calendar/dates.ts';
import { deciderOf } from '../plan/decider.ts';
import type { Duty } from '../plan/deadlines.ts';
import { dutyOf } from '../plan/duty-of.ts';
import type { Figures } from '../plan/model.ts';
import { isPausedOn, type DeadlinePause } from '../plan/pause.ts';
import { deadlineHistory, type Told } from '../record/deadline-history.ts';
import { pauseIn } from '../record/deadline-pause.ts';
import { grantedDays } from '../record/granted-days.ts';
import type { RecordDb } from '../record/open-record.ts';
import { isLive, type Schedule, type ScheduleFolder, type Unit } from '../schedule/schedule.ts';

/** A deadline's row as pages show it. */
export interface DeadlineFacts {
  id: string;
  plan: string;
  obligation: string;
  unit: string;
  status: 'open' | 'done' | 'withdrawn';
  nominal: IsoDate;
  aim: IsoDate;
  original_nominal: IsoDate | null;
  extensions: number;
  received: boolean;
  accepted: boolean;
  handed_back: boolean;
  asked_until: IsoDate | null;
  progress: Figures | null;
  met: boolean;
  done_document: string | null;
  done_on: IsoDate | null;
  /** Withdrawn by a decision. */
  taken_off: boolean;
  /** How many answers there have been. */
  answers: number;
}

/**
 * Why a deadline takes no answer from its unit any more: it left the schedule, a decision withdrew it, or the unit no longer leads it or no
 * longer exists; with who leads now, where the schedules tell.
 */
export type Closing = { because: 'withdrawn' | 'taken-off' | 'superseded'; successors: Unit[] };

/** A deadline as its pages show it: what the schedules say, how it stands, what was said. */
export interface DeadlineSight {
  facts: DeadlineFacts;
  /** What the schedules say of it; undefined when they no longer do. */
  duty: Duty | undefined;
  folder: ScheduleFolder;
  calendar: Calendar;
  today: IsoDate;
  /** The leading unit, as far as the schedules still know it. */
  unit: Unit | undefined;
  /** The unit that decides on its answers, and whom to ask. */
  decider: Unit | undefined;
  closing: Closing | undefined;
  /** The pause that holds today. */
  pause: DeadlinePause | undefined;
  /** The day that the last extension moved from; undefined when none holds. */
  beforeExtension: IsoDate | undefined;
  /** Oldest first. */
  history: Told[];
}

/** The deadline `id` at `now`, or undefined when neither the record nor the schedules have a place for it. */
export async function seeDeadline(
  db: RecordDb,
  schedule: Schedule,
  now: Date,
  id: string,
): Promise<DeadlineSight | undefined> {
  const row = await db.selectFrom('deadline').where('id', '=', id).selectAll().executeTakeFirst();
  const folder = schedule.folders.find((one) => one.id === row?.folder);
  if (row === undefined || folder === undefined) return undefined;
  const { unit: unitId, period, about, nominal, aim } = row;
  const plan = folder.plans.find((one) => one.id === row.plan);
  const obligation = plan?.obligations.find((one) => one.id === row.obligation);
  const unit = folder.units.get(unitId);
  const today = localDate(now);
  const pause = pauseIn(row);
  const granted = await grantedDays(db, id);
  const deadline = { id, plan: row.plan, obligation: row.obligation, unit: unitId };
  const duty = dutyOf({ ...deadline, period, about, nominal, aim }, folder);
  return {
    facts: row,
    duty,
    folder,
    calendar: schedule.calendar,
    today,
    unit,
    decider:
      plan === undefined
        ? undefined
        : folder.units.get(obligation === undefined ? plan.followUp : deciderOf(plan, obligation, unitId)),
    closing: closingOf(row, duty, unit, folder, today),
    pause: row.status === 'open' && isPausedOn(pause, today) ? pause : undefined,
    beforeExtension: row.original_nominal === null ? undefined : (granted.at(-2) ?? row.original_nominal),
    history: await deadlineHistory(db, id),
  };
}

function closingOf(
  { status, taken_off: takenOff }: Pick<DeadlineFacts, 'status' | 'taken_off'>,
  duty: Duty | undefined,
  unit: Unit | undefined,
  folder: ScheduleFolder,
  today: IsoDate,
): Closing | undefined {
  if (status === 'done') return undefined;
  const leads = duty?.obligation.leads ?? [];
  if (duty !== undefined && unit !== undefined && !leads.includes(unit.id))
    return { because: 'superseded', successors: unitsOf(folder, leads) };
  if (unit !== undefined && !isLive(unit, today))
    return { because: 'superseded', successors: unitsOf(folder, [unit.successor ?? '']) };
  if (takenOff && duty !== undefined) return { because: 'taken-off', successors: [] };
  if (status === 'withdrawn' || duty === undefined) return { because: 'withdrawn', successors: [] };
  return undefined;
}

function unitsOf(folder: ScheduleFolder, ids: string[]): Unit[] {
  return ids.flatMap((id) => folder.units.get(id) ?? []);
}
