import { getSolarDate } from '@dqcai/vn-lunar';
import { expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/dates.ts';
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, lunarDays } from '../../src/calendar/lunar-days.ts';

// The package's declarations do not resolve under NodeNext.
const toSolar = getSolarDate as (
  day: number,
  month: number,
  year: number,
) => Record<'day' | 'month' | 'year', number>;
const years = Array.from({ length: LAST_LUNAR_YEAR - FIRST_LUNAR_YEAR + 1 }, (_, n) => FIRST_LUNAR_YEAR + n);

it('reaches from 2018 to 2035 and no further', () => {
  expect([FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR]).toEqual([2018, 2035]);
  expect([lunarDays(2017), lunarDays(2036)]).toEqual([undefined, undefined]);
});

it.each(years)('agrees with an independent lunar calendar in %i', (year) => {
  expect(lunarDays(year)).toEqual({
    newYear: solarDate(1, 1, year),
    hungKings: solarDate(10, 3, year),
  });
});

function solarDate(day: number, month: number, year: number) {
  const solar = toSolar(day, month, year);
  return isoDate(solar.year, solar.month, solar.day);
}
