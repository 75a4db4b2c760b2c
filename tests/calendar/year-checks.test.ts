import { describe, expect, it } from 'vitest';
import { checkYear, checkYears } from '../../src/calendar/year-checks.ts';
import type { VnYear } from '../../src/calendar/year-file.ts';
import { officialYear, officialYears } from './official-years.ts';

/** The shipped file of `year` after `spoil` has been at it. */
function spoiled(year: number, spoil: (file: VnYear) => void): VnYear {
  const file = officialYear(year);
  spoil(file);
  return file;
}

/** The shipped files with the one of `year` spoiled. */
function allSpoiled(year: number, spoil: (file: VnYear) => void): VnYear[] {
  return officialYears().map((file) => (file.year === year ? spoiled(year, spoil) : file));
}

const without = (date: string) => (file: VnYear) => {
  file.off = file.off.filter((day) => day.date !== date);
  file.work = file.work.filter((day) => day.date !== date);
};

describe('the checks of one year', () => {
  it('find a date that is listed twice', () => {
    const file = spoiled(2019, ({ off }) =>
      off.push({ date: '2019-01-01', kind: 'le', name: 'Tết Dương lịch' }),
    );
    expect(checkYear(file)).toEqual([
      { path: ['off', 11, 'date'], message: 'ngày 01/01/2019 được ghi hai lần' },
    ]);
  });

  it('find a date that is both off and worked', () => {
    const file = spoiled(2019, ({ off }) =>
      off.push({ date: '2019-01-05', kind: 'dia_phuong', name: 'Bão' }),
    );
    expect(checkYear(file)).toEqual([
      { path: ['work', 0, 'date'], message: 'ngày 05/01/2019 vừa là ngày nghỉ vừa là ngày đi làm bù' },
    ]);
  });

  it('find a swapped day off that is a weekend anyway', () => {
    const file = spoiled(2020, ({ off }) =>
      off.push({ date: '2020-06-06', kind: 'hoan_doi', name: 'Hoán đổi', pairedWith: '2020-06-13' }),
    );
    expect(checkYear(file)).toEqual([
      {
        path: ['off', 10, 'date'],
        message: 'thứ Bảy, 06/06/2020 vốn là ngày nghỉ hằng tuần, không thể là ngày nghỉ hoán đổi',
      },
    ]);
  });

  it('find a swapped day off that does not say when it is worked', () => {
    const file = spoiled(2020, ({ off }) =>
      off.push({ date: '2020-06-05', kind: 'hoan_doi', name: 'Hoán đổi' }),
    );
    expect(checkYear(file)).toEqual([
      {
        path: ['off', 10],
        message: 'ngày nghỉ hoán đổi 05/06/2020 phải ghi ngày đi làm bù ở mục pairedWith',
      },
    ]);
  });

  it('find a worked day that is no weekend', () => {
    const file = spoiled(2019, ({ work }) => (work[1]!.date = '2019-05-06'));
    expect(checkYear(file)).toEqual([
      {
        path: ['work', 1, 'date'],
        message: 'thứ Hai, 06/05/2019 vốn là ngày làm việc; ngày đi làm bù phải là thứ Bảy hoặc Chủ nhật',
      },
    ]);
  });

  it('accept a worked Sunday', () => {
    expect(checkYear(spoiled(2019, ({ work }) => (work[1]!.date = '2019-05-05')))).toEqual([]);
  });

  it('find that the first day of Tết is missing', () => {
    const file = spoiled(
      2019,
      ({ off }) => (off.find(({ date }) => date === '2019-02-05')!.date = '2019-02-11'),
    );
    expect(checkYear(file)).toEqual([
      { path: ['off'], message: 'thiếu ngày mùng 1 Tết Nguyên đán (thứ Ba, 05/02/2019)' },
    ]);
  });

  it('find that Tết has four days off instead of five', () => {
    const message =
      'Tết Nguyên đán năm 2023 phải có 05 ngày nghỉ từ thứ Hai đến thứ Sáu quanh ngày 22/01/2023; ' +
      'tệp đang ghi 04 ngày';
    expect(checkYear(spoiled(2023, without('2023-01-26')))).toEqual([{ path: ['off'], message }]);
  });

  it('do not count a local or a swapped day as one of Tết', () => {
    const local = spoiled(
      2023,
      ({ off }) => (off.find(({ date }) => date === '2023-01-26')!.kind = 'dia_phuong'),
    );
    const scoped = spoiled(
      2023,
      ({ off }) => (off.find(({ date }) => date === '2023-01-26')!.scope = ['so-y-te']),
    );
    expect([checkYear(local), checkYear(scoped)].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('do not mind that the weekend of Tết is listed too', () => {
    const file = spoiled(2023, ({ off }) =>
      off.push({ date: '2023-01-22', kind: 'le', name: 'Tết Nguyên đán' }),
    );
    expect(checkYear(file)).toEqual([]);
  });

  it('find that Giỗ Tổ on a weekday is missing', () => {
    expect(checkYear(spoiled(2024, without('2024-04-18')))).toEqual([
      { path: ['off'], message: 'thiếu Ngày Giỗ Tổ Hùng Vương (thứ Năm, 18/04/2024)' },
    ]);
  });

  it('find that Giỗ Tổ on a Sunday is not made up', () => {
    const problem = {
      path: ['off'],
      message:
        'Ngày Giỗ Tổ Hùng Vương rơi vào Chủ nhật, 14/04/2019: ' +
        'thiếu ngày nghỉ bù (kind: bu, pairedWith: 2019-04-14)',
    };
    expect(checkYear(spoiled(2019, without('2019-04-15')))).toEqual([problem]);
    const unpaired = spoiled(2019, ({ off }) => delete off.find(({ kind }) => kind === 'bu')!.pairedWith);
    expect(checkYear(unpaired)).toEqual([problem]);
  });
});

describe('the checks between years', () => {
  it('find a swapped day off that nobody works for', () => {
    expect(checkYears(allSpoiled(2024, without('2024-05-04')))).toEqual([
      {
        year: 2024,
        path: ['off', 7, 'pairedWith'],
        message:
          'ngày nghỉ hoán đổi 29/04/2024: danh sách work năm 2024 chưa có ngày đi làm bù 04/05/2024 cho ngày này',
      },
    ]);
  });

  it('find a worked weekend without its day off', () => {
    expect(checkYears(allSpoiled(2024, without('2024-04-29')))).toEqual([
      {
        year: 2024,
        path: ['work', 0, 'pairedWith'],
        message:
          'ngày đi làm bù 04/05/2024: danh sách off năm 2024 chưa có ngày nghỉ hoán đổi 29/04/2024 cho ngày này',
      },
    ]);
  });

  it('find halves that point past each other', () => {
    const years = allSpoiled(2026, ({ off }) => {
      off.find(({ date }) => date === '2026-01-02')!.pairedWith = '2026-08-22';
    });
    expect(checkYears(years).map(({ path }) => path)).toEqual([
      ['off', 1, 'pairedWith'],
      ['work', 0, 'pairedWith'],
    ]);
  });

  it('do not take a holiday of another kind for the day off of a swap', () => {
    const years = allSpoiled(2025, ({ off }) => {
      off.find(({ date }) => date === '2025-05-02')!.kind = 'bu';
    });
    expect(checkYears(years).map(({ path }) => path)).toEqual([['work', 0, 'pairedWith']]);
  });

  it("follow a swap across New Year into the other year's file", () => {
    expect(checkYears(allSpoiled(2019, without('2019-01-05')))).toMatchObject([
      { year: 2018, path: ['off', 10, 'pairedWith'] },
    ]);
    expect(checkYears(allSpoiled(2018, without('2018-12-31')))).toMatchObject([
      { year: 2019, path: ['work', 0, 'pairedWith'] },
    ]);
  });

  it('ask for a missing year only when it lies between the loaded ones', () => {
    const from2019 = officialYears().filter(({ year }) => year >= 2019);
    expect(checkYears(from2019)).toEqual([]);
    expect(checkYears([officialYear(2018)])).toEqual([]);

    const gap = [...allSpoiled(2018, (file) => (file.off.at(-1)!.pairedWith = '2019-01-05'))].filter(
      ({ year }) => year !== 2019,
    );
    expect(checkYears(gap)).toMatchObject([{ year: 2018, path: ['off', 10, 'pairedWith'] }]);
  });

  it('find a year that is given twice', () => {
    expect(checkYears([officialYear(2020), officialYear(2021), officialYear(2020)])).toEqual([
      { year: 2020, path: ['year'], message: 'năm 2020 đã có ở một tệp khác' },
    ]);
  });
});
