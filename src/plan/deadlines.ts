import type { IsoDate } from '../calendar/dates.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { occurrences } from '../phrase/occurrences.ts';
import { isLive, type Obligation, type Plan, type ScheduleFolder, type Unit } from '../schedule/schedule.ts';
import type { Deadline } from './model.ts';

/** A deadline together with what the schedule says of it. */
export interface Duty {
  deadline: Deadline;
  plan: Plan;
  obligation: Obligation;
  unit: Unit;
}

/**
 * The deadlines of a plan whose nominal day lies in `window` (both ends included): each obligation once per period and
 * per unit that exists on that day. Standing duties have none; duties that start from an event have none until it happens.
 */
export function deadlinesOf(
  folder: ScheduleFolder,
  plan: Plan,
  calendar: WorkingCalendar,
  window: { from: IsoDate; to: IsoDate },
): Duty[] {
  return plan.obligations.flatMap((obligation) => {
    const from = latest(window.from, plan.from, obligation.from);
    const to = earliest(window.to, plan.to, obligation.to);
    if (from > to) return [];
    return occurrences(obligation.rule, { from, to, calendar })
      .filter(({ nominal }) => from <= nominal && nominal <= to)
      .flatMap(({ period, nominal }) => {
        const aim = calendar.lastWorkingDayOnOrBefore(nominal);
        return liveLeads(folder, obligation, nominal).map((unit) => ({
          deadline: {
            id: [plan.id, obligation.id, unit.id, period].join('/'),
            folder: folder.id,
            plan: plan.id,
            obligation: obligation.id,
            unit: unit.id,
            period,
            nominal,
            aim,
          },
          plan,
          obligation,
          unit,
        }));
      });
  });
}

function liveLeads(folder: ScheduleFolder, obligation: Obligation, date: IsoDate): Unit[] {
  return obligation.leads
    .map((id) => folder.units.get(id))
    .filter((unit): unit is Unit => unit !== undefined && isLive(unit, date));
}

function latest(first: IsoDate, ...others: (IsoDate | undefined)[]): IsoDate {
  return others.reduce<IsoDate>(
    (result, date) => (date !== undefined && date > result ? date : result),
    first,
  );
}

function earliest(first: IsoDate, ...others: (IsoDate | undefined)[]): IsoDate {
  return others.reduce<IsoDate>(
    (result, date) => (date !== undefined && date < result ? date : result),
    first,
  );
}
