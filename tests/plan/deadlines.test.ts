import { describe, expect, it } from 'vitest';
import { deadlinesOf } from '../../src/plan/deadlines.ts';
import { EMPTY_STATE } from '../../src/plan/record-state.ts';
import { CALENDAR, duty, scheduleOf, unit, type ScheduleParts } from '../support/schedules.ts';

const YEAR_2019 = { from: '2019-01-01', to: '2019-12-31' };

function deadlines(parts: ScheduleParts, window = YEAR_2019) {
  const [folder] = scheduleOf(parts).folders;
  const [plan] = folder?.plans ?? [];
  if (folder === undefined || plan === undefined) throw new Error('No plan');
  return deadlinesOf(folder, plan, CALENDAR, window, EMPTY_STATE).map(({ deadline }) => deadline);
}

describe('the deadlines of a plan', () => {
  it('aims at the Friday before a Sunday that ends the month', () => {
    const [a01] = deadlines({ duties: [duty('A01', 'trong tháng 6 năm 2019', 'so-tai-chinh')] });
    expect(a01).toMatchObject({ nominal: '2019-06-30', aim: '2019-06-28', unit: 'so-tai-chinh' });
  });

  it('aims at the last day before a Tết holiday that holds the nominal day', () => {
    const duties = [duty('A08', 'định kỳ tháng 01 hằng năm', 'so-noi-vu')];
    const aims = deadlines({ duties }, { from: '2020-01-01', to: '2025-12-31' });
    expect(aims.map(({ nominal, aim }) => [nominal, aim])).toEqual([
      ['2020-01-31', '2020-01-31'],
      ['2021-01-31', '2021-01-29'],
      ['2022-01-31', '2022-01-28'],
      ['2023-01-31', '2023-01-31'],
      ['2024-01-31', '2024-01-31'],
      ['2025-01-31', '2025-01-24'],
    ]);
  });

  it('takes "trước ngày" as the day before', () => {
    const [a04] = deadlines({ duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')] });
    expect(a04).toMatchObject({
      id: 'KH/A04/so-tu-phap/2019-10-14',
      nominal: '2019-10-14',
      aim: '2019-10-14',
    });
  });

  it('gives every member of a group a deadline of its own', () => {
    const districts = ['huyen-a', 'huyen-b', 'huyen-c'];
    const found = deadlines({ duties: [duty('A06', 'đến hết ngày 30 tháng 11 năm 2019', districts)] });
    expect(found.map(({ unit: name, aim }) => [name, aim])).toEqual(
      districts.map((name) => [name, '2019-11-29']),
    );
    expect(new Set(found.map(({ id }) => id)).size).toBe(3);
  });

  it('gives one deadline for each period', () => {
    const found = deadlines({ duties: [duty('A10', 'hằng quý, 6 tháng, hằng năm', 'so-noi-vu')] });
    expect(found.map(({ period, nominal }) => [period, nominal])).toEqual([
      ['2019-Q1', '2019-03-31'],
      ['2019-H1', '2019-06-30'],
      ['2019-Q3', '2019-09-30'],
      ['2019', '2019-12-31'],
    ]);
  });

  it('counts a unit in on its first and last day, and out on the days around them', () => {
    const duties = [duty('A', 'đến hết ngày 30 tháng 6 năm 2019', ['som', 'dung', 'muon', 'het'])];
    const units = [
      unit('som', { to: '2019-06-29' }),
      unit('dung', { to: '2019-06-30' }),
      unit('muon', { from: '2019-07-01' }),
      unit('het', { from: '2019-06-30' }),
    ];
    expect(deadlines({ duties, units }).map((deadline) => deadline.unit)).toEqual(['dung', 'het']);
  });

  it('watches only the days from the first to the last that the plan and the duty name', () => {
    const weekly = (more = {}) => [duty('T', 'thứ Sáu hằng tuần', 'so-noi-vu', more)];
    const nominals = (parts: ScheduleParts) => deadlines(parts).map(({ nominal }) => nominal);
    const june = ['2019-06-07', '2019-06-14', '2019-06-21', '2019-06-28'];
    expect(nominals({ duties: weekly(), plan: { from: '2019-06-07', to: '2019-06-28' } })).toEqual(june);
    expect(nominals({ duties: weekly({ from: '2019-06-07', to: '2019-06-28' }) })).toEqual(june);
    expect(
      nominals({ duties: weekly({ from: '2019-06-08', to: '2019-12-31' }), plan: { to: '2019-06-27' } }),
    ).toEqual(['2019-06-14', '2019-06-21']);
    expect(nominals({ duties: weekly({ from: '2019-07-01', to: '2019-06-01' }) })).toEqual([]);
  });

  it('looks at both ends of the window', () => {
    const duties = [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')];
    const count = (from: string, to: string) => deadlines({ duties }, { from, to }).length;
    expect(count('2019-10-14', '2019-10-14')).toBe(1);
    expect(count('2019-10-01', '2019-10-13')).toBe(0);
    expect(count('2019-10-15', '2019-10-31')).toBe(0);
  });

  it('gives none to a standing duty nor to one whose event has not happened', () => {
    const duties = [
      duty('S01', 'thường xuyên', 'so-noi-vu'),
      duty('A13', 'chậm nhất là 05 ngày làm việc kể từ ngày có quyết định công bố', 'van-phong'),
    ];
    expect(deadlines({ duties })).toEqual([]);
  });
});
