import type { Calendar } from '../calendar/calendar.ts';
import { addDays, daysFrom, isIsoDate, lastDayOfMonth, weekdayOf, type IsoDate } from '../calendar/dates.ts';
import type { BoardRow } from './board-row.ts';
import { officeOn, type DayOffice } from './days-off.ts';

/** `2019-10`. */
export type Month = string;

/** One day of a month's page, with what is due on it, worst first. */
export interface MonthDay extends DayOffice {
  day: IsoDate;
  /** Whether it belongs to the month itself, not to the week that the month begins or ends in. */
  isInside: boolean;
  duties: DayDuty[];
}

/** One duty on one day: one deadline, or those of all the units that lead it. */
export interface DayDuty {
  /** The day is the last working day on or before their nominal day, or the nominal day itself when that is not worked. */
  on: 'aim' | 'nominal';
  /** Worst first. */
  rows: [BoardRow, ...BoardRow[]];
}

/** The month that `text` names, or undefined. */
export function readMonth(text: string | undefined): Month | undefined {
  return text !== undefined && /^(?:19|20|21)\d{2}-\d{2}$/.test(text) && isIsoDate(`${text}-01`)
    ? text
    : undefined;
}

/** The month `by` months later, or earlier when it is negative. */
export function otherMonth(month: Month, by: number): Month {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + by;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The weeks of a month, Monday first, whole; `rows` worst first, of which those due in these weeks are shown. */
export function weeksOf(month: Month, rows: readonly BoardRow[], calendar: Calendar): MonthDay[][] {
  const first = `${month}-01`;
  const [year = 0, number = 0] = month.split('-').map(Number);
  const last = lastDayOfMonth(year, number);
  const days = daysFrom(addDays(first, 1 - weekdayOf(first)), addDays(last, 7 - weekdayOf(last)));
  const duties = dutiesByDay(rows);
  const cells = days.map((day) => ({
    day,
    isInside: day.startsWith(`${month}-`),
    ...officeOn(day, calendar),
    duties: duties.get(day) ?? [],
  }));
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

function dutiesByDay(rows: readonly BoardRow[]): Map<IsoDate, DayDuty[]> {
  const days = new Map<IsoDate, Map<string, DayDuty>>();
  const put = (day: IsoDate, on: DayDuty['on'], row: BoardRow) => {
    const duties = days.get(day) ?? new Map<string, DayDuty>();
    days.set(day, duties);
    const key = `${on} ${row.plan}/${row.obligation}`;
    const known = duties.get(key);
    if (known === undefined) duties.set(key, { on, rows: [row] });
    else known.rows.push(row);
  };
  for (const row of rows) {
    put(row.aim, 'aim', row);
    if (row.nominal !== row.aim) put(row.nominal, 'nominal', row);
  }
  return new Map([...days].map(([day, duties]) => [day, [...duties.values()]]));
}
