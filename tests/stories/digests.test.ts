import { expect } from 'vitest';
import { duty, scheduleOf } from '../support/schedules.ts';
import { withDigests, withDuty, withPhrase, withUnit } from './changes.ts';
import { storiesOfThisFile, type Setting } from './story.ts';

const story = storiesOfThisFile();

const NO_HEAD = withUnit('so-tu-phap', { heads: [] });
const weekly = (day: string, time = '00:00'): Setting => ({
  duties: ['A04'],
  from: day,
  time,
  but: [NO_HEAD, withDigests({ weekly: true })],
});
const monthly = (day: string): Setting => ({
  duties: ['A04'],
  from: day,
  but: [NO_HEAD, withDigests({ monthly: true })],
});

story(
  'on Monday the follow-up unit reads what falls due within ten working days',
  weekly('2019-10-05'),
  async (s) => {
    s.expect('2019-10-07 weekly vanthu@sonoivu');
    // The system starts for the first time between two rungs.
    s.expect('2019-10-07 upcoming vanthu@sotuphap A04:T-7');
    await s.until('2019-10-08');
    const words = await s.words('2019-10-07 weekly');
    expect(words).toContain('01 nhiệm vụ sắp đến hạn');
    expect(words).toContain('Báo cáo năm về tình hình theo dõi thi hành pháp luật');
    expect(words).toContain('còn 05 ngày làm việc');
  },
);

story('a week with nothing to say has no digest', weekly('2019-08-05'), async (s) => {
  await s.until('2019-09-13');
  const silent = await s.db
    .selectFrom('letter')
    .where('kind', '=', 'weekly')
    .select(['day', 'status'])
    .orderBy('day')
    .execute();
  expect(silent.filter(({ status }) => status === 'empty').map(({ day }) => day)).toEqual([
    '2019-08-05',
    '2019-08-12',
    '2019-08-19',
    '2019-08-26',
    '2019-09-03',
    '2019-09-09',
  ]);
});

story('what is overdue stays in the digest, week after week', weekly('2019-10-15'), async (s) => {
  s.expect('2019-10-15 overdue vanthu@sotuphap A04:T+1', '2019-10-15 report vanthu@sonoivu A04:T+1');
  s.expect(
    '2019-10-15 weekly vanthu@sonoivu',
    '2019-10-21 weekly vanthu@sonoivu',
    '2019-10-28 weekly vanthu@sonoivu',
  );
  s.expect('2019-10-21 report vanthu@sonoivu A04:T+5', '2019-10-28 report vanthu@ubndtinh A04:T+10');
  await s.until('2019-10-30');
  expect(await s.words('2019-10-28 weekly')).toContain('quá hạn 10 ngày làm việc');
});

story('what waits for a decision comes first, with the link to decide', weekly('2019-10-11'), async (s) => {
  s.expect('2019-10-11 weekly vanthu@sonoivu', '2019-10-11 upcoming vanthu@sotuphap A04:T-1');
  await s.says('2019-10-11', 'A04', { kind: 'asked', to: '2019-11-15', why: 'chờ số liệu' });
  s.expect(
    '2019-10-14 weekly vanthu@sonoivu',
    '2019-10-14 request vanthu@sonoivu A04:ask.1',
    '2019-10-14 today vanthu@sotuphap A04:T0',
  );
  await s.until('2019-10-14');
  const words = await s.words('2019-10-14 weekly');
  expect(words).toContain('đề nghị gia hạn đến 15/11/2019');
  expect(words).toContain('/quyet-dinh/');
});

story(
  'a completion waits in the digest until it is accepted, and is told of in the next',
  weekly('2019-10-11'),
  async (s) => {
    s.expect('2019-10-11 weekly vanthu@sonoivu', '2019-10-11 upcoming vanthu@sotuphap A04:T-1');
    await s.says('2019-10-11', 'A04', { kind: 'done', document: '12/BC-STP', on: '2019-10-11' });
    s.expect('2019-10-14 weekly vanthu@sonoivu');
    await s.says('2019-10-16', 'A04', { kind: 'accepted' });
    s.expect('2019-10-21 weekly vanthu@sonoivu');
    await s.until('2019-11-08');
    expect(await s.words('2019-10-14 weekly')).toContain('chờ xác nhận kết quả');
    expect(await s.words('2019-10-21 weekly')).toContain('Có trả lời trong tuần qua');
  },
);

story('a Monday missed is made good once, later in the week', weekly('2019-10-04'), async (s) => {
  s.expect('2019-10-04 upcoming vanthu@sotuphap A04:T-7', '2019-10-04 weekly vanthu@sonoivu');
  await s.isAway('2019-10-04', '2019-10-09', '10:00');
  s.expect(
    '2019-10-09 10:00 weekly vanthu@sonoivu',
    '2019-10-09 10:00 upcoming vanthu@sotuphap A04:T-3',
    '2019-10-11 upcoming vanthu@sotuphap A04:T-1',
  );
  await s.until('2019-10-13');
});

story('a whole week missed is not made good: the next digest says all', weekly('2019-10-04'), async (s) => {
  s.expect('2019-10-04 upcoming vanthu@sotuphap A04:T-7', '2019-10-04 weekly vanthu@sonoivu');
  await s.isAway('2019-10-04', '2019-10-12', '10:00');
  s.expect('2019-10-14 weekly vanthu@sonoivu', '2019-10-14 today vanthu@sotuphap A04:T0');
  await s.until('2019-10-14');
});

story(
  'a week that begins with a day off has its digest on the first day worked',
  {
    duties: ['A04'],
    from: '2019-08-31',
    but: [NO_HEAD, withPhrase('A04', 'ngày 16/09/2019'), withDigests({ weekly: true })],
  },
  async (s) => {
    s.expect(
      '2019-09-03 upcoming vanthu@sotuphap A04:T-15',
      '2019-09-03 weekly vanthu@sonoivu',
      '2019-09-05 upcoming vanthu@sotuphap A04:T-7',
    );
    await s.until('2019-09-06');
    expect(await s.words('2019-09-03 weekly')).toContain('tuần từ 02/09/2019 đến 08/09/2019');
  },
);

story(
  'the weeks around Tết have their digests on the first day worked in them',
  {
    duties: ['A05'],
    from: '2020-01-20',
    but: [NO_HEAD, withPhrase('A05', 'ngày 07/02/2020'), withDigests({ weekly: true })],
  },
  async (s) => {
    s.expect(
      '2020-01-20 upcoming vanthu@sotuphap A05:T-15',
      '2020-01-20 weekly vanthu@sonoivu',
      '2020-01-22 upcoming vanthu@sotuphap A05:T-7',
      '2020-01-30 weekly vanthu@sonoivu',
    );
    await s.until('2020-02-02');
    expect(await s.words('2020-01-30 weekly')).toContain('tuần từ 27/01/2020 đến 02/02/2020');
  },
);

story(
  'a week without a working day has no digest',
  {
    schedule: scheduleOf({
      duties: [duty('N1', 'ngày 15/02/2019', 'so-tu-phap')],
      ladder: { '0': 'office' },
      digests: { weekly: true, monthly: false },
    }),
    from: '2019-01-26',
  },
  async (s) => {
    s.expect(
      '2019-01-28 weekly vanthu@so-noi-vu',
      '2019-02-11 weekly vanthu@so-noi-vu',
      '2019-02-15 today vanthu@so-tu-phap N1:T0',
    );
    await s.until('2019-02-15');
  },
);

story(
  "the sector's follow-up unit has a digest of its own duties",
  {
    duties: ['A02', 'A04'],
    from: '2019-10-12',
    but: [
      NO_HEAD,
      withDuty('A02', { leads: ['so-tu-phap'] }),
      withPhrase('A02', 'ngày 25/10/2019'),
      withDigests({ weekly: true }),
    ],
  },
  async (s) => {
    s.expect(
      '2019-10-14 weekly vanthu@sonoivu',
      '2019-10-14 weekly vanthu@sokhcn',
      '2019-10-14 today vanthu@sotuphap A04:T0',
      '2019-10-14 upcoming vanthu@sotuphap A02:T-15',
    );
    await s.until('2019-10-14');
    expect(await s.words('2019-10-14 weekly vanthu@sokhcn')).not.toContain('theo dõi thi hành pháp luật');
    expect(await s.words('2019-10-14 weekly vanthu@sonoivu')).not.toContain('huyện Ia H');
  },
);

story(
  'on the first working day of the month the authority reads what falls due in it',
  monthly('2019-09-28'),
  async (s) => {
    s.expect('2019-09-30 upcoming vanthu@sotuphap A04:T-15', '2019-10-01 monthly vanthu@ubndtinh');
    await s.until('2019-10-02');
    const words = await s.words('2019-10-01 monthly');
    expect(words).toContain('tháng 10/2019');
    expect(words).toContain('Đến hạn trong tháng này');
  },
);

story(
  'a duty done last month is told of in the monthly digest, then no more',
  monthly('2019-10-14'),
  async (s) => {
    s.expect('2019-10-14 today vanthu@sotuphap A04:T0', '2019-10-14 monthly vanthu@ubndtinh');
    await s.says('2019-10-14', 'A04', { kind: 'done', document: '12/BC-STP', on: '2019-10-14' });
    await s.says('2019-10-15', 'A04', { kind: 'accepted' });
    s.expect('2019-11-01 monthly vanthu@ubndtinh');
    await s.until('2019-12-31');
    expect(await s.words('2019-11-01 monthly')).toContain('Hoàn thành từ đầu tháng trước');
  },
);

story('without a plan in force there are no digests', { ...weekly('2019-05-06') }, async (s) => {
  await s.until('2019-05-31');
  const letters = s.db.selectFrom('letter').where('day', '<', '2019-06-01');
  expect(await letters.selectAll().execute()).toEqual([]);
});
