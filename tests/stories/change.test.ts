import { expect } from 'vitest';
import { countedCalendar } from '../../src/calendar/counted-calendar.ts';
import { CALENDAR } from '../support/schedules.ts';
import { sendingAt, withDuty, withLadder, withoutDuty, withPhrase, withUnit } from './changes.ts';
import { reportFrom } from './report-from.ts';
import { storiesOfThisFile } from './story.ts';

const story = storiesOfThisFile();

story(
  'a later date in the files moves what is still unsaid, under a new deadline',
  reportFrom('2019-10-03'),
  async (s) => {
    s.expect('2019-10-03 upcoming vanthu@sotuphap A04:T-7');
    await s.changes('2019-10-04', withPhrase('A04', 'trước ngày 26/10/2019'));
    s.expect(
      '2019-10-04 09:00 upcoming vanthu@sotuphap A04:T-15',
      '2019-10-16 upcoming vanthu@sotuphap A04:T-7',
      '2019-10-22 upcoming vanthu@sotuphap A04:T-3',
    );
    await s.until('2019-10-23');
    const rows = await s.db.selectFrom('deadline').select(['nominal', 'status']).orderBy('nominal').execute();
    expect(rows).toEqual([
      { nominal: '2019-10-14', status: 'withdrawn' },
      { nominal: '2019-10-25', status: 'open' },
    ]);
  },
);

story('a duty taken out of the plan is silent from then on', reportFrom('2019-10-03'), async (s) => {
  s.expect('2019-10-03 upcoming vanthu@sotuphap A04:T-7');
  await s.changes('2019-10-04', withoutDuty('A04'));
  await s.until('2019-12-31');
  await expect(s.says('2019-12-31', 'A04', { kind: 'received' }, '23:59')).rejects.toThrow(
    'Không có thời hạn nào',
  );
});

story(
  'a duty taken out by mistake and put back goes on where it was',
  reportFrom('2019-10-03'),
  async (s) => {
    s.expect('2019-10-03 upcoming vanthu@sotuphap A04:T-7');
    const whole = await s.takesOut('2019-10-04', 'A04');
    await s.changes('2019-10-08', whole);
    s.expect('2019-10-09 upcoming vanthu@sotuphap A04:T-3', '2019-10-11 upcoming vanthu@sotuphap A04:T-1');
    await s.until('2019-10-13');
    const audit = await s.audit('A04');
    expect(audit).toContain('Thời hạn không còn trong lịch.');
    expect(audit).toContain('Thời hạn có trở lại trong lịch.');
  },
);

story(
  'another ladder in the middle says only what the new one has left',
  reportFrom('2019-10-09'),
  async (s) => {
    s.expect('2019-10-09 upcoming vanthu@sotuphap A04:T-3');
    await s.changes(
      '2019-10-10',
      withLadder({ '-3': 'office', '-2': 'office', '0': 'office', '2': 'followUp' }),
    );
    s.expect(
      '2019-10-10 09:00 upcoming vanthu@sotuphap A04:T-2',
      '2019-10-14 today vanthu@sotuphap A04:T0',
      '2019-10-16 report vanthu@sonoivu A04:T+2',
    );
    await s.until('2019-12-31');
  },
);

story('another sending hour holds for the letters to come', reportFrom('2019-10-11'), async (s) => {
  s.expect('2019-10-11 upcoming vanthu@sotuphap A04:T-1');
  await s.changes('2019-10-11', sendingAt('14:00'));
  s.expect(
    '2019-10-14 14:00 today vanthu@sotuphap A04:T0',
    '2019-10-15 14:00 overdue vanthu@sotuphap A04:T+1',
    '2019-10-15 14:00 report vanthu@sonoivu A04:T+1',
  );
  await s.until('2019-10-18');
});

story('an earlier sending hour sends nothing twice on its day', reportFrom('2019-10-14'), async (s) => {
  s.expect('2019-10-14 today vanthu@sotuphap A04:T0');
  await s.changes('2019-10-14', sendingAt('07:00'));
  s.expect(
    '2019-10-15 07:00 overdue vanthu@sotuphap A04:T+1',
    '2019-10-15 07:00 report vanthu@sonoivu A04:T+1',
  );
  await s.until('2019-10-18');
});

story(
  'a planned day that becomes a day off moves the letters of that day',
  reportFrom('2019-10-09'),
  async (s) => {
    s.expect('2019-10-09 upcoming vanthu@sotuphap A04:T-3');
    await s.getsCalendar('2019-10-10', withDayOff('2019-10-11'));
    s.expect(
      '2019-10-10 09:00 upcoming vanthu@sotuphap A04:T-1',
      '2019-10-14 today vanthu@sotuphap A04:T0',
      '2019-10-15 overdue vanthu@sotuphap A04:T+1',
      '2019-10-15 report vanthu@sonoivu A04:T+1',
    );
    await s.until('2019-10-18');
  },
);

story(
  'a date that becomes a day off is aimed at on the working day before',
  reportFrom('2019-10-09'),
  async (s) => {
    s.expect('2019-10-09 upcoming vanthu@sotuphap A04:T-3');
    await s.getsCalendar('2019-10-10', withDayOff('2019-10-14'));
    s.expect(
      '2019-10-10 09:00 upcoming vanthu@sotuphap A04:T-1',
      '2019-10-11 today vanthu@sotuphap A04:T0',
      '2019-10-15 overdue vanthu@sotuphap A04:T+1',
      '2019-10-15 report vanthu@sonoivu A04:T+1',
    );
    await s.until('2019-10-18');
    expect(await s.audit('A04')).toContain('do lịch thay đổi');
  },
);

story(
  'another mailbox in the files is the one that the next letter goes to',
  reportFrom('2019-10-09'),
  async (s) => {
    s.expect('2019-10-09 upcoming vanthu@sotuphap A04:T-3');
    await s.changes('2019-10-10', withUnit('so-tu-phap', { office: 'hanhchinh@stp.kontum.example' }));
    s.expect('2019-10-11 upcoming hanhchinh@stp A04:T-1', '2019-10-14 today hanhchinh@stp A04:T0');
    await s.until('2019-10-14');
  },
);

story('a mailbox lost from the files is not written to', reportFrom('2019-10-09'), async (s) => {
  s.expect('2019-10-09 upcoming vanthu@sotuphap A04:T-3');
  await s.changes('2019-10-10', withUnit('so-tu-phap', { office: undefined }));
  s.expect('2019-10-15 report vanthu@sonoivu A04:T+1');
  await s.until('2019-10-18');
});

story('a duty given to another unit begins anew with that unit', reportFrom('2019-10-09'), async (s) => {
  s.expect('2019-10-09 upcoming vanthu@sotuphap A04:T-3');
  await s.changes(
    '2019-10-10',
    withDuty('A04', { leads: ['thanh-tra-tinh'] }),
    withUnit('thanh-tra-tinh', { heads: [] }),
  );
  s.expect(
    '2019-10-10 09:00 upcoming vanthu@thanhtra A04:T-3',
    '2019-10-11 upcoming vanthu@thanhtra A04:T-1',
    '2019-10-14 today vanthu@thanhtra A04:T0',
  );
  await s.until('2019-10-14');
});

story('another follow-up unit is the one that hears of the delay', reportFrom('2019-10-14'), async (s) => {
  s.expect('2019-10-14 today vanthu@sotuphap A04:T0');
  await s.changes('2019-10-14', withDuty('A04', { followUp: 'van-phong-ubnd-tinh' }));
  s.expect('2019-10-15 overdue vanthu@sotuphap A04:T+1', '2019-10-15 report vanthu@vpubnd A04:T+1');
  await s.until('2019-10-18');
});

story(
  'words changed in the files change the letters still to come, and send none anew',
  reportFrom('2019-10-09'),
  async (s) => {
    s.expect('2019-10-09 upcoming vanthu@sotuphap A04:T-3');
    await s.changes('2019-10-10', withDuty('A04', { title: 'Báo cáo theo dõi thi hành pháp luật năm 2019' }));
    s.expect('2019-10-11 upcoming vanthu@sotuphap A04:T-1');
    await s.until('2019-10-13');
    expect(await s.words('2019-10-11')).toContain('Báo cáo theo dõi thi hành pháp luật năm 2019');
  },
);

/** The shipped calendar with one more day off. */
function withDayOff(day: string) {
  const { firstYear, lastYear } = CALENDAR;
  const years = [2018, 2019, 2020].map((year) => CALENDAR.year(year));
  const off = new Set([...years.flatMap((year) => year.off.map(({ date }) => date)), day]);
  const work = new Set(years.flatMap((year) => year.work.map(({ date }) => date)));
  return { ...CALENDAR, ...countedCalendar({ firstYear, lastYear }, { off, work }) };
}
