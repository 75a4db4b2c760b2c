import { describe, expect, it } from 'vitest';
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR } from '../../src/calendar/lunar-days.ts';
import { provisionalYear } from '../../src/calendar/provisional-year.ts';
import { UnknownYear } from '../../src/calendar/unknown-year.ts';
import { checkYear } from '../../src/calendar/year-checks.ts';
import { yearFileSchema, type VnYear } from '../../src/calendar/year-file.ts';
import { officialYears } from './official-years.ts';

const datesOf = ({ off }: VnYear) => off.map(({ date }) => date);
const lunarYears = Array.from(
  { length: LAST_LUNAR_YEAR - FIRST_LUNAR_YEAR + 1 },
  (_, n) => FIRST_LUNAR_YEAR + n,
);

describe('the rule for a year without a notice', () => {
  it.each(officialYears())('gives every day off of $year but the swapped ones', (official) => {
    const statutory = official.off.filter(({ kind }) => kind !== 'hoan_doi').map(({ date }) => date);
    expect(datesOf(provisionalYear(official.year))).toEqual(statutory);
  });

  it('places the days off of 2027', () => {
    expect(datesOf(provisionalYear(2027))).toEqual([
      '2027-01-01',
      '2027-02-04',
      '2027-02-05',
      '2027-02-08',
      '2027-02-09',
      '2027-02-10',
      '2027-04-16',
      '2027-04-30',
      '2027-05-03',
      '2027-09-02',
      '2027-09-03',
      '2027-11-24',
    ]);
  });

  it('places the days off of 2028', () => {
    expect(datesOf(provisionalYear(2028))).toEqual([
      '2028-01-03',
      '2028-01-24',
      '2028-01-25',
      '2028-01-26',
      '2028-01-27',
      '2028-01-28',
      '2028-04-04',
      '2028-05-01',
      '2028-05-02',
      '2028-09-01',
      '2028-09-04',
      '2028-11-24',
    ]);
  });

  it('chains make-up days and says which holiday each one stands for', () => {
    const madeUp = provisionalYear(2022).off.filter(({ date }) => date.startsWith('2022-05'));
    expect(madeUp).toEqual([
      { date: '2022-05-02', kind: 'bu', name: 'Nghỉ bù Ngày Chiến thắng', pairedWith: '2022-04-30' },
      { date: '2022-05-03', kind: 'bu', name: 'Nghỉ bù Ngày Quốc tế lao động', pairedWith: '2022-05-01' },
    ]);
  });

  it('gives National Day a second day only from 2021', () => {
    const nextTo = (year: number) => provisionalYear(year).off.filter(({ kind }) => kind === 'lien_ke');
    expect(nextTo(2020)).toEqual([]);
    expect(nextTo(2021).map(({ date }) => date)).toEqual(['2021-09-03']);
  });

  it('puts the second day after a National Day on Sunday, and makes the Sunday up after both', () => {
    const september = provisionalYear(2029).off.filter(({ date }) => date.startsWith('2029-09'));
    expect(september).toMatchObject([
      { date: '2029-09-03', kind: 'lien_ke' },
      { date: '2029-09-04', kind: 'bu', pairedWith: '2029-09-02' },
    ]);
  });

  it('makes up Culture Day on a weekend only when told to', () => {
    const november = (makeUpCultureDay?: boolean) =>
      datesOf(provisionalYear(2029, { makeUpCultureDay })).filter((date) => date.startsWith('2029-11'));
    expect(november()).toEqual([]);
    expect(november(true)).toEqual(['2029-11-26']);
  });

  it.each(lunarYears)('makes a year file without faults for %i', (year) => {
    const computed = provisionalYear(year);
    expect(computed.status).toBe('provisional');
    expect(yearFileSchema.safeParse(computed).success).toBe(true);
    expect(checkYear(computed)).toEqual([]);
  });

  it('refuses a year outside the lunar table', () => {
    expect(() => provisionalYear(2036)).toThrow(UnknownYear);
  });
});
