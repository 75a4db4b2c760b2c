import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../src/calendar/calendar.ts';
import { countedCalendar } from '../../src/calendar/counted-calendar.ts';
import { daysFrom, isWeekend } from '../../src/calendar/dates.ts';
import { shortDate } from '../../src/calendar/wording.ts';
import { kindOn } from '../../src/plan/notices.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { CALENDAR, duty, planAt, scheduleOf, unit } from '../support/schedules.ts';
import { live, type LivedDay } from './live.ts';

const FIRST_DAY = '2019-09-02';
const LAST_DAY = '2020-02-28';
const DUE_DAYS = daysFrom('2019-09-03', '2019-11-15');
const LEADS = ['so-thuong', 'co-quan-duoc-de-nghi', 'co-quan-khong-thu-truong'];
const UNITS = [
  unit('co-quan-duoc-de-nghi', { requested: true }),
  unit('co-quan-khong-thu-truong', { heads: [] }),
];

const ladders = fc.dictionary(
  fc.integer({ min: -25, max: 25 }).map(String),
  fc.subarray(['office', 'head', 'followUp', 'authority'], { minLength: 1 }).map((to) => to.join(' ')),
  { minKeys: 1, maxKeys: 7, noNullPrototype: true },
);

/** The plain week with some of its days off and some of its weekends worked. */
const calendars = fc
  .array(fc.constantFrom(...daysFrom('2019-07-01', '2020-03-31')), { maxLength: 60 })
  .map(calendarOf);

/** Days on which the system ran, the last of them long after everything was due, each with one planning at some hour. */
const lives = fc
  .record({
    days: fc.subarray(daysFrom(FIRST_DAY, '2020-01-31'), { minLength: 0 }),
    times: fc.array(fc.constantFrom('00:00', '07:30', '16:59', '17:00', '23:59'), {
      minLength: 1,
      maxLength: 9,
    }),
  })
  .map(({ days, times }) =>
    [FIRST_DAY, ...days.filter((day) => day !== FIRST_DAY), LAST_DAY].map<LivedDay>((day, index) => ({
      day,
      time: times[index % times.length] ?? '00:00',
    })),
  );

const schedules = fc
  .record({
    ladder: ladders,
    calendar: calendars,
    days: fc.array(fc.constantFrom(...DUE_DAYS), { minLength: 1, maxLength: 3 }),
  })
  .map(({ ladder, calendar, days }) =>
    scheduleOf({
      ladder,
      calendar,
      units: UNITS,
      duties: days.map((day, index) => duty(`N${index}`, `đến hết ngày ${shortDate(day)}`, LEADS)),
    }),
  );

function calendarOf(turned: string[]): Calendar {
  const off = new Set(turned.filter((day) => !isWeekend(day)));
  const work = new Set(turned.filter(isWeekend));
  return { ...CALENDAR, ...countedCalendar({ firstYear: 2018, lastYear: 2021 }, { off, work }) };
}

/** Every notice that this schedule has to account for, worked out apart from the planner. */
function everyNotice({ folders }: Schedule): string[] {
  return folders.flatMap(({ plans }) =>
    plans.flatMap(({ id, obligations }) =>
      obligations.flatMap(({ id: obligation, leads, ladder, rule }) =>
        leads.flatMap((lead) =>
          ladder.rungs
            .filter(({ offset }) => lead !== 'co-quan-duoc-de-nghi' || offset <= 0)
            .flatMap(({ id: rung, to }) =>
              to.map((addressee) => {
                const period = rule.kind === 'once' ? rule.period : '';
                return `${id}/${obligation}/${lead}/${period}#${rung}@${addressee}`;
              }),
            ),
        ),
      ),
    ),
  );
}

const RUNS = { numRuns: 25 };

describe('whatever the ladder, the days off and the outages', { timeout: 120_000 }, () => {
  it('every notice is either said or skipped, once, and what is skipped has a reason', () => {
    fc.assert(
      fc.property(schedules, lives, (schedule, days) => {
        const { said, skipped } = live(schedule, days);
        const accounted = [...said, ...skipped].map(({ id }) => id).sort();
        expect(accounted).toEqual(everyNotice(schedule).sort());
        expect(skipped.filter(({ reason }) => reason === '')).toEqual([]);
      }),
      RUNS,
    );
  });

  it('a letter leaves only on a working day on which the system ran, never before its rung, and speaks of that day', () => {
    fc.assert(
      fc.property(schedules, lives, (schedule, days) => {
        const aims = new Map(
          planAt(schedule, LAST_DAY, { state: { lastPlanned: FIRST_DAY } }).deadlines.map((one) => [
            one.id,
            one.aim,
          ]),
        );
        const ran = new Set(days.map(({ day }) => day));
        for (const { day, planned, kind, deadline, addressee } of live(schedule, days).said) {
          expect(schedule.calendar.isWorkingDay(day)).toBe(true);
          expect(ran.has(day)).toBe(true);
          expect(day >= planned).toBe(true);
          expect(kind).toBe(kindOn(day, aims.get(deadline) ?? '', addressee));
        }
      }),
      RUNS,
    );
  });

  it('an addressee hears of a deadline in the order of the ladder, at most once a day', () => {
    fc.assert(
      fc.property(schedules, lives, (schedule, days) => {
        const heard = new Map<string, { day: string; order: number }>();
        for (const { deadline, addressee, day, order } of live(schedule, days).said) {
          const key = `${deadline}@${addressee}`;
          const before = heard.get(key);
          if (before !== undefined) {
            expect(day > before.day).toBe(true);
            expect(order).toBeGreaterThan(before.order);
          }
          heard.set(key, { day, order });
        }
      }),
      RUNS,
    );
  });

  it('a requested body hears nothing after the date', () => {
    fc.assert(
      fc.property(schedules, lives, (schedule, days) => {
        for (const { deadline, day } of live(schedule, days).said) {
          const [, , lead, nominal = ''] = deadline.split('/');
          if (lead === 'co-quan-duoc-de-nghi') expect(day <= nominal).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('a mailbox gets at most one letter of each kind a day', () => {
    fc.assert(
      fc.property(schedules, lives, (schedule, days) => {
        const keys = live(schedule, days).letters.map(
          ({ mailbox, kind, day }) => `${mailbox} ${kind} ${day}`,
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
      RUNS,
    );
  });

  it('planning the same again gives the same, and planning later gives the letters to come the same ids', () => {
    fc.assert(
      fc.property(schedules, fc.constantFrom(...DUE_DAYS), (schedule, day) => {
        expect(planAt(schedule, day)).toEqual(planAt(schedule, day));
        const horizon = '2019-12-31';
        const early = new Map(
          planAt(schedule, day, { time: '00:00', horizon }).letters.map((one) => [one.id, one]),
        );
        for (const letter of planAt(schedule, day, { time: '23:00', horizon }).letters) {
          const isUntouched = letter.notices.every(({ planned, day: sent }) => planned === sent);
          if (isUntouched && letter.day > schedule.calendar.nextWorkingDay(day))
            expect(early.get(letter.id)).toEqual(letter);
        }
      }),
      RUNS,
    );
  });
});
