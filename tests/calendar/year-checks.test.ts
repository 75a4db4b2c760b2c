import { describe, expect, it } from 'vitest';
import { provisionalYear } from '../../src/calendar/provisional-year.ts';
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

  it.each([
    ['2019-01-01', 'thiếu Tết Dương lịch (thứ Ba, 01/01/2019)'],
    ['2019-04-30', 'thiếu Ngày Chiến thắng (thứ Ba, 30/04/2019)'],
    ['2019-05-01', 'thiếu Ngày Quốc tế lao động (thứ Tư, 01/05/2019)'],
    ['2019-09-02', 'thiếu Quốc khánh (thứ Hai, 02/09/2019)'],
    ['2026-11-24', 'thiếu Ngày Văn hóa Việt Nam (thứ Ba, 24/11/2026)'],
    ['2021-09-03', 'thiếu Ngày liền kề Quốc khánh (kind: lien_ke, trước hoặc sau ngày 02/09/2021)'],
    [
      '2022-01-03',
      'Tết Dương lịch rơi vào thứ Bảy, 01/01/2022: thiếu ngày nghỉ bù (kind: bu, pairedWith: 2022-01-01)',
    ],
    [
      '2018-09-03',
      'Quốc khánh rơi vào Chủ nhật, 02/09/2018: thiếu ngày nghỉ bù (kind: bu, pairedWith: 2018-09-02)',
    ],
  ])('find that the holiday of %s is neither off nor made up', (date, message) => {
    expect(checkYear(spoiled(Number(date.slice(0, 4)), without(date)))).toEqual([{ path: ['off'], message }]);
  });

  it('do not take a day that only some units have off for a holiday', () => {
    const scoped = spoiled(2019, ({ off }) => (off.at(-1)!.scope = ['so-y-te']));
    const local = spoiled(2019, ({ off }) => (off.at(-1)!.kind = 'dia_phuong'));
    expect([checkYear(scoped), checkYear(local)].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('accept the second day of National Day on either side, but not far from it', () => {
    const second = (date: string) =>
      spoiled(2021, ({ off }) => (off.find(({ kind }) => kind === 'lien_ke')!.date = date));
    expect(checkYear(second('2021-09-01'))).toEqual([]);
    expect(checkYear(second('2021-08-03'))).toHaveLength(1);
  });

  it('accept the second day of National Day made up for', () => {
    const file = spoiled(2024, ({ off }) =>
      Object.assign(
        off.find(({ kind }) => kind === 'lien_ke')!,
        {
          date: '2024-09-03',
          kind: 'bu',
          pairedWith: '2024-09-01',
        },
      ),
    );
    expect(checkYear(file)).toEqual([]);
  });

  it('do not ask for a second day of National Day before 2021, nor for Culture Day before 2026 or on a weekend', () => {
    expect(checkYear(officialYear(2020))).toEqual([]);
    expect(checkYear(officialYear(2025))).toEqual([]);
    expect(checkYear({ ...provisionalYear(2029), status: 'official' })).toEqual([]);
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

  it('say nothing of the half of a swap that lies in a year without a file', () => {
    const from2019 = officialYears().filter(({ year }) => year >= 2019);
    expect(checkYears(from2019)).toEqual([]);
    expect(checkYears([officialYear(2018)])).toEqual([]);
  });

  it('find the years left out between official ones, at the year after the gap', () => {
    expect(checkYears(officialYears().filter(({ year }) => year !== 2019))).toEqual([
      { year: 2020, path: [], message: 'thiếu lịch năm 2019, nằm giữa các năm đã có lịch chính thức' },
    ]);
    expect(checkYears([officialYear(2023), officialYear(2020)])).toEqual([
      {
        year: 2023,
        path: [],
        message: 'thiếu lịch các năm từ 2021 đến 2022, nằm giữa các năm đã có lịch chính thức',
      },
    ]);
  });

  it('find a gap beside a provisional year when official ones lie on both sides', () => {
    const years = [officialYear(2019), provisionalYear(2021), officialYear(2022)];
    expect(checkYears(years).map(({ year, path }) => [year, path])).toEqual([[2021, []]]);
  });

  it('do not mind a gap before or after all official years', () => {
    const provisional = [provisionalYear(2018), officialYear(2022), provisionalYear(2030)];
    expect(checkYears(provisional)).toEqual([]);
  });

  it('find a year that is given twice', () => {
    expect(checkYears([officialYear(2020), officialYear(2021), officialYear(2020)])).toEqual([
      { year: 2020, path: ['year'], message: 'năm 2020 đã có ở một tệp khác' },
    ]);
  });
});
