import { expect } from 'vitest';
import { withDuty, withPhrase } from './changes.ts';
import { storiesOfThisFile } from './story.ts';

const story = storiesOfThisFile();

story(
  'a duty nobody answers for climbs from the office to the authority, week after week eight times, then falls silent',
  { duties: ['A04'], from: '2019-09-16' },
  async (s) => {
    s.expect(
      '2019-09-23 upcoming vanthu@sotuphap A04:T-15',
      '2019-10-03 upcoming vanthu@sotuphap A04:T-7',
      '2019-10-09 upcoming vanthu@sotuphap A04:T-3',
      '2019-10-09 upcoming lanhdao@sotuphap A04:T-3',
      '2019-10-11 upcoming vanthu@sotuphap A04:T-1',
      '2019-10-14 today vanthu@sotuphap A04:T0',
      '2019-10-15 overdue vanthu@sotuphap A04:T+1',
      '2019-10-15 overdue lanhdao@sotuphap A04:T+1',
      '2019-10-15 report vanthu@sonoivu A04:T+1',
      '2019-10-21 report vanthu@sonoivu A04:T+5',
      '2019-10-28 report vanthu@ubndtinh A04:T+10',
      '2019-11-04 report vanthu@ubndtinh A04:T+15',
      '2019-11-11 report vanthu@ubndtinh A04:T+20',
      '2019-11-18 report vanthu@ubndtinh A04:T+25',
      '2019-11-25 report vanthu@ubndtinh A04:T+30',
      '2019-12-02 report vanthu@ubndtinh A04:T+35',
      '2019-12-09 report vanthu@ubndtinh A04:T+40',
      '2019-12-16 report vanthu@ubndtinh A04:T+45',
      '2019-12-23 report vanthu@ubndtinh A04:T+50',
    );
    await s.until('2020-03-31');
  },
);

story(
  'before the date the letter names the date, the days left and what comes next',
  { duties: ['A04'], from: '2019-10-09' },
  async (s) => {
    s.expect('2019-10-09 upcoming vanthu@sotuphap A04:T-3', '2019-10-09 upcoming lanhdao@sotuphap A04:T-3');
    await s.until('2019-10-10');
    const words = await s.words('2019-10-09 upcoming vanthu@sotuphap');
    expect(words).toContain('Kính gửi: Sở Tư pháp');
    expect(words).toContain('thứ Hai, 14/10/2019');
    expect(words).toContain('còn 03 ngày làm việc');
    expect(words).toContain('ngày 15/10/2019 hệ thống sẽ');
    expect(await s.words('2019-10-09 upcoming lanhdao@sotuphap')).toContain('Kính gửi: Giám đốc Sở Tư pháp');
  },
);

story(
  'one working day after the date the office and the head are told, and the follow-up unit of them',
  { duties: ['A04'], from: '2019-10-15' },
  async (s) => {
    s.expect(
      '2019-10-15 overdue vanthu@sotuphap A04:T+1',
      '2019-10-15 overdue lanhdao@sotuphap A04:T+1',
      '2019-10-15 report vanthu@sonoivu A04:T+1',
    );
    await s.until('2019-10-18');
    const overdue = await s.words('2019-10-15 overdue vanthu@sotuphap');
    expect(overdue).toContain('[Quá hạn 01 ngày làm việc]');
    expect(overdue).toContain('hệ thống chưa ghi nhận kết quả');
    const report = await s.words('2019-10-15 report vanthu@sonoivu');
    expect(report).toContain('Kính gửi: Sở Nội vụ');
    expect(report).toContain('Sở Tư pháp');
  },
);

story(
  'rungs are counted in working days: the National Day pushes them back',
  { duties: ['A04'], from: '2019-08-27', but: [withPhrase('A04', 'trước ngày 11/09/2019')] },
  async (s) => {
    s.expect(
      '2019-08-29 upcoming vanthu@sotuphap A04:T-7',
      '2019-09-05 upcoming vanthu@sotuphap A04:T-3',
      '2019-09-05 upcoming lanhdao@sotuphap A04:T-3',
      '2019-09-09 upcoming vanthu@sotuphap A04:T-1',
    );
    // The first start comes late for T-15 (19/08/2019).
    s.expect('2019-08-27 upcoming vanthu@sotuphap A04:T-15');
    await s.until('2019-09-09');
  },
);

story(
  'a date on a Sunday is aimed at on the Friday before, and is overdue on Monday',
  { duties: ['A01'], from: '2019-06-28' },
  async (s) => {
    s.expect(
      '2019-06-28 today vanthu@sotaichinh A01:T0',
      '2019-06-28 today lanhdao@sotaichinh A01:T-3',
      '2019-07-01 overdue vanthu@sotaichinh A01:T+1',
      '2019-07-01 overdue lanhdao@sotaichinh A01:T+1',
      '2019-07-01 report vanthu@sonoivu A01:T+1',
    );
    await s.until('2019-07-02');
    const today = await s.words('2019-06-28 today vanthu');
    expect(today).toContain('[Ngày làm việc cuối trước hạn]');
    expect(today).toContain('Chủ nhật, 30/06/2019');
  },
);

story(
  "the sector's own follow-up unit is told of its duties, not Home Affairs",
  { duties: ['A02'], from: '2019-07-31' },
  async (s) => {
    s.expect(
      '2019-07-31 today vanthu@iahdrai A02:T0',
      '2019-07-31 today lanhdao@iahdrai A02:T-3',
      '2019-08-01 overdue vanthu@iahdrai A02:T+1',
      '2019-08-01 overdue lanhdao@iahdrai A02:T+1',
      '2019-08-01 report vanthu@sokhcn A02:T+1',
      '2019-08-07 report vanthu@sokhcn A02:T+5',
      '2019-08-14 report vanthu@ubndtinh A02:T+10',
    );
    await s.until('2019-08-16');
  },
);

story(
  'a periodic report has no rung fifteen days before, and spares the head until it is late',
  { duties: ['A11'], from: '2019-12-02', but: [withDuty('A11', { leads: ['so-tu-phap'] })] },
  async (s) => {
    s.expect(
      '2019-12-06 upcoming vanthu@sotuphap A11[2019]:T-7',
      '2019-12-12 upcoming vanthu@sotuphap A11[2019]:T-3',
      '2019-12-16 upcoming vanthu@sotuphap A11[2019]:T-1',
      '2019-12-17 today vanthu@sotuphap A11[2019]:T0',
      '2019-12-18 overdue vanthu@sotuphap A11[2019]:T+1',
      '2019-12-18 overdue lanhdao@sotuphap A11[2019]:T+1',
      '2019-12-18 report vanthu@sonoivu A11[2019]:T+1',
      '2019-12-24 report vanthu@sonoivu A11[2019]:T+5',
    );
    await s.until('2019-12-27');
    expect(await s.words('2019-12-06')).toContain('Ngày cụ thể là đề xuất, đang chờ xác nhận');
  },
);
