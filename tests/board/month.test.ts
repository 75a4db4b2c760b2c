import { describe, expect, it } from 'vitest';
import { otherMonth, readMonth, weeksOf } from '../../src/board/month.ts';
import { CALENDAR } from '../support/schedules.ts';

describe('a month', () => {
  it('has whole weeks, Monday first, and knows its days off', () => {
    const weeks = weeksOf('2019-09', [], CALENDAR);
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
    expect(weeks[0]?.map(({ day }) => day).at(0)).toBe('2019-08-26');
    expect(weeks.at(-1)?.at(-1)?.day).toBe('2019-10-06');
    const days = new Map(weeks.flat().map((day) => [day.day, day]));
    expect(days.get('2019-09-02')).toMatchObject({
      isOff: true,
      name: expect.stringContaining('Quốc khánh') as string,
    });
    expect(days.get('2019-09-03')).toMatchObject({ isOff: false, isInside: true, name: undefined });
    expect(days.get('2019-09-07')).toMatchObject({ isOff: true, name: undefined });
    expect(days.get('2019-10-01')?.isInside).toBe(false);
  });

  it.each([
    ['2019-10', 1, '2019-11'],
    ['2019-12', 1, '2020-01'],
    ['2019-01', -1, '2018-12'],
  ])('%s moved by %i is %s', (month, by, other) => expect(otherMonth(month, by)).toBe(other));

  it.each(['', '2019', '2019-13', '2019-1', '0000-01', '2019-10-01', '../../etc'])(
    'refuses to read “%s”',
    (text) => expect(readMonth(text)).toBeUndefined(),
  );
});
