import { DateTime } from 'luxon';

/** A day without time, `YYYY-MM-DD`, meant in Vietnam (Asia/Ho_Chi_Minh, UTC+7, no daylight saving). */
export type IsoDate = string;

/** A time of day in Vietnam, `HH:mm`. */
export type LocalTime = string;

export const ZONE = 'Asia/Ho_Chi_Minh';

const DAY_MS = 86_400_000;

/** Whether `text` is a `YYYY-MM-DD` that exists in the calendar (2019-02-29 does not, nor does any day of a year 0, which Postgres has none of). */
export function isIsoDate(text: string): boolean {
  return /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) && day(text).isValid;
}

/** The date `year-month-dayOfMonth`, or undefined when there is no such day. */
export function isoDate(year: number, month: number, dayOfMonth: number): IsoDate | undefined {
  if (year < 1) return undefined;
  return DateTime.fromObject({ year, month, day: dayOfMonth }, { zone: 'utc' }).toISODate() ?? undefined;
}

/** `date` moved by `days` calendar days (negative goes back). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return text(day(date).plus({ days }));
}

/** Every day from `from` to `to`, both included. In bare UTC days: a calendar lists thousands of them at start. */
export function daysFrom(from: IsoDate, to: IsoDate): IsoDate[] {
  const start = day(from).toMillis();
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) =>
    new Date(start + index * DAY_MS).toISOString().slice(0, 10),
  );
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return day(to).diff(day(from), 'days').days;
}

/** Day of the week: 1 is Monday (thứ Hai), 7 is Sunday (Chủ nhật). */
export function weekdayOf(date: IsoDate): number {
  return day(date).weekday;
}

/** Whether `date` is a Saturday or a Sunday, worked or not. */
export function isWeekend(date: IsoDate): boolean {
  return weekdayOf(date) >= 6;
}

/** The year of `date`. */
export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

/** The last day of a month (1 to 12). */
export function lastDayOfMonth(year: number, month: number): IsoDate {
  return text(DateTime.fromObject({ year, month }, { zone: 'utc' }).endOf('month'));
}

/** The day it is in Vietnam at `instant`. */
export function localDate(instant: Date): IsoDate {
  return text(DateTime.fromJSDate(instant, { zone: ZONE }));
}

/** The time of day (`HH:mm`) it is in Vietnam at `instant`. */
export function localTime(instant: Date): LocalTime {
  return DateTime.fromJSDate(instant, { zone: ZONE }).toFormat('HH:mm');
}

/** The instant at which the clock in Vietnam shows `time` on `date`. */
export function instantAt(date: IsoDate, time: LocalTime): Date {
  return DateTime.fromISO(`${date}T${time}`, { zone: ZONE }).toJSDate();
}

/** The instant as Vietnam writes it in machine form: `2019-06-17T07:30:00+07:00`. */
export function localStamp(instant: Date): string {
  return DateTime.fromJSDate(instant, { zone: ZONE }).toISO({ suppressMilliseconds: true }) ?? '';
}

function day(date: IsoDate): DateTime {
  return DateTime.fromISO(date, { zone: 'utc' });
}

function text(moment: DateTime): IsoDate {
  const iso = moment.toISODate();
  if (iso === null) throw new RangeError('No such day');
  return iso;
}
