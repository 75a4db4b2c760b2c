import { expect, it } from 'vitest';
import { monthOfYear } from '../../src/calendar/wording.ts';

it.each([
  ['2020-01-31', 'tháng 01 năm 2020'],
  ['2020-02-20', 'tháng 02 năm 2020'],
  ['2019-03-01', 'tháng 3 năm 2019'],
  ['2019-10-21', 'tháng 10 năm 2019'],
])('the month of %s in the head of a document is "%s"', (date, words) => {
  expect(monthOfYear(date)).toBe(words);
});
