import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/calendar/calendar.ts';
import { isWeekend } from '../../src/calendar/dates.ts';
import { checkYear, checkYears } from '../../src/calendar/year-checks.ts';
import { officialYears } from './official-years.ts';

const years = officialYears();
const calendar = createCalendar(years);

describe('the shipped year files', () => {
  it('cover 2018 to 2026 and are all official', () => {
    expect(years.map(({ year }) => year)).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    expect(years.every(({ status }) => status === 'official')).toBe(true);
  });

  it('pass every check', () => {
    expect(years.flatMap(checkYear)).toEqual([]);
    expect(checkYears(years)).toEqual([]);
  });

  it('list only days off from Monday to Friday, in order', () => {
    for (const { off } of years) {
      const dates = off.map(({ date }) => date);
      expect(dates.filter(isWeekend)).toEqual([]);
      expect(dates).toEqual([...dates].sort());
    }
  });
});

describe('the working days of the official years', () => {
  it.each([
    ['2018-12-31', false],
    ['2019-01-05', true],
    ['2019-04-15', false],
    ['2019-04-29', false],
    ['2019-05-04', true],
    ['2019-06-28', true],
    ['2021-09-03', false],
    ['2022-01-03', false],
    ['2023-09-04', false],
    ['2025-04-26', true],
    ['2025-05-02', false],
    ['2025-11-24', true],
    ['2026-01-10', true],
    ['2026-08-22', true],
    ['2026-08-31', false],
    ['2026-11-23', true],
    ['2026-11-24', false],
    ['2026-11-28', false],
  ])('%s is a working day: %s', (date, worked) => {
    expect(calendar.isWorkingDay(date)).toBe(worked);
  });

  it.each([
    [2018, 250],
    [2019, 252],
    [2020, 252],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 250],
    [2026, 249],
  ])('%i has %i working days', (year, count) => {
    const first = calendar.firstWorkingDayOnOrAfter(`${year}-01-01`);
    expect(calendar.workingDaysBetween(first, `${year}-12-31`) + 1).toBe(count);
  });

  it.each([
    ['2019-06-30', '2019-06-28'],
    ['2019-11-30', '2019-11-29'],
    ['2020-06-20', '2020-06-19'],
    ['2021-01-31', '2021-01-29'],
    ['2022-01-31', '2022-01-28'],
    ['2023-12-30', '2023-12-29'],
    ['2025-01-31', '2025-01-24'],
    ['2025-11-30', '2025-11-28'],
  ])('the last working day on or before %s is %s', (date, expected) => {
    expect(calendar.lastWorkingDayOnOrBefore(date)).toBe(expected);
  });

  it.each([
    ['2019-06-30', '2019-07-01'],
    ['2022-01-31', '2022-02-07'],
    ['2023-12-30', '2024-01-02'],
    ['2025-01-31', '2025-02-03'],
  ])('the first working day on or after %s is %s', (date, expected) => {
    expect(calendar.firstWorkingDayOnOrAfter(date)).toBe(expected);
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
    ['2021-02-08', '2021-02-17', '2021-02-22'],
    ['2025-04-25', '2025-04-28', '2025-05-06'],
    ['2026-08-20', '2026-08-22', '2026-08-26'],
    ['2026-11-20', '2026-11-25', '2026-11-30'],
    ['2026-12-30', '2027-01-04', '2027-01-07'],
  ])('%s plus 02 working days is %s, plus 05 is %s', (date, two, five) => {
    expect([calendar.addWorkingDays(date, 2), calendar.addWorkingDays(date, 5)]).toEqual([two, five]);
  });

  it('counts zero working days as the day itself, or the nearest one behind or ahead', () => {
    expect(calendar.addWorkingDays('2019-05-04', 0)).toBe('2019-05-04');
    expect(calendar.subtractWorkingDays('2019-05-04', 0)).toBe('2019-05-04');
    expect(calendar.addWorkingDays('2019-05-05', 0)).toBe('2019-05-04');
    expect(calendar.subtractWorkingDays('2019-05-05', 0)).toBe('2019-05-06');
  });

  it('steps over Tết strictly before and strictly after a day', () => {
    expect(calendar.previousWorkingDay('2019-02-11')).toBe('2019-02-01');
    expect(calendar.nextWorkingDay('2019-02-01')).toBe('2019-02-11');
    expect(calendar.subtractWorkingDays('2019-02-11', 2)).toBe('2019-01-31');
  });
});

describe('the yearly deadlines of the plan', () => {
  it.each([
    ['A07', '11-30', 2019, '2019-11-29'],
    ['A07', '11-30', 2020, '2020-11-30'],
    ['A07', '11-30', 2021, '2021-11-30'],
    ['A07', '11-30', 2022, '2022-11-30'],
    ['A07', '11-30', 2023, '2023-11-30'],
    ['A07', '11-30', 2024, '2024-11-29'],
    ['A07', '11-30', 2025, '2025-11-28'],
    ['A07', '11-30', 2026, '2026-11-30'],
    ['A08', '01-31', 2020, '2020-01-31'],
    ['A08', '01-31', 2021, '2021-01-29'],
    ['A08', '01-31', 2022, '2022-01-28'],
    ['A08', '01-31', 2023, '2023-01-31'],
    ['A08', '01-31', 2024, '2024-01-31'],
    ['A08', '01-31', 2025, '2025-01-24'],
    ['A08', '01-31', 2026, '2026-01-30'],
    ['A09', '12-30', 2019, '2019-12-30'],
    ['A09', '12-30', 2020, '2020-12-30'],
    ['A09', '12-30', 2021, '2021-12-30'],
    ['A09', '12-30', 2022, '2022-12-30'],
    ['A09', '12-30', 2023, '2023-12-29'],
    ['A09', '12-30', 2024, '2024-12-30'],
    ['A09', '12-30', 2025, '2025-12-30'],
    ['A09', '12-30', 2026, '2026-12-30'],
  ])('%s, due %s in %i, aims at %s', (_clause, day, year, aim) => {
    expect(calendar.lastWorkingDayOnOrBefore(`${year}-${day}`)).toBe(aim);
  });
});
