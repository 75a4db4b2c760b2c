import { expect, test } from 'vitest';
import { isIsoDate, isoDate } from '../../src/calendar/dates.ts';

test.each(['2019-10-14', '2020-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (text) => {
  expect(isIsoDate(text)).toBe(true);
});

test.each([
  '2019-02-29',
  '2019-13-01',
  '0000-01-01',
  '2019-1-1',
  '2019-10-14T00:00',
  '12019-01-01',
  ' 2019-10-14',
  '',
])('“%s” is none', (text) => {
  expect(isIsoDate(text)).toBe(false);
});

test('a day is put together only when there is one', () => {
  expect(isoDate(2020, 2, 29)).toBe('2020-02-29');
  expect(isoDate(2019, 2, 29)).toBeUndefined();
  expect(isoDate(0, 1, 1)).toBeUndefined();
});
