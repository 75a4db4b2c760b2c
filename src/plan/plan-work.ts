import { addDays, instantAt, localDate, localTime, type IsoDate } from '../calendar/dates.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Schedule, ScheduleFolder } from '../schedule/schedule.ts';
import { deadlinesOf, type Duty } from './deadlines.ts';
import { groupLetters } from './letters.ts';
import type { PlannedWork } from './model.ts';
import type { RecordState } from './record-state.ts';
import { MAX_LATENESS, noticesOf } from './notices.ts';

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
    const open = duties.filter((duty) => !state.closed.has(duty.deadline.id));
    const notices = duties.flatMap((duty) => {
      const climbing = state.closed.has(duty.deadline.id)
        ? { said: [], skipped: [] }
        : noticesOf(duty, folder, schedule.calendar, state, sendable);
      const { said, skipped } = climbing;
      work.skipped.push(...skipped.filter((notice) => notice.planned <= horizon));
      return said.filter((notice) => notice.day <= horizon);
    });
    work.deadlines.push(...duties.map((duty) => duty.deadline));
    work.letters.push(...groupLetters(folder, notices, aimsOf(open)));
  }
  work.letters.sort(
    (a, b) => a.slot.getTime() - b.slot.getTime() || compare(a.mailbox, b.mailbox) || compare(a.kind, b.kind),
  );
  return work;
}

/** The first day on which a letter can still leave: today when it is worked and the sending window is not over, else the next working day. */
export function firstSendableDay(now: Date, until: string, calendar: WorkingCalendar): IsoDate {
  const today = localDate(now);
  const tooLate = localTime(now) >= until;
  return tooLate ? calendar.nextWorkingDay(today) : calendar.firstWorkingDayOnOrAfter(today);
}

/** The first instant, `instant` itself or later, inside the sending window of a working day. */
export function firstSendableInstant(
  instant: Date,
  sending: ScheduleFolder['sending'],
  calendar: WorkingCalendar,
): Date {
  const opening = instantAt(firstSendableDay(instant, sending.until, calendar), sending.at);
  return opening > instant ? opening : instant;
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
