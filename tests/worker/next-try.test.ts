import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, instantAt, localDate, localStamp, localTime } from '../../src/calendar/dates.ts';
import type { WorkingCalendar } from '../../src/calendar/working-calendar.ts';
import { loadCalendar } from '../../src/schedule/load-schedules.ts';
import { nextTry } from '../../src/worker/next-try.ts';
import { ROOT } from '../support/run-dondoc.ts';

const HOURS = { at: '07:30', until: '17:00' };

let calendar: WorkingCalendar;
beforeAll(async () => {
  const loaded = await loadCalendar(join(ROOT, 'schedules'));
  if (!loaded.ok) throw new Error('The shipped calendar is wrong');
  calendar = loaded.calendar;
});

/** When a letter of `day` is tried again whose try number `attempt` failed at `time` of `today`. */
function again(attempt: number, day: string, time: string, today = day): string | undefined {
  const letter = { slot: instantAt(day, HOURS.at), attempt };
  const next = nextTry(letter, instantAt(today, time), HOURS, calendar);
  return next && localStamp(next).slice(0, 16);
}

/** All tries of a letter whose every try fails at once. */
function allTries(day: string): Date[] {
  const tries = [instantAt(day, HOURS.at)];
  for (;;) {
    const now = tries.at(-1) as Date;
    const next = nextTry({ slot: tries[0] as Date, attempt: tries.length }, now, HOURS, calendar);
    if (next === undefined) return tries;
    tries.push(next);
  }
}

describe('the next try of a letter', () => {
  it('comes after one minute, and twice as long after each further failure', () => {
    expect([1, 2, 3, 4, 5, 6].map((attempt) => again(attempt, '2019-10-14', '07:30'))).toEqual([
      '2019-10-14T07:31',
      '2019-10-14T07:32',
      '2019-10-14T07:34',
      '2019-10-14T07:38',
      '2019-10-14T07:46',
      '2019-10-14T08:02',
    ]);
  });

  it('never lets more than four hours pass inside the sending window', () => {
    expect(again(9, '2019-10-14', '07:30')).toBe('2019-10-14T11:30');
    expect(again(500, '2019-10-14', '07:30')).toBe('2019-10-14T11:30');
  });

  it('waits for the next morning when the window would be closed', () => {
    expect(again(1, '2019-10-14', '16:58')).toBe('2019-10-14T16:59');
    expect(again(1, '2019-10-14', '16:59')).toBe('2019-10-15T07:30');
    expect(again(9, '2019-10-14', '13:30')).toBe('2019-10-15T07:30');
  });

  it('skips a weekend, but not a worked Saturday', () => {
    expect(again(9, '2019-10-11', '15:00')).toBe('2019-10-14T07:30');
    expect(again(9, '2019-05-03', '15:00')).toBe('2019-05-04T07:30');
  });

  it('does not come any more when three working days after the letter’s own day are over', () => {
    expect(again(20, '2019-10-14', '11:00', '2019-10-17')).toBe('2019-10-17T15:00');
    expect(again(20, '2019-10-14', '13:00', '2019-10-17')).toBeUndefined();
  });

  it('does not count Tết among the three working days', () => {
    expect(again(20, '2020-01-22', '15:00')).toBe('2020-01-30T07:30');
    expect(localDate(allTries('2020-01-22').at(-1) as Date)).toBe('2020-02-03');
  });

  it('is always inside the window of a working day, moves forward, and ends, whatever the day', () => {
    for (let day = '2019-12-20'; day <= '2020-03-01'; day = addDays(day, 1)) {
      if (!calendar.isWorkingDay(day)) continue;
      const tries = allTries(day);
      for (const [index, instant] of tries.entries()) {
        expect(calendar.isWorkingDay(localDate(instant))).toBe(true);
        expect(localTime(instant) >= HOURS.at && localTime(instant) < HOURS.until).toBe(true);
        if (index > 0) expect(instant > (tries[index - 1] as Date)).toBe(true);
      }
      expect(calendar.workingDaysBetween(day, localDate(tries.at(-1) as Date))).toBe(3);
    }
  });
});
