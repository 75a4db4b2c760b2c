import { z } from 'zod';
import type { IsoDate } from '../calendar/dates.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { isPausedOn } from '../plan/pause.ts';
import type { Result } from '../record/read-results.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { namesIn, type Names } from './names.ts';
import type { Period } from './period.ts';

const count = z.number();
const day = z.string();

const countsShape = z.object({
  total: count,
  onTime: count,
  late: count,
  open: count,
  /** Of the open ones. */
  overdue: count,
  /** Of those done: the completion has not been accepted yet. */
  waiting: count,
  /**
   * Working days from the nominal day, on average over all that were done late (until the completion's date) and all that are
   * overdue (until the day of the report); null when there is none.
   */
  averageLateness: z.number().nullable(),
});

const lineShape = z.object({
  id: z.string(),
  task: z.string(),
  unit: z.string(),
  /** Where the plan says so: the clause and the plan. */
  basis: z.string(),
  nominal: day,
  /** The plan's own day, when an extension has moved it. */
  original: day.nullable(),
  doneOn: day.nullable(),
  document: z.string().nullable(),
  state: z.enum(['on-time', 'late', 'open', 'overdue']),
  waiting: z.boolean(),
  /** Not done, and nobody is reminded of it on the day of the report. Its day stays: it is open or overdue all the same. */
  paused: z.boolean(),
  /** Working days from the nominal day until it was done, or until the day of the report; 0 when it is not late. */
  daysLate: count,
});

/** A report as it travels between processes: days are `YYYY-MM-DD`. */
export const reportShape = z.object({
  period: z.object({ from: day, to: day, name: z.string() }),
  /** The day on which it was counted. */
  day,
  /** The titles of the plans in it. */
  plans: z.array(z.string()),
  units: z.array(countsShape.extend({ unit: z.string(), name: z.string() })),
  total: countsShape,
  deadlines: z.array(lineShape),
});

export type Report = z.infer<typeof reportShape>;
export type ReportCounts = z.infer<typeof countsShape>;
export type ReportLine = z.infer<typeof lineShape>;

/**
 * Counts `results` per unit, in the order of the unit files, as things stand on `today`. Late is what was done after its
 * nominal day, an extended one after the extended day. @throws UnknownYear when a late day leaves the known calendar.
 */
export function makeReport(results: Result[], schedule: Schedule, period: Period, today: IsoDate): Report {
  const names = namesIn(schedule);
  const sorted = results.toSorted(
    (a, b) => compare(a.nominal, b.nominal) || names.unitRank(a) - names.unitRank(b) || compare(a.id, b.id),
  );
  const deadlines = sorted.map((result) => lineOf(result, names, schedule.calendar, today));
  return {
    period,
    day: today,
    plans: [...new Set(sorted.map((result) => names.planTitle(result)))],
    units: unitsOf(sorted, names).map(({ folder, unit }) => {
      const own = deadlines.filter((_, at) => sorted[at]?.folder === folder && sorted[at].unit === unit);
      return { unit, name: own[0]?.unit ?? unit, ...countsOf(own) };
    }),
    total: countsOf(deadlines),
    deadlines,
  };
}

/** Each unit once, in the order of the unit files. */
function unitsOf(results: Result[], names: Names): Result[] {
  const first = new Map(results.map((result) => [`${result.folder}/${result.unit}`, result]));
  return [...first.values()].sort((a, b) => names.unitRank(a) - names.unitRank(b) || compare(a.unit, b.unit));
}

function lineOf(result: Result, names: Names, calendar: WorkingCalendar, today: IsoDate): ReportLine {
  const { id, nominal, original, doneOn, document } = result;
  const until = result.status === 'done' ? (doneOn ?? nominal) : today;
  const isLate = until > nominal;
  return {
    id,
    task: names.task(result),
    unit: names.unit(result),
    basis: names.basis(result),
    nominal,
    original,
    doneOn,
    document,
    state: result.status === 'done' ? (isLate ? 'late' : 'on-time') : isLate ? 'overdue' : 'open',
    waiting: result.status === 'done' && !result.accepted,
    paused: result.status === 'open' && isPausedOn(result.pause, today),
    daysLate: isLate ? calendar.workingDaysBetween(nominal, until) : 0,
  };
}

function countsOf(lines: ReportLine[]): ReportCounts {
  const inState = (...states: ReportLine['state'][]) => lines.filter(({ state }) => states.includes(state));
  const behind = inState('late', 'overdue');
  const days = behind.reduce((sum, { daysLate }) => sum + daysLate, 0);
  return {
    total: lines.length,
    onTime: inState('on-time').length,
    late: inState('late').length,
    open: inState('open', 'overdue').length,
    overdue: inState('overdue').length,
    waiting: lines.filter(({ waiting }) => waiting).length,
    averageLateness: behind.length === 0 ? null : days / behind.length,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
