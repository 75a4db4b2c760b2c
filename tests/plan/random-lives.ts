import fc from 'fast-check';
import type { Answer } from '../../src/answer/answer.ts';
import { countedCalendar } from '../../src/calendar/counted-calendar.ts';
import { daysFrom, isWeekend } from '../../src/calendar/dates.ts';
import { shortDate } from '../../src/calendar/wording.ts';
import { CALENDAR, duty, scheduleOf, unit } from '../support/schedules.ts';
import type { GivenAnswer } from './life.ts';
import type { LivedDay } from './live.ts';

export const FIRST_DAY = '2019-09-02';
export const LAST_DAY = '2020-01-31';
const LEADS = ['so-thuong', 'co-quan-duoc-de-nghi', 'co-quan-khong-thu-truong', 'so-noi-vu'];
const UNITS = [
  unit('co-quan-duoc-de-nghi', { requested: true }),
  unit('co-quan-khong-thu-truong', { heads: [] }),
];
const DUE_DAYS = daysFrom('2019-09-10', '2019-11-15');
const ALL_DAYS = daysFrom(FIRST_DAY, LAST_DAY);
/** Half of the answers come while the ladders are climbed. */
const BUSY_DAYS = daysFrom('2019-09-03', '2019-11-20');

/** Superiors are told after the date only, as schedules must have it. */
const ladders = fc
  .dictionary(
    fc.integer({ min: -20, max: 20 }).map(String),
    fc.subarray(['office', 'head', 'followUp', 'authority'], { minLength: 1 }),
    { minKeys: 2, maxKeys: 7, noNullPrototype: true },
  )
  .map((rungs) =>
    Object.fromEntries(
      Object.entries(rungs).map(([offset, to]) => {
        const allowed = to.filter((one) => Number(offset) > 0 || one === 'office' || one === 'head');
        return [offset, allowed.length === 0 ? 'office' : allowed.join(' ')];
      }),
    ),
  );

/** The plain week with some of its days off and some of its weekends worked. */
const calendars = fc
  .array(fc.constantFrom(...daysFrom('2019-07-01', '2020-03-31')), { maxLength: 60 })
  .map((turned) => {
    const off = new Set(turned.filter((day) => !isWeekend(day)));
    const work = new Set(turned.filter(isWeekend));
    return { ...CALENDAR, ...countedCalendar({ firstYear: 2018, lastYear: 2021 }, { off, work }) };
  });

/** One or two duties, each of four kinds of units, on a random ladder and calendar. */
export const schedules = fc
  .record({
    ladder: ladders,
    calendar: calendars,
    days: fc.array(fc.constantFrom(...DUE_DAYS), { minLength: 1, maxLength: 2 }),
  })
  .map(({ ladder, calendar, days }) =>
    scheduleOf({
      ladder,
      calendar,
      units: UNITS,
      duties: days.map((day, index) => duty(`N${index}`, `đến hết ngày ${shortDate(day)}`, LEADS)),
    }),
  );

/** Most of the days, with holes of up to three weeks in which nothing runs; each day has one planning at some hour. */
export const lives = fc
  .record({
    outages: fc.array(
      fc.record({ from: fc.nat({ max: ALL_DAYS.length }), length: fc.integer({ min: 1, max: 21 }) }),
      { maxLength: 4 },
    ),
    times: fc.array(fc.constantFrom('00:00', '00:00', '07:30', '16:59', '17:00', '23:59'), {
      minLength: 1,
      maxLength: 9,
    }),
  })
  .map(({ outages, times }) =>
    ALL_DAYS.filter(
      (_, index) => !outages.some(({ from, length }) => from <= index && index < from + length),
    ).map<LivedDay>((day, index) => ({ day, time: times[index % times.length] ?? '00:00' })),
  );

const KINDS: Answer['kind'][] = [
  ...(['received', 'progress', 'done', 'done', 'asked', 'not-ours', 'not-ours'] as const),
  ...(['accepted', 'returned', 'returned', 'extended', 'refused', 'kept'] as const),
  ...(['paused', 'paused', 'resumed', 'withdrawn', 'reinstated', 'unextended', 'unaccepted'] as const),
];

export const answers = fc
  .array(
    fc.record({
      day: fc.oneof(fc.constantFrom(...BUSY_DAYS), fc.constantFrom(...ALL_DAYS)),
      time: fc.constantFrom('07:00', '09:00', '16:59', '20:00'),
      deadline: fc.nat({ max: 7 }),
      kind: fc.constantFrom(...KINDS),
      days: fc.integer({ min: 1, max: 120 }),
    }),
    { maxLength: 40, size: 'max' },
  )
  .map((given): GivenAnswer[] => given.toSorted((a, b) => (a.day + a.time < b.day + b.time ? -1 : 1)));
