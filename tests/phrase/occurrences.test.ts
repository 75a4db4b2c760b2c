import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/calendar/calendar.ts';
import { addDays } from '../../src/calendar/dates.ts';
import { UnknownYear } from '../../src/calendar/unknown-year.ts';
import { shortDate } from '../../src/calendar/wording.ts';
import { occurrences, type OccurrenceQuery } from '../../src/phrase/occurrences.ts';
import { readPhrase } from '../../src/phrase/read-phrase.ts';
import { officialYears } from '../calendar/official-years.ts';
import { RECURRING } from './understood.ts';
import { weekdayCalendar } from './weekday-calendar.ts';

const official = createCalendar(officialYears());

function days(phrase: string, query: Partial<OccurrenceQuery> & { from: string }): string[] {
  const reading = readPhrase(phrase);
  if (!reading.ok) throw new Error(reading.error);
  return occurrences(reading.rule, { calendar: weekdayCalendar, ...query }).map(
    ({ period, nominal }) => `${period}=${nominal}`,
  );
}

describe('occurrences', () => {
  it('counts the first day itself', () => {
    expect(days('ngày 15 hằng tháng', { from: '2019-06-15' })).toEqual(['2019-06=2019-06-15']);
    expect(days('ngày 15 hằng tháng', { from: '2019-06-16' })).toEqual(['2019-07=2019-07-15']);
  });

  it('gives the next one when neither a count nor an end is asked for', () => {
    expect(days('hằng quý', { from: '2019-07-01' })).toEqual(['2019-Q3=2019-09-30']);
  });

  it('gives every one up to the end, which is included', () => {
    expect(days('hằng quý', { from: '2019-06-30', to: '2019-12-31' })).toEqual([
      '2019-Q2=2019-06-30',
      '2019-Q3=2019-09-30',
      '2019-Q4=2019-12-31',
    ]);
    expect(days('hằng quý', { from: '2019-07-01', to: '2019-09-29' })).toEqual([]);
  });

  it('stops at the count even before the end', () => {
    expect(days('hằng tháng', { from: '2019-01-01', to: '2019-12-31', count: 2 })).toEqual([
      '2019-01=2019-01-31',
      '2019-02=2019-02-28',
    ]);
  });

  it('gives a single date whatever day is asked from', () => {
    expect(days('trước ngày 15/10/2019', { from: '2025-01-01', to: '2025-12-31' })).toEqual([
      '2019-10-14=2019-10-14',
    ]);
  });

  it('gives nothing for a standing duty, or for an event that has not happened', () => {
    expect(days('thường xuyên', { from: '2019-06-01', count: 4 })).toEqual([]);
    expect(days('05 ngày làm việc kể từ ngày ký', { from: '2019-06-01', count: 4 })).toEqual([]);
  });

  it('ends February on the 29th in leap years only', () => {
    expect(days('trong tháng 02 hằng năm', { from: '2019-01-01', count: 3 })).toEqual([
      '2019=2019-02-28',
      '2020=2020-02-29',
      '2021=2021-02-28',
    ]);
  });

  it('ends a period of months on the corresponding day, else on the last of the month', () => {
    expect(days('01 tháng kể từ ngày ký', { from: '2019-01-01', event: '2019-01-31' })).toEqual([
      '2019-01-31=2019-02-28',
    ]);
    expect(days('03 tháng kể từ ngày ký', { from: '2019-01-01', event: '2019-11-30' })).toEqual([
      '2019-11-30=2020-02-29',
    ]);
  });

  it('labels the weeks around new year by the year of their Thursday', () => {
    expect(days('thứ Hai hằng tuần', { from: '2019-12-23', count: 3 })).toEqual([
      '2019-W52=2019-12-23',
      '2020-W01=2019-12-30',
      '2020-W02=2020-01-06',
    ]);
    expect(days('Chủ nhật hằng tuần', { from: '2021-01-01', count: 1 })).toEqual(['2020-W53=2021-01-03']);
  });

  it.each([
    ['2019-04-11', '2019-04-16', '2019-04-19'],
    ['2019-04-26', '2019-05-03', '2019-05-07'],
    ['2019-05-03', '2019-05-06', '2019-05-09'],
    ['2019-06-14', '2019-06-18', '2019-06-21'],
    ['2019-08-28', '2019-08-30', '2019-09-05'],
    ['2019-08-30', '2019-09-04', '2019-09-09'],
    ['2019-12-27', '2019-12-31', '2020-01-06'],
    ['2020-01-20', '2020-01-22', '2020-02-03'],
    ['2020-01-22', '2020-01-31', '2020-02-05'],
    ['2025-04-25', '2025-04-28', '2025-05-06'],
    ['2026-08-20', '2026-08-22', '2026-08-26'],
  ])('counts 02 and 05 working days from %s by the official calendar', (event, second, fifth) => {
    const query = { from: '2019-01-01', event, calendar: official };
    expect(days('02 ngày làm việc kể từ ngày ký', query)).toEqual([`${event}=${second}`]);
    expect(days('05 ngày làm việc kể từ ngày có quyết định', query)).toEqual([`${event}=${fifth}`]);
    expect(days(`05 ngày làm việc kể từ ngày ${shortDate(event)}`, query)).toEqual([`${fifth}=${fifth}`]);
  });

  it('finds the last working day of the month by the official calendar', () => {
    expect(
      days('ngày làm việc cuối cùng của tháng 01 hằng năm', { from: '2025-01-01', calendar: official }),
    ).toEqual(['2025=2025-01-24']);
  });

  it('finds the first working day of the month by the official calendar', () => {
    expect(
      days('ngày làm việc đầu tiên của tháng', { from: '2019-09-01', count: 2, calendar: official }),
    ).toEqual(['2019-09=2019-09-03', '2019-10=2019-10-01']);
    expect(days('ngày làm việc đầu tiên của tháng', { from: '2019-09-04', calendar: official })).toEqual([
      '2019-10=2019-10-01',
    ]);
  });

  it('guesses the day counted from a day without a calendar as if there were no holidays', () => {
    expect(readPhrase('05 ngày làm việc kể từ ngày 28/8/2019')).toMatchObject({
      rule: { nominal: '2019-09-04', period: '2019-09-04' },
    });
  });

  it('looks no further than the end asked for, so the calendar need not reach beyond it', () => {
    const query = { from: '2035-01-01', to: '2035-12-31', calendar: official };
    expect(days('ngày làm việc cuối cùng của quý', query)).toHaveLength(4);
    expect(days('ngày làm việc cuối cùng của tháng', query)).toHaveLength(12);
    expect(days('ngày làm việc đầu tiên của tháng', query)).toHaveLength(12);
    expect(() => days('ngày làm việc cuối cùng của quý', { ...query, to: '2036-12-31' })).toThrow(
      UnknownYear,
    );
  });

  it('is in order, within bounds, without a double, and does not depend on where one starts', () => {
    const recurring = fc.constantFrom(...RECURRING.map(([phrase]) => phrase));
    fc.assert(
      fc.property(recurring, fc.nat(2000), fc.nat(800), (phrase, start, length) => {
        const from = addDays('2019-01-01', start);
        const to = addDays(from, length);
        const found = days(phrase, { from, to });
        const whole = days(phrase, { from: '2018-06-01', to: '2028-01-01' });
        const within = whole.filter((day) => {
          const [, nominal = ''] = day.split('=');
          return from <= nominal && nominal <= to;
        });
        expect(found).toEqual(within);
        expect(new Set(found).size).toBe(found.length);
        expect(found.map((day) => day.split('=')[1])).toEqual(found.map((day) => day.split('=')[1]).sort());
      }),
    );
  });

  it('gives each period one label', () => {
    for (const [phrase] of RECURRING) {
      const labels = days(phrase, { from: '2019-01-01', count: 60 }).map((day) => day.split('=')[0]);
      expect(new Set(labels).size, phrase).toBe(60);
    }
  });
});
