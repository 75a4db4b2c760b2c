import { addDays, isWeekend, weekdayOf, type IsoDate } from './dates.ts';
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, lunarDays } from './lunar-days.ts';
import { UnknownYear } from './unknown-year.ts';
import type { DayOff, VnYear } from './year-file.ts';

/** What the rule leaves open. */
export interface ProvisionalRule {
  /**
   * Whether Vietnam Culture Day (24/11) on a weekend is made up. Default no: Resolution 28/2026/QH16 sets that day
   * outside Art. 112(1) of the Labour Code 2019, so the make-up of Art. 111(3) does not reach it.
   */
  makeUpCultureDay?: boolean;
}

/** A statutory day off, and which way it is made up when it falls on a weekend. */
export type Holiday = Pick<DayOff, 'date' | 'kind' | 'name'> & { makeUp: 'previous' | 'next' | 'none' };

/** First year with a second National Day day: the Labour Code 2019 is in force from 01/01/2021. */
const SECOND_NATIONAL_DAY_FROM = 2021;
/** Resolution 28/2026/QH16 is in force from 01/07/2026. */
const CULTURE_DAY_FROM = 2026;
/** Where the second day goes, by the weekday of 02/09 (Monday first), as decided every year so far. */
const SECOND_NATIONAL_DAY_OFFSET = [1, -1, -1, 1, -1, -1, 1];

/**
 * The days off of a year whose official notice is not out: statutory days, made up when they fall on a weekend.
 * Swapped days are unknowable and absent. @throws UnknownYear outside the lunar table.
 */
export function provisionalYear(year: number, rule: ProvisionalRule = {}): VnYear {
  const lunar = lunarDays(year);
  if (lunar === undefined)
    throw new UnknownYear(year, { firstYear: FIRST_LUNAR_YEAR, lastYear: LAST_LUNAR_YEAR });

  const holidays = [...tet(lunar.newYear), ...singleHolidays(year, rule)].sort(byDate);
  const off = new Map<IsoDate, DayOff>();
  for (const { date, kind, name } of holidays) if (!isWeekend(date)) off.set(date, { date, kind, name });
  for (const { date, name, makeUp } of holidays) {
    if (!isWeekend(date) || makeUp === 'none') continue;
    const free = nearestFree(date, makeUp === 'next' ? 1 : -1, off);
    off.set(free, { date: free, kind: 'bu', name: `Nghỉ bù ${name}`, pairedWith: date });
  }
  return {
    year,
    status: 'provisional',
    version: 1,
    sources: [{ ref: 'Tạm tính theo Bộ luật Lao động, chưa có thông báo chính thức' }],
    off: [...off.values()].sort(byDate),
    work: [],
  };
}

/** The statutory days of `year` outside the Tết block; for the day next to National Day, its likelier place. */
export function singleHolidays(year: number, rule: ProvisionalRule = {}): Holiday[] {
  const nationalDay = `${year}-09-02`;
  const holidays: Holiday[] = [
    { date: `${year}-01-01`, kind: 'le', name: 'Tết Dương lịch', makeUp: 'next' },
    { date: `${year}-04-30`, kind: 'le', name: 'Ngày Chiến thắng', makeUp: 'next' },
    { date: `${year}-05-01`, kind: 'le', name: 'Ngày Quốc tế lao động', makeUp: 'next' },
    { date: nationalDay, kind: 'le', name: 'Quốc khánh', makeUp: 'next' },
  ];
  const hungKings = lunarDays(year)?.hungKings;
  if (hungKings !== undefined)
    holidays.push({ date: hungKings, kind: 'le', name: 'Ngày Giỗ Tổ Hùng Vương', makeUp: 'next' });
  if (year >= SECOND_NATIONAL_DAY_FROM) {
    const date = addDays(nationalDay, SECOND_NATIONAL_DAY_OFFSET[weekdayOf(nationalDay) - 1] ?? 0);
    holidays.push({ date, kind: 'lien_ke', name: 'Ngày liền kề Quốc khánh', makeUp: 'next' });
  }
  if (year >= CULTURE_DAY_FROM) {
    const makeUp = rule.makeUpCultureDay ? 'next' : 'none';
    holidays.push({ date: `${year}-11-24`, kind: 'le', name: 'Ngày Văn hóa Việt Nam', makeUp });
  }
  return holidays;
}

/** Eve to mùng 4; Saturday moves back and Sunday forward, as the Prime Minister has placed the block since 2014. */
function tet(newYear: IsoDate): Holiday[] {
  return [-1, 0, 1, 2, 3].map((offset) => {
    const date = addDays(newYear, offset);
    const makeUp = weekdayOf(date) === 6 ? 'previous' : 'next';
    return { date, kind: 'le', name: 'Tết Nguyên đán', makeUp };
  });
}

function nearestFree(date: IsoDate, step: 1 | -1, off: ReadonlyMap<IsoDate, DayOff>): IsoDate {
  const next = addDays(date, step);
  return isWeekend(next) || off.has(next) ? nearestFree(next, step, off) : next;
}

function byDate(one: { date: IsoDate }, other: { date: IsoDate }): number {
  return one.date < other.date ? -1 : 1;
}
