import { describe, expect, it, test } from 'vitest';
import type { Result } from '../../src/record/read-results.ts';
import type { ReportLine } from '../../src/report/report.ts';
import { done, reportOn, result } from './results.ts';

// 14/10/2019 is a Monday, 30/11/2019 a Saturday.
test.each<[what: string, of: Result, today: string, state: ReportLine['state'], daysLate: number]>([
  ['done before its day', done('2019-10-10'), '2019-10-21', 'on-time', 0],
  ['done on its day', done('2019-10-14'), '2019-10-21', 'on-time', 0],
  ['done on the next working day', done('2019-10-15'), '2019-10-21', 'late', 1],
  ['done a week late', done('2019-10-21'), '2019-12-31', 'late', 5],
  [
    'done on the Monday after a Saturday',
    done('2019-12-02', { nominal: '2019-11-30' }),
    '2019-12-31',
    'late',
    1,
  ],
  [
    'done on the Sunday after a Saturday',
    done('2019-12-01', { nominal: '2019-11-30' }),
    '2019-12-31',
    'late',
    0,
  ],
  ['not done before its day', result(), '2019-10-10', 'open', 0],
  ['not done on its day', result(), '2019-10-14', 'open', 0],
  ['not done on the day after', result(), '2019-10-15', 'overdue', 1],
  ['not done a week later', result(), '2019-10-21', 'overdue', 5],
  [
    'extended and done by then',
    done('2019-10-31', { nominal: '2019-10-31', original: '2019-10-14' }),
    '2019-11-30',
    'on-time',
    0,
  ],
  [
    'extended and still late',
    done('2019-11-01', { nominal: '2019-10-31', original: '2019-10-14' }),
    '2019-11-30',
    'late',
    1,
  ],
  [
    'extended and not yet due',
    result({ nominal: '2019-10-31', original: '2019-10-14' }),
    '2019-10-21',
    'open',
    0,
  ],
])('%s', (_, of, today, state, daysLate) => {
  const { deadlines } = reportOn([of], today);
  expect(deadlines).toMatchObject([{ state, daysLate, original: of.original }]);
});

describe('the report', () => {
  const results = [
    done('2019-10-10', { id: '1', accepted: true }),
    done('2019-10-16', { id: '2' }),
    result({ id: '3', nominal: '2019-10-17' }),
    result({ id: '4', nominal: '2019-12-31' }),
    done('2019-06-28', { id: '5', unit: 'so-tai-chinh', nominal: '2019-06-30' }),
  ];

  it('counts per unit, in the order of the unit file, and sums up', () => {
    const { units, total } = reportOn(results);
    expect(units).toEqual([
      {
        unit: 'so-tu-phap',
        name: 'Sở Tư pháp',
        ...{ total: 4, onTime: 1, late: 1, open: 2, overdue: 1, waiting: 1, averageLateness: 2 },
      },
      {
        unit: 'so-tai-chinh',
        name: 'Sở Tài chính',
        ...{ total: 1, onTime: 1, late: 0, open: 0, overdue: 0, waiting: 1, averageLateness: null },
      },
    ]);
    expect(total).toEqual({
      total: 5,
      onTime: 2,
      late: 1,
      open: 2,
      overdue: 1,
      waiting: 2,
      averageLateness: 2,
    });
  });

  it('averages the lateness of what was done late and of what is overdue', () => {
    const late = [done('2019-10-15', { id: '1' }), result({ id: '2' })];
    expect(reportOn(late, '2019-10-17').total.averageLateness).toBe((1 + 3) / 2);
  });

  it('lists every deadline, earliest first, in the plan’s words', () => {
    const { deadlines } = reportOn(results);
    expect(deadlines.map(({ id }) => id)).toEqual(['5', '1', '2', '3', '4']);
    expect(deadlines[0]).toMatchObject({
      task: 'Báo cáo năm',
      unit: 'Sở Tài chính',
      basis: 'mục 2.1, Kế hoạch thử',
      document: '12/BC-STP',
      doneOn: '2019-06-28',
      waiting: true,
    });
  });

  it('names what has left the schedule by its id, last', () => {
    const gone = result({ id: '0', plan: 'KH-cu', obligation: 'B01', unit: 'so-cu', about: '703/QĐ-UBND' });
    const { units, deadlines } = reportOn([gone, done('2019-10-10')]);
    expect(units.map(({ name }) => name)).toEqual(['Sở Tư pháp', 'so-cu']);
    expect(deadlines.find(({ id }) => id === '0')).toMatchObject({
      task: 'B01 (703/QĐ-UBND)',
      unit: 'so-cu',
      basis: 'KH-cu',
    });
  });

  it('is empty when nothing was due', () => {
    expect(reportOn([])).toMatchObject({
      units: [],
      deadlines: [],
      total: { total: 0, averageLateness: null },
    });
  });
});
