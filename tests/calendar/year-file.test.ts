import { describe, expect, it } from 'vitest';
import { yearFileSchema } from '../../src/calendar/year-file.ts';
import { officialYear } from './official-years.ts';

const pathsOf = (file: unknown) =>
  yearFileSchema.safeParse(file).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('the shape of a year file', () => {
  it('refuses a date that does not exist', () => {
    const file = officialYear(2019);
    file.off[0]!.date = '2019-02-29';
    expect(pathsOf(file)).toEqual(['off.0.date']);
  });

  it('refuses a date of another year, in both lists, and says which year the file is for', () => {
    const file = officialYear(2019);
    file.off[1]!.date = '2020-02-04';
    file.work[0]!.date = '2018-01-06';
    expect(pathsOf(file)).toEqual(['off.1.date', 'work.0.date']);
    expect(yearFileSchema.safeParse(file).error?.issues[0]?.message).toBe(
      'ngày 2020-02-04 không thuộc năm 2019 của tệp này',
    );
  });

  it('lets the other half of a swap lie in another year', () => {
    expect(officialYear(2018).off.at(-1)?.pairedWith).toBe('2019-01-05');
  });

  it.each([
    ['an unknown key', { note: 'x' }, ''],
    ['an unknown status', { status: 'chính thức' }, 'status'],
    ['no source', { sources: [] }, 'sources'],
    ['a year outside the lunar table', { year: 2036, off: [], work: [] }, 'year'],
    ['a version below 1', { version: 0 }, 'version'],
    [
      'an unknown kind',
      { off: [{ date: '2019-01-01', kind: 'nghi', name: 'Tết Dương lịch' }] },
      'off.0.kind',
    ],
    [
      'a worked day without its day off',
      { work: [{ date: '2019-01-05', name: 'Đi làm bù' }] },
      'work.0.pairedWith',
    ],
  ])('refuses %s', (_what, change, path) => {
    expect(pathsOf({ ...officialYear(2019), ...change })).toEqual([path]);
  });

  it('reads a file without worked weekends', () => {
    expect(yearFileSchema.parse({ ...officialYear(2020), work: undefined }).work).toEqual([]);
  });
});
