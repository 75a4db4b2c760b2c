import { addDays, localDate, type IsoDate } from '../calendar/dates.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { aheadOf } from './ahead.ts';
import { bounceNoticesOf } from './bounce-notices.ts';
import { deadlinesOf, type Duty } from './deadlines.ts';
import { digestsOf } from './digests.ts';
import { groupLetters } from './letters.ts';
import type { PlannedWork } from './model.ts';
import type { RecordState } from './record-state.ts';
import { MAX_LATENESS } from './notices.ts';
import { firstSendableDay } from './sending-days.ts';

/** Letters are planned this many days ahead. */
export const PLAN_DAYS = 31;

/**
 * Everything to be said from `now` on through `horizon` (a day in Vietnam, included), and everything that will not be said, with the reason of each.
 * Pure: the same schedule, state, `now` and horizon give the same ids in any process.
 * @throws UnknownYear when the days to look at leave the known calendar.
 */
export function planWork(schedule: Schedule, state: RecordState, now: Date, horizon: IsoDate): PlannedWork {
  const today = localDate(now);
  const { lastPlanned = today } = state;
  const window = deadlineWindow(schedule, lastPlanned < today ? lastPlanned : today, horizon);
  const work: PlannedWork = { window, deadlines: [], letters: [], skipped: [] };
  for (const folder of schedule.folders) {
    const sendable = firstSendableDay(now, folder.sending.until, schedule.calendar);
    const duties = folder.plans.flatMap((plan) =>
      deadlinesOf(folder, plan, schedule.calendar, window, state),
    );
    const notices = duties.flatMap((duty) => {
      const { said, skipped } = aheadOf(duty, folder, schedule.calendar, state, sendable);
      work.skipped.push(...skipped.filter(({ planned }) => planned <= horizon));
      return said.filter(({ day }) => day <= horizon);
    });
    const bounced = bounceNoticesOf(folder, schedule.calendar, state, sendable);
    work.skipped.push(...bounced.skipped);
    work.deadlines.push(...duties.map((duty) => duty.deadline));
    work.letters.push(
      ...groupLetters(folder, [...notices, ...bounced.said], aimsOf(duties)),
      ...digestsOf(folder, schedule.calendar, state, sendable, horizon),
    );
  }
  work.letters.sort(
    (a, b) => a.slot.getTime() - b.slot.getTime() || compare(a.mailbox, b.mailbox) || compare(a.kind, b.kind),
  );
  return work;
}

/** Nominal days whose ladders can reach into [since, horizon]; a holiday may stand between the aim and the nominal day. */
function deadlineWindow(schedule: Schedule, since: IsoDate, horizon: IsoDate): PlannedWork['window'] {
  const longestHoliday = 16;
  const offsets = schedule.folders
    .flatMap((folder) => folder.plans)
    .flatMap((plan) => [plan.ladder, ...plan.obligations.map((obligation) => obligation.ladder)])
    .flatMap((ladder) => ladder.rungs.map((rung) => rung.offset));
  const before = Math.max(0, ...offsets.map((offset) => -offset));
  const after = Math.max(0, ...offsets);
  const { calendar } = schedule;
  return {
    from: addDays(calendar.subtractWorkingDays(since, after + MAX_LATENESS), -longestHoliday),
    to: addDays(calendar.addWorkingDays(horizon, before), longestHoliday),
  };
}

function aimsOf(duties: Duty[]): Map<string, IsoDate> {
  return new Map(duties.map((duty) => [duty.deadline.id, duty.deadline.aim]));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
