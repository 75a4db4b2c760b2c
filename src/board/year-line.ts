import type { Calendar } from '../calendar/calendar.ts';
import { daysFrom, yearOf, type IsoDate } from '../calendar/dates.ts';
import type { BoardRow } from './board-row.ts';
import { officeOn } from './days-off.ts';

/** A year as one line of days: which are off, and what is due on which. Places count days from 0 for 1 January. */
export interface YearLine {
  year: number;
  /** How many days the year has. */
  days: number;
  /** Stretches of days off: the first day's place, and how many. */
  off: { at: number; days: number }[];
  months: LineMonth[];
  aims: LineMark[];
  /** Nominal days that are not aims themselves. */
  nominals: LineMark[];
  letters: number[];
  /** Undefined when today lies in another year. */
  today: number | undefined;
}

/** A month of the line with the deadlines whose aim lies in it. */
export interface LineMonth {
  /** `2019-10`. */
  month: string;
  at: number;
  deadlines: number;
  overdue: number;
}

/** A day on which something is due. */
export interface LineMark {
  day: IsoDate;
  at: number;
  /** How many deadlines. */
  count: number;
  /** How many of them are overdue. */
  overdue: number;
  /** How the worst of them looks. */
  look: BoardRow['look'];
}

/** The line of `year` for `rows`, which stand worst first; `letters` are the days on which letters left. */
export function yearLine(
  year: number,
  rows: readonly BoardRow[],
  { calendar, today, letters }: { calendar: Calendar; today: IsoDate; letters: readonly IsoDate[] },
): YearLine {
  const days = daysFrom(`${year}-01-01`, `${year}-12-31`);
  const places = new Map(days.map((day, at) => [day, at]));
  const aims = marks(rows, ({ aim }) => aim, places);
  const months = [...new Set(days.map((day) => day.slice(0, 7)))];
  return {
    year,
    days: days.length,
    off: stretches(days.map((day) => officeOn(day, calendar).isOff)),
    months: months.map((month) => {
      const inside = aims.filter(({ day }) => day.startsWith(month));
      return { month, at: places.get(`${month}-01`) ?? 0, ...sumOf(inside) };
    }),
    aims,
    nominals: marks(
      rows.filter(({ aim, nominal }) => aim !== nominal),
      ({ nominal }) => nominal,
      places,
    ),
    letters: letters.flatMap((day) => places.get(day) ?? []),
    today: yearOf(today) === year ? places.get(today) : undefined,
  };
}

function marks(
  rows: readonly BoardRow[],
  dayOf: (row: BoardRow) => IsoDate,
  places: ReadonlyMap<IsoDate, number>,
): LineMark[] {
  const found = new Map<IsoDate, LineMark>();
  for (const row of rows) {
    const day = dayOf(row);
    const at = places.get(day);
    if (at === undefined) continue;
    const mark = found.get(day);
    const overdue = row.state === 'overdue' ? 1 : 0;
    if (mark === undefined) found.set(day, { day, at, count: 1, overdue, look: row.look });
    else {
      mark.count += 1;
      mark.overdue += overdue;
    }
  }
  return [...found.values()].sort((a, b) => a.at - b.at);
}

function sumOf(found: readonly LineMark[]): { deadlines: number; overdue: number } {
  return {
    deadlines: found.reduce((sum, { count }) => sum + count, 0),
    overdue: found.reduce((sum, { overdue }) => sum + overdue, 0),
  };
}

function stretches(flags: readonly boolean[]): { at: number; days: number }[] {
  const found: { at: number; days: number }[] = [];
  for (const [at, isOff] of flags.entries()) {
    if (!isOff) continue;
    const last = found.at(-1);
    if (last !== undefined && last.at + last.days === at) last.days += 1;
    else found.push({ at, days: 1 });
  }
  return found;
}
