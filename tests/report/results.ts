import type { Result } from '../../src/record/read-results.ts';
import { makeReport, type Report } from '../../src/report/report.ts';
import { duty, scheduleOf, unit } from '../support/schedules.ts';

export const SCHEDULE = scheduleOf({
  duties: [
    duty('A04', 'trước ngày 15/10/2019', ['so-tu-phap', 'so-tai-chinh'], {
      clause: 'mục 2.1',
      title: 'Báo cáo năm',
    }),
  ],
  units: [
    unit('so-tu-phap', { name: 'Sở Tư pháp' }),
    unit('so-tai-chinh', { name: 'Sở Tài chính' }),
    unit('so-noi-vu', { name: 'Sở Nội vụ' }),
  ],
});

/** An open deadline of Sở Tư pháp on Monday 14/10/2019, changed as `more` says. */
export function result(more: Partial<Result> = {}): Result {
  const { unit: lead = 'so-tu-phap', nominal = '2019-10-14' } = more;
  return {
    id: `KH/A04/${lead}/${nominal}`,
    folder: 'tinh-thu',
    plan: 'KH',
    obligation: 'A04',
    unit: lead,
    about: null,
    nominal,
    original: null,
    status: 'open',
    document: null,
    doneOn: null,
    accepted: false,
    pause: undefined,
    ...more,
  };
}

/** A deadline that was done on `doneOn`. */
export function done(doneOn: string, more: Partial<Result> = {}): Result {
  return result({ status: 'done', document: '12/BC-STP', doneOn, ...more });
}

/** The report on 2019 as `results` stand on `today`. */
export function reportOn(results: Result[], today = '2019-10-21'): Report {
  const period = { from: '2019-01-01', to: '2019-12-31', name: 'năm 2019' };
  return makeReport(results, SCHEDULE, period, today);
}
