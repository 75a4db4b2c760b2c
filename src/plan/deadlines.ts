import type { IsoDate } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { occurrences, type Occurrence } from '../phrase/occurrences.ts';
import { isLive, type Obligation, type Plan, type ScheduleFolder, type Unit } from '../schedule/schedule.ts';
import type { Deadline, Happening } from './model.ts';
import type { RecordState } from './record-state.ts';

/** A deadline together with what the schedule says of it. */
export interface Duty {
  deadline: Deadline;
  plan: Plan;
  obligation: Obligation;
  unit: Unit;
}

/** What the record knows that makes or moves deadlines. */
export type Known = Pick<RecordState, 'extended' | 'happenings' | 'spoken'>;

/**
 * The deadlines of a plan whose nominal day lies in `window` (both ends included): each obligation once per period, or per
 * event it waits for, and per unit that exists on that day. Standing duties have none. An extension moves the nominal day;
 * the deadline keeps its id. What an answer has to be told of is among them wherever its day lies.
 */
export function deadlinesOf(
  folder: ScheduleFolder,
  plan: Plan,
  calendar: WorkingCalendar,
  window: { from: IsoDate; to: IsoDate },
  known: Known,
): Duty[] {
  const originals = [...known.extended.values()].map(({ original }) => original);
  const answered = new Set(known.spoken.map(({ deadline }) => deadline));
  return plan.obligations.flatMap((obligation) => {
    // An extension may have carried a deadline into the window from long before it; an answer may come long after it.
    const first = earliest(window.from, ...originals, ...known.spoken.map(({ nominal }) => nominal));
    const from = latest(first, plan.from, obligation.from);
    const to = earliest(window.to, plan.to, obligation.to);
    if (from > to) return [];
    return dueDays(obligation, { from, to, calendar }, known)
      .filter(({ nominal }) => from <= nominal && nominal <= to)
      .flatMap((due) =>
        liveLeads(folder, obligation, due.nominal).map((unit) => {
          const id = [plan.id, obligation.id, unit.id, due.period].join('/');
          const nominal = known.extended.get(id)?.nominal ?? due.nominal;
          const deadline = {
            id,
            folder: folder.id,
            plan: plan.id,
            obligation: obligation.id,
            unit: unit.id,
            period: due.period,
            about: due.about,
            nominal,
            aim: calendar.lastWorkingDayOnOrBefore(nominal),
          };
          return { deadline, plan, obligation, unit };
        }),
      )
      .filter(
        ({ deadline: { id, nominal } }) =>
          answered.has(id) || (window.from <= nominal && nominal <= window.to),
      );
  });
}

/** The period of a deadline that an event sets off: its day and its document, `2019-06-14.703-QD-UBND`. */
export function happeningPeriod({ day, reference }: Happening): string {
  const ascii = reference.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  return `${day}.${ascii.replace(/[^A-Za-z0-9]+/g, '-')}`;
}

function dueDays(
  { rule, event }: Obligation,
  query: { from: IsoDate; to: IsoDate; calendar: WorkingCalendar },
  { happenings }: Known,
): (Occurrence & { about: string | null })[] {
  if (rule.kind !== 'after-event') return occurrences(rule, query).map((due) => ({ ...due, about: null }));
  return happenings
    .filter(({ kind }) => kind === event)
    .flatMap((happening) =>
      occurrences(rule, { ...query, event: happening.day }).map(({ nominal }) => ({
        period: happeningPeriod(happening),
        about: `${happening.reference} ngày ${shortDate(happening.day)}`,
        nominal,
      })),
    );
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
