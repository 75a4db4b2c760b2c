import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/calendar/calendar.ts';
import { addDays, daysBetween, daysFrom } from '../../src/calendar/dates.ts';
import { officialYears } from './official-years.ts';

const calendar = createCalendar(officialYears());
const days = daysFrom('2018-06-01', '2035-06-30');
const date = fc.constantFrom(...days);
const workingDay = fc.constantFrom(...days.filter((day) => calendar.isWorkingDay(day)));
const count = fc.integer({ min: 1, max: 40 });

describe('counting in working days', () => {
  it('comes back to the same working day after adding and subtracting', () => {
    fc.assert(
      fc.property(workingDay, count, (day, n) => {
        expect(calendar.subtractWorkingDays(calendar.addWorkingDays(day, n), n)).toBe(day);
        expect(calendar.addWorkingDays(calendar.subtractWorkingDays(day, n), n)).toBe(day);
      }),
    );
  });

  it('comes back to the same working day after next and previous', () => {
    fc.assert(
      fc.property(workingDay, (day) => {
        expect(calendar.previousWorkingDay(calendar.nextWorkingDay(day))).toBe(day);
        expect(calendar.nextWorkingDay(calendar.previousWorkingDay(day))).toBe(day);
      }),
    );
  });

  it('never overtakes: a later start gives no earlier end, one more day a later one', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 60 }), count, (day, later, n) => {
        expect(calendar.addWorkingDays(addDays(day, later), n) >= calendar.addWorkingDays(day, n)).toBe(true);
        expect(calendar.addWorkingDays(day, n + 1) > calendar.addWorkingDays(day, n)).toBe(true);
      }),
    );
  });

  it('finds n working days up to the n-th one', () => {
    fc.assert(
      fc.property(date, count, (day, n) => {
        expect(calendar.workingDaysBetween(day, calendar.addWorkingDays(day, n))).toBe(n);
      }),
    );
  });

  it('gives the negative count backwards', () => {
    fc.assert(
      fc.property(date, date, (from, to) => {
        expect(calendar.workingDaysBetween(from, to) + calendar.workingDaysBetween(to, from)).toBe(0);
      }),
    );
  });

  it('agrees with walking from day to day', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -90, max: 90 }), (from, span) => {
        const to = addDays(from, span);
        const [start, end] = span < 0 ? [to, from] : [from, to];
        const walked = daysFrom(addDays(start, 1), end).filter((day) => calendar.isWorkingDay(day)).length;
        expect(Math.abs(calendar.workingDaysBetween(from, to))).toBe(walked);
      }),
    );
  });

  it('lands on the nearest working day on either side', () => {
    fc.assert(
      fc.property(date, (day) => {
        const last = calendar.lastWorkingDayOnOrBefore(day);
        const first = calendar.firstWorkingDayOnOrAfter(day);
        const between = daysFrom(last, first).filter((other) => calendar.isWorkingDay(other));
        expect(last <= day && day <= first).toBe(true);
        expect(between).toEqual(last === first ? [day] : [last, first]);
      }),
    );
  });

  it('counts zero days as the nearest working day', () => {
    fc.assert(
      fc.property(date, (day) => {
        expect(calendar.addWorkingDays(day, 0)).toBe(calendar.lastWorkingDayOnOrBefore(day));
        expect(calendar.subtractWorkingDays(day, 0)).toBe(calendar.firstWorkingDayOnOrAfter(day));
      }),
    );
  });
});

it('lists every day once, across leap years', () => {
  expect(days).toHaveLength(daysBetween('2018-06-01', '2035-06-30') + 1);
  expect(days.slice(0, -1).map((day) => addDays(day, 1))).toEqual(days.slice(1));
  expect(days).toContain('2020-02-29');
});
