import { expect } from 'vitest';
import { duty, scheduleOf, unit } from '../support/schedules.ts';
import { storiesOfThisFile } from './story.ts';

const story = storiesOfThisFile();

const LADDER = {
  '-3': 'office',
  '-1': 'office',
  '0': 'office',
  '1': 'office followUp',
  '5': 'followUp',
  '10': 'authority',
};

/** One duty due on `phrase` at an office without a head. */
const due = (phrase: string) =>
  scheduleOf({
    duties: [duty('N1', phrase, 'so-tu-phap')],
    ladder: LADDER,
    units: [unit('so-tu-phap', { heads: [] })],
  });

story(
  'Saturday 04/05/2019 is worked for Monday 29/04, and its rung goes on it',
  { schedule: due('ngày 06/05/2019'), from: '2019-04-25' },
  async (s) => {
    s.expect(
      '2019-05-02 upcoming vanthu@so-tu-phap N1:T-3',
      '2019-05-04 upcoming vanthu@so-tu-phap N1:T-1',
      '2019-05-06 today vanthu@so-tu-phap N1:T0',
      '2019-05-07 overdue vanthu@so-tu-phap N1:T+1',
      '2019-05-07 report vanthu@so-noi-vu N1:T+1',
    );
    await s.until('2019-05-08');
  },
);

story(
  'a date on the worked Saturday is aimed at on that Saturday',
  { schedule: due('ngày 04/05/2019'), from: '2019-05-03' },
  async (s) => {
    s.expect(
      '2019-05-03 upcoming vanthu@so-tu-phap N1:T-1',
      '2019-05-04 today vanthu@so-tu-phap N1:T0',
      '2019-05-06 overdue vanthu@so-tu-phap N1:T+1',
      '2019-05-06 report vanthu@so-noi-vu N1:T+1',
    );
    await s.until('2019-05-07');
  },
);

story(
  'over Tết nobody is written to: the overdue letter waits for the first day worked',
  { schedule: due('ngày 22/01/2020'), from: '2020-01-17' },
  async (s) => {
    s.expect(
      '2020-01-17 upcoming vanthu@so-tu-phap N1:T-3',
      '2020-01-21 upcoming vanthu@so-tu-phap N1:T-1',
      '2020-01-22 today vanthu@so-tu-phap N1:T0',
      '2020-01-30 overdue vanthu@so-tu-phap N1:T+1',
      '2020-01-30 report vanthu@so-noi-vu N1:T+1',
      '2020-02-05 report vanthu@so-noi-vu N1:T+5',
    );
    await s.until('2020-02-07');
    expect(await s.words('2020-01-30 overdue')).toContain('[Quá hạn 01 ngày làm việc]');
  },
);

story(
  'a date in the middle of Tết is aimed at on the last day before it',
  { schedule: due('ngày 28/01/2020'), from: '2020-01-17' },
  async (s) => {
    s.expect(
      '2020-01-17 upcoming vanthu@so-tu-phap N1:T-3',
      '2020-01-21 upcoming vanthu@so-tu-phap N1:T-1',
      '2020-01-22 today vanthu@so-tu-phap N1:T0',
      '2020-01-30 overdue vanthu@so-tu-phap N1:T+1',
      '2020-01-30 report vanthu@so-noi-vu N1:T+1',
    );
    await s.until('2020-01-31');
    expect(await s.words('2020-01-22')).toContain('thứ Ba, 28/01/2020');
  },
);

story(
  'the climb goes over the end of the year, without the New Year day',
  { schedule: due('ngày 30/12/2019'), from: '2019-12-30' },
  async (s) => {
    s.expect(
      '2019-12-30 today vanthu@so-tu-phap N1:T0',
      '2019-12-31 overdue vanthu@so-tu-phap N1:T+1',
      '2019-12-31 report vanthu@so-noi-vu N1:T+1',
      '2020-01-07 report vanthu@so-noi-vu N1:T+5',
      '2020-01-14 report vanthu@ubnd-tinh N1:T+10',
    );
    await s.until('2020-01-31');
  },
);

story(
  'a yearly duty comes again the next year, whatever became of this one',
  { schedule: due('trước ngày 31/12 hằng năm'), from: '2019-12-27' },
  async (s) => {
    s.expect('2019-12-27 upcoming vanthu@so-tu-phap N1[2019]:T-1');
    await s.says('2019-12-27', 'N1', { kind: 'done', document: '12/BC-STP', on: '2019-12-27' });
    s.expect('2020-12-25 upcoming vanthu@so-tu-phap N1[2020]:T-3');
    await s.until('2020-12-26');
  },
);

story(
  'a catch-up on a holiday waits for the first day worked',
  { schedule: due('ngày 03/09/2019'), from: '2019-08-29' },
  async (s) => {
    s.expect('2019-08-29 upcoming vanthu@so-tu-phap N1:T-3');
    await s.isAway('2019-08-29', '2019-09-01', '10:00');
    s.expect('2019-09-03 today vanthu@so-tu-phap N1:T0');
    await s.until('2019-09-03');
  },
);
