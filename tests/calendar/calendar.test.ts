import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/calendar/calendar.ts';
import { UnknownYear } from '../../src/calendar/unknown-year.ts';
import { officialYear, officialYears } from './official-years.ts';

const calendar = createCalendar(officialYears());

describe('the known years', () => {
  it('reach from the earliest file to the end of the lunar table', () => {
    expect([calendar.firstYear, calendar.lastYear]).toEqual([2018, 2035]);
    const days = ['2017-12-31', '2018-01-01', '2035-12-31', '2036-01-01'];
    expect(days.map((day) => calendar.covers(day))).toEqual([false, true, true, false]);
  });

  it('are official where there is a file and provisional elsewhere', () => {
    expect([calendar.statusOf(2026), calendar.statusOf(2027)]).toEqual(['official', 'provisional']);
    expect([calendar.isOfficial('2026-12-31'), calendar.isOfficial('2027-01-01')]).toEqual([true, false]);
    expect(calendar.year(2019)).toEqual(officialYear(2019));
    expect(calendar.isWorkingDay('2027-05-03')).toBe(false);
  });

  it('fill a year between two files by rule', () => {
    const sparse = createCalendar([officialYear(2019), officialYear(2021)]);
    expect([2019, 2020, 2021].map((year) => sparse.statusOf(year))).toEqual([
      'official',
      'provisional',
      'official',
    ]);
    expect(sparse.firstYear).toBe(2019);
    expect(sparse.isWorkingDay('2020-01-29')).toBe(false);
  });

  it('are all provisional when there is no file', () => {
    const bare = createCalendar([]);
    expect([bare.firstYear, bare.statusOf(2018)]).toEqual([2018, 'provisional']);
    expect(bare.isWorkingDay('2019-04-29')).toBe(true);
  });

  it('take the rule about Culture Day', () => {
    expect(calendar.isWorkingDay('2029-11-26')).toBe(true);
    expect(createCalendar([], { makeUpCultureDay: true }).isWorkingDay('2029-11-26')).toBe(false);
  });
});

describe('a day outside the known years', () => {
  it('is refused with the year and a message for the officer', () => {
    const error = caught(() => calendar.year(2036));
    expect(error).toBeInstanceOf(UnknownYear);
    expect(error).toMatchObject({
      year: 2036,
      message: 'Chưa có lịch làm việc năm 2036; lịch hiện có từ năm 2018 đến năm 2035',
    });
  });

  it.each([
    ['asks about it', 2036, () => calendar.isWorkingDay('2036-01-01')],
    ['counts into it', 2036, () => calendar.addWorkingDays('2035-12-28', 5)],
    ['looks for the next working day in it', 2036, () => calendar.nextWorkingDay('2035-12-31')],
    ['counts back into it', 2017, () => calendar.subtractWorkingDays('2018-01-02', 1)],
    ['looks for the previous working day in it', 2017, () => calendar.previousWorkingDay('2018-01-02')],
    ['looks on or before a day off', 2017, () => calendar.lastWorkingDayOnOrBefore('2018-01-01')],
    ['counts from it', 2017, () => calendar.workingDaysBetween('2017-12-31', '2018-01-02')],
    ['asks whether it is official', 2036, () => calendar.isOfficial('2036-01-01')],
  ])('is refused when somebody %s', (_what, year, ask) => {
    expect(caught(ask)).toMatchObject({ name: 'UnknownYear', year });
  });

  it('is told apart from a day that does not exist', () => {
    expect(() => calendar.isWorkingDay('2019-02-29')).toThrow(RangeError);
  });
});

describe('why a day is off or worked', () => {
  it('is told for a weekday off', () => {
    expect(calendar.dayOff('2019-04-15')).toMatchObject({
      kind: 'bu',
      name: 'Nghỉ bù Ngày Giỗ Tổ Hùng Vương',
    });
    expect(calendar.dayOff('2019-04-29')).toMatchObject({ kind: 'hoan_doi' });
  });

  it('is told for a worked Saturday', () => {
    expect(calendar.workedWeekend('2019-05-04')).toMatchObject({
      name: 'Đi làm bù cho ngày 29/04/2019',
      pairedWith: '2019-04-29',
    });
  });

  it('is not told for plain days, nor for a weekend that a file lists among the days off', () => {
    const file = officialYear(2019);
    file.off.push({ date: '2019-04-14', kind: 'le', name: 'Ngày Giỗ Tổ Hùng Vương' });
    expect(createCalendar([file]).dayOff('2019-04-14')).toBeUndefined();
    expect(calendar.dayOff('2019-04-16')).toBeUndefined();
    expect(calendar.workedWeekend('2019-05-11')).toBeUndefined();
  });
});

describe('a swap across New Year', () => {
  it('is worked in the first week of 2019 for the last day of 2018', () => {
    expect(calendar.nextWorkingDay('2018-12-28')).toBe('2019-01-02');
    expect(calendar.addWorkingDays('2019-01-04', 1)).toBe('2019-01-05');
  });

  it('holds before the notice of the second year is out', () => {
    const only2018 = createCalendar([officialYear(2018)]);
    expect(only2018.statusOf(2019)).toBe('provisional');
    expect(only2018.isWorkingDay('2019-01-05')).toBe(true);
    expect(only2018.workedWeekend('2019-01-05')?.name).toBe('Đi làm bù cho ngày 31/12/2018');
  });

  it('holds when only the second year has a file', () => {
    const early = officialYear(2018);
    const late = officialYear(2020);
    late.work.push({ date: '2020-01-04', pairedWith: '2019-12-31', name: 'Đi làm bù cho ngày 31/12/2019' });
    const sparse = createCalendar([early, late]);
    expect(sparse.dayOff('2019-12-31')).toMatchObject({ kind: 'hoan_doi' });
    const dates = sparse.year(2019).off.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
  });
});

describe('a day with a scope', () => {
  const file = officialYear(2020);
  file.off.push({
    date: '2020-10-28',
    kind: 'dia_phuong',
    name: 'Nghỉ phòng, chống bão số 9',
    scope: ['huyen-kon-plong', 'huyen-tu-mo-rong'],
  });
  file.off.push({ date: '2020-10-29', kind: 'dia_phuong', name: 'Nghỉ phòng, chống bão số 9', scope: [] });
  const stormy = createCalendar([file]);

  it('counts only for the units it names', () => {
    const units = ['huyen-kon-plong', 'huyen-tu-mo-rong', 'so-tu-phap'];
    expect(units.map((unit) => stormy.forUnit(unit).isWorkingDay('2020-10-28'))).toEqual([
      false,
      false,
      true,
    ]);
    expect(stormy.isWorkingDay('2020-10-28')).toBe(true);
    expect(stormy.dayOff('2020-10-28')).toBeUndefined();
  });

  it('counts for everybody when the scope is empty', () => {
    expect(stormy.isWorkingDay('2020-10-29')).toBe(false);
    expect(stormy.forUnit('huyen-kon-plong').isWorkingDay('2020-10-29')).toBe(false);
    expect(stormy.dayOff('2020-10-29')).toMatchObject({ kind: 'dia_phuong' });
  });

  it('leaves every other unit on the one shared calendar', () => {
    expect(stormy.forUnit('so-tu-phap')).toBe(stormy.forUnit('so-y-te'));
    expect(stormy.forUnit('huyen-kon-plong')).not.toBe(stormy.forUnit('so-y-te'));
  });

  it("moves the unit's counts", () => {
    expect(stormy.addWorkingDays('2020-10-27', 1)).toBe('2020-10-28');
    expect(stormy.forUnit('huyen-kon-plong').addWorkingDays('2020-10-27', 1)).toBe('2020-10-30');
  });
});

function caught(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (error) {
    return error;
  }
}
