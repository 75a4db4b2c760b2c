import type { IsoDate, LocalTime } from '../calendar/dates.ts';

/** A length of time that reports are made for. */
export type ReportPeriod = 'month' | 'quarter' | 'half' | 'year';

/**
 * Which day of the month (of the period's last month) is due; `first-working` is for months only.
 * `unstated`: the phrase names no day, so the last day of the period is taken literally and somebody should confirm it.
 */
export type DueDay = number | 'last' | 'last-working' | 'first-working' | 'unstated';

export type EventUnit = 'working-day' | 'day' | 'month';

/** `exclusive`: the phrase says "trước", so the day it names is already late. `time`: due by then on the nominal day. */
interface Bound {
  exclusive: boolean;
  time?: LocalTime;
}

/**
 * One date. `period` is `2019`, `2019-H1`, `2019-Q3`, `2019-06`, or the nominal day itself.
 * With `lastWorkingDay` the nominal day is the last working day on or before `nominal`.
 * With `counted` it is so long after the day `from`, and `nominal` and `period` are that day as if there were no holidays.
 */
export interface OnceRule extends Bound {
  kind: 'once';
  nominal: IsoDate;
  period: string;
  lastWorkingDay?: true;
  counted?: { count: number; unit: EventUnit; from: IsoDate };
}

/** Every year on `day` of `month` (1 to 12). `window`: the period, longer than a month, that the phrase named and that ends then. */
export interface YearlyRule extends Bound {
  kind: 'yearly';
  month: number;
  day: DueDay;
  window?: 'quarter' | 'half' | 'year';
}

/**
 * Several times a year, at the end of the shortest of `reports` (ordered from short to long; `kind` names the first).
 * A longer report takes the place of the shorter one that ends with it: quarter, half, year are 4 reports a year, not 7.
 */
export interface PeriodicRule extends Bound {
  kind: 'monthly' | 'quarterly' | 'half-yearly';
  reports: ReportPeriod[];
  day: DueDay;
}

/** Every week; 1 is Monday, 7 is Sunday. */
export interface WeeklyRule extends Bound {
  kind: 'weekly';
  weekday: number;
}

/** `count` units after an event's day, which is not counted. `trigger` keeps the phrase's own words: "ký quyết định". */
export interface AfterEventRule {
  kind: 'after-event';
  count: number;
  unit: EventUnit;
  trigger: string;
}

/** A duty that goes on, with no date to remind of. */
export interface StandingRule {
  kind: 'standing';
}

/** What a due phrase means: plain JSON data. */
export type DueRule = OnceRule | YearlyRule | PeriodicRule | WeeklyRule | AfterEventRule | StandingRule;
