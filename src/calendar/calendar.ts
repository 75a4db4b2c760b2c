import { carrySwaps } from './carried-swaps.ts';
import { countedCalendar } from './counted-calendar.ts';
import { isWeekend, yearOf, type IsoDate } from './dates.ts';
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR } from './lunar-days.ts';
import { provisionalYear, type ProvisionalRule } from './provisional-year.ts';
import { UnknownYear } from './unknown-year.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import type { DayOff, VnYear, WorkedDay } from './year-file.ts';

/** The civil service's calendar: counts for everybody, and what is known of each year and each unit. */
export interface Calendar extends WorkingCalendar {
  firstYear: number;
  lastYear: number;
  /** The year's file, or the year by rule when there is none. @throws UnknownYear */
  year(year: number): VnYear;
  /** @throws UnknownYear */
  statusOf(year: number): VnYear['status'];
  /** Whether `date` lies in a known year; every other method answers for such dates. */
  covers(date: IsoDate): boolean;
  /** Whether an official notice backs what is said of `date`. @throws UnknownYear */
  isOfficial(date: IsoDate): boolean;
  /** The calendar with the days that apply to one unit only. */
  forUnit(unitId: string): WorkingCalendar;
  /** Why everybody is off on a day from Monday to Friday; undefined on weekends and working days. */
  dayOff(date: IsoDate): Pick<DayOff, 'name' | 'kind'> | undefined;
  /** Why everybody works on a Saturday or Sunday. */
  workedWeekend(date: IsoDate): Pick<WorkedDay, 'name' | 'pairedWith'> | undefined;
}

type Scoped = Pick<DayOff, 'scope'>;

/**
 * The calendar of `years` (one entry a year, already checked), from the earliest of them to the last year of the lunar
 * table. Years without an entry are computed by rule and say that they are provisional.
 */
export function createCalendar(years: VnYear[], rule: ProvisionalRule = {}): Calendar {
  const known = knownYears(years, rule);
  const all = [...known.values()];
  const range = { firstYear: Math.min(...known.keys()), lastYear: LAST_LUNAR_YEAR };
  const shared = daysFor(all);
  const counted = countedCalendar(range, shared);
  const scopedUnits = new Set(all.flatMap(({ off, work }) => [...off, ...work]).flatMap(unitsOf));
  const unitCalendars = new Map<string, WorkingCalendar>();

  const year = (number: number) => {
    const found = known.get(number);
    if (found === undefined) throw new UnknownYear(number, range);
    return found;
  };

  return {
    ...counted,
    ...range,
    year,
    statusOf: (number) => year(number).status,
    covers: (date) => known.has(yearOf(date)),
    isOfficial: (date) => year(yearOf(date)).status === 'official',
    forUnit(unitId) {
      if (!scopedUnits.has(unitId)) return counted;
      const own = unitCalendars.get(unitId) ?? countedCalendar(range, daysFor(all, unitId));
      unitCalendars.set(unitId, own);
      return own;
    },
    dayOff: (date) => (isWeekend(date) ? undefined : shared.off.get(date)),
    workedWeekend: (date) => shared.work.get(date),
  };
}

function knownYears(years: VnYear[], rule: ProvisionalRule): Map<number, VnYear> {
  const given = new Map(years.map((year) => [year.year, year]));
  const known = new Map<number, VnYear>();
  const first = given.size > 0 ? Math.min(...given.keys()) : FIRST_LUNAR_YEAR;
  for (let number = first; number <= LAST_LUNAR_YEAR; number++) {
    known.set(number, given.get(number) ?? carrySwaps(provisionalYear(number, rule), years));
  }
  return known;
}

/** The days that apply to everybody, and with `unitId` those of that unit too. */
function daysFor(years: VnYear[], unitId?: string) {
  const applies = (day: Scoped) =>
    unitsOf(day).length === 0 || (unitId !== undefined && unitsOf(day).includes(unitId));
  const off = new Map<IsoDate, DayOff>();
  const work = new Map<IsoDate, WorkedDay>();
  for (const year of years) {
    for (const day of year.off.filter(applies)) off.set(day.date, day);
    for (const day of year.work.filter(applies)) work.set(day.date, day);
  }
  return { off, work };
}

function unitsOf({ scope = [] }: Scoped): string[] {
  return scope;
}
