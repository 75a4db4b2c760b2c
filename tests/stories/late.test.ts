import { expect } from 'vitest';
import { reportFrom } from './report-from.ts';
import { storiesOfThisFile } from './story.ts';

const story = storiesOfThisFile();

const LATE_BY_PLAN = (day: string) =>
  `Thư gửi chậm: theo lịch, thư này gửi ngày ${day}, nay hệ thống mới gửi được.`;

story(
  'a first start between two rungs catches up with the last one only, and says so',
  reportFrom('2019-10-07'),
  async (s) => {
    s.expect('2019-10-07 upcoming vanthu@sotuphap A04:T-7', '2019-10-09 upcoming vanthu@sotuphap A04:T-3');
    await s.until('2019-10-10');
    expect(await s.words('2019-10-07')).toContain(LATE_BY_PLAN('03/10/2019'));
    expect(await s.words('2019-10-09')).not.toContain('Thư gửi chậm');
    expect(await s.audit('A04')).toContain('nay gửi bù');
    expect(await s.audit('A04')).toContain('Lần nhắc T-15 (23/09/2019) được thay bằng lần nhắc T-7 đến sau.');
  },
);

story(
  'a first start in the middle of a day catches up the same day',
  reportFrom('2019-10-07', '10:20'),
  async (s) => {
    s.expect('2019-10-07 10:20 upcoming vanthu@sotuphap A04:T-7');
    await s.until('2019-10-08');
  },
);

story(
  'a first start after the sending hours catches up the next working day',
  reportFrom('2019-10-04', '18:00'),
  async (s) => {
    s.expect('2019-10-07 upcoming vanthu@sotuphap A04:T-7');
    await s.until('2019-10-08');
  },
);

story('a first start on a Saturday catches up on Monday', reportFrom('2019-10-05', '08:00'), async (s) => {
  s.expect('2019-10-07 upcoming vanthu@sotuphap A04:T-7');
  await s.until('2019-10-08');
});

story(
  'a first start after the date says once that it is overdue, to each who should know',
  reportFrom('2019-10-23'),
  async (s) => {
    s.expect(
      '2019-10-23 overdue vanthu@sotuphap A04:T+1',
      '2019-10-23 report vanthu@sonoivu A04:T+5',
      '2019-10-28 report vanthu@ubndtinh A04:T+10',
    );
    await s.until('2019-11-01');
    const words = await s.words('2019-10-23 overdue');
    expect(words).toContain('[Quá hạn 07 ngày làm việc]');
    expect(words).toContain(LATE_BY_PLAN('15/10/2019'));
    expect(await s.words('2019-10-23 report')).toContain('Thư gửi chậm: theo lịch, gửi ngày 21/10/2019.');
  },
);

story('a first start long after the date lets it rest', reportFrom('2020-02-03'), async (s) => {
  await s.until('2020-03-31');
});

story(
  'two days away over the date end with the overdue letters on their day',
  reportFrom('2019-10-11'),
  async (s) => {
    s.expect('2019-10-11 upcoming vanthu@sotuphap A04:T-1');
    await s.isAway('2019-10-13', '2019-10-15');
    s.expect('2019-10-15 overdue vanthu@sotuphap A04:T+1', '2019-10-15 report vanthu@sonoivu A04:T+1');
    await s.until('2019-10-18');
    expect(await s.words('2019-10-15 overdue')).not.toContain('Thư gửi chậm');
    expect(await s.audit('A04')).toContain('Lần nhắc T0 (14/10/2019) được thay bằng lần nhắc T+1 đến sau.');
  },
);

story('a week away ends with one late letter to each mailbox', reportFrom('2019-10-03'), async (s) => {
  s.expect('2019-10-03 upcoming vanthu@sotuphap A04:T-7');
  await s.isAway('2019-10-08', '2019-10-16', '08:00');
  s.expect(
    '2019-10-16 08:00 overdue vanthu@sotuphap A04:T+1',
    '2019-10-16 08:00 report vanthu@sonoivu A04:T+1',
    '2019-10-21 report vanthu@sonoivu A04:T+5',
  );
  await s.until('2019-10-25');
  expect(await s.words('2019-10-16 08:00 overdue')).toContain(LATE_BY_PLAN('15/10/2019'));
});

story(
  'a month away does not chase units for rungs that nobody would understand any more',
  reportFrom('2019-10-14'),
  async (s) => {
    s.expect('2019-10-14 today vanthu@sotuphap A04:T0');
    await s.isAway('2019-10-14', '2019-11-14', '08:00');
    s.expect(
      '2019-11-14 08:00 report vanthu@ubndtinh A04:T+20',
      '2019-11-18 report vanthu@ubndtinh A04:T+25',
    );
    await s.until('2019-11-22');
    expect(await s.audit('A04')).toContain('Đã quá 10 ngày làm việc sau ngày dự kiến gửi (15/10/2019).');
  },
);

story(
  'an hour away over the sending hour delays the letter by that hour',
  reportFrom('2019-10-11'),
  async (s) => {
    s.expect('2019-10-11 upcoming vanthu@sotuphap A04:T-1');
    await s.isAway('2019-10-13', '2019-10-14', '08:30');
    s.expect('2019-10-14 08:30 today vanthu@sotuphap A04:T0');
    await s.until('2019-10-14');
    expect(await s.words('2019-10-14')).not.toContain('Thư gửi chậm');
  },
);

story('away in the evening, nothing is missed', reportFrom('2019-10-11'), async (s) => {
  s.expect('2019-10-11 upcoming vanthu@sotuphap A04:T-1');
  await s.isAway('2019-10-11', '2019-10-13', '12:00');
  s.expect('2019-10-14 today vanthu@sotuphap A04:T0');
  await s.until('2019-10-14');
});

story('an answer given just before an outage still holds after it', reportFrom('2019-10-11'), async (s) => {
  s.expect('2019-10-11 upcoming vanthu@sotuphap A04:T-1');
  await s.says('2019-10-11', 'A04', { kind: 'asked', to: '2019-11-15', why: 'chờ số liệu' });
  await s.isAway('2019-10-11', '2019-10-16', '08:00');
  s.expect(
    '2019-10-16 08:00 request vanthu@sonoivu A04:ask.1',
    '2019-10-16 08:00 overdue vanthu@sotuphap A04:T+1',
    '2019-10-16 08:00 report vanthu@sonoivu A04:T+1',
  );
  await s.until('2019-10-17');
  expect(await s.words('2019-10-16 08:00 request')).toContain('Thư gửi chậm');
});

story(
  'a clock that jumps a day ahead sends what that day asks for, once',
  reportFrom('2019-10-14'),
  async (s) => {
    s.expect('2019-10-14 today vanthu@sotuphap A04:T0');
    await s.setsTheClock('2019-10-14', '12:00', { day: '2019-10-15', time: '12:00' });
    s.expect(
      '2019-10-15 12:00 overdue vanthu@sotuphap A04:T+1',
      '2019-10-15 12:00 report vanthu@sonoivu A04:T+1',
    );
    await s.until('2019-10-15');
  },
);

story('a clock that goes back an hour sends nothing twice', reportFrom('2019-10-14'), async (s) => {
  s.expect('2019-10-14 today vanthu@sotuphap A04:T0');
  await s.setsTheClock('2019-10-14', '07:45', { day: '2019-10-14', time: '06:45' });
  s.expect('2019-10-15 overdue vanthu@sotuphap A04:T+1', '2019-10-15 report vanthu@sonoivu A04:T+1');
  await s.until('2019-10-17');
});

story(
  'a clock that jumps ahead and is put right sends nothing twice',
  reportFrom('2019-10-14'),
  async (s) => {
    s.expect('2019-10-14 today vanthu@sotuphap A04:T0');
    await s.setsTheClock('2019-10-14', '12:00', { day: '2019-10-15', time: '08:00' });
    s.expect(
      '2019-10-15 08:00 overdue vanthu@sotuphap A04:T+1',
      '2019-10-15 08:00 report vanthu@sonoivu A04:T+1',
    );
    await s.setsTheClock('2019-10-15', '08:05', { day: '2019-10-14', time: '12:05' });
    await s.until('2019-10-18');
  },
);
