import { expect } from 'vitest';
import { reportFrom } from './report-from.ts';
import { storiesOfThisFile } from './story.ts';

const story = storiesOfThisFile();

const DONE = { kind: 'done', document: '12/BC-STP' } as const;

story('when Sở Tư pháp answers done on 11/10, nothing more is sent', reportFrom('2019-10-09'), async (s) => {
  s.expect('2019-10-09 upcoming vanthu@sotuphap A04:T-3', '2019-10-11 upcoming vanthu@sotuphap A04:T-1');
  expect(await s.says('2019-10-11', 'A04', { ...DONE, on: '2019-10-11' })).toContain(
    'Hoàn thành trước hạn: văn bản 12/BC-STP ngày 11/10/2019 (hạn 14/10/2019).',
  );
  await s.until('2019-12-31');
});

story(
  'done before the sending hour stops the letter of that very day',
  reportFrom('2019-10-11'),
  async (s) => {
    s.expect('2019-10-11 upcoming vanthu@sotuphap A04:T-1');
    await s.says('2019-10-14', 'A04', { ...DONE, on: '2019-10-14' }, '07:29');
    await s.until('2019-10-31');
  },
);

story('done on the date itself is on time', reportFrom('2019-10-14'), async (s) => {
  s.expect('2019-10-14 today vanthu@sotuphap A04:T0');
  expect(await s.says('2019-10-14', 'A04', { ...DONE, on: '2019-10-14' }, '23:59')).toContain('đúng hạn');
  await s.until('2019-10-31');
});

story('done late is recorded as late, and ends the climb half-way', reportFrom('2019-10-15'), async (s) => {
  s.expect('2019-10-15 overdue vanthu@sotuphap A04:T+1', '2019-10-15 report vanthu@sonoivu A04:T+1');
  s.expect('2019-10-21 report vanthu@sonoivu A04:T+5');
  expect(await s.says('2019-10-22', 'A04', { ...DONE, on: '2019-10-21' })).toContain(
    'Hoàn thành quá hạn 05 ngày làm việc',
  );
  await s.until('2019-12-31');
});

story('a document dated in time but told of late is on time', reportFrom('2019-10-15'), async (s) => {
  s.expect('2019-10-15 overdue vanthu@sotuphap A04:T+1', '2019-10-15 report vanthu@sonoivu A04:T+1');
  expect(await s.says('2019-10-16', 'A04', { ...DONE, on: '2019-10-11' })).toContain('Hoàn thành trước hạn');
  await s.until('2019-12-31');
});

story('a document dated tomorrow is refused, and the climb goes on', reportFrom('2019-10-14'), async (s) => {
  s.expect('2019-10-14 today vanthu@sotuphap A04:T0');
  await expect(s.says('2019-10-14', 'A04', { ...DONE, on: '2019-10-15' })).rejects.toThrow('ở sau hôm nay');
  s.expect('2019-10-15 overdue vanthu@sotuphap A04:T+1', '2019-10-15 report vanthu@sonoivu A04:T+1');
  await s.until('2019-10-18');
});

story('done twice is refused the second time, and stays as it was', reportFrom('2019-10-14'), async (s) => {
  s.expect('2019-10-14 today vanthu@sotuphap A04:T0');
  await s.says('2019-10-14', 'A04', { ...DONE, on: '2019-10-14' });
  await expect(
    s.says('2019-10-15', 'A04', { ...DONE, document: '13/BC-STP', on: '2019-10-15' }),
  ).rejects.toThrow('đã được ghi nhận hoàn thành');
  await s.until('2019-10-31');
  expect(await s.audit('A04')).not.toContain('13/BC-STP');
});

story('received leaves the eve, the day and everything after', reportFrom('2019-10-03'), async (s) => {
  s.expect('2019-10-03 upcoming vanthu@sotuphap A04:T-7');
  await s.says('2019-10-04', 'A04', { kind: 'received' });
  s.expect(
    '2019-10-11 upcoming vanthu@sotuphap A04:T-1',
    '2019-10-14 today vanthu@sotuphap A04:T0',
    '2019-10-15 overdue vanthu@sotuphap A04:T+1',
    '2019-10-15 report vanthu@sonoivu A04:T+1',
    '2019-10-21 report vanthu@sonoivu A04:T+5',
    '2019-10-28 report vanthu@ubndtinh A04:T+10',
  );
  await s.until('2019-11-01');
  expect(await s.audit('A04')).toContain('Cơ quan đã báo nhận; bỏ bậc T-3');
});

story('received after the date spares nobody', reportFrom('2019-10-15'), async (s) => {
  s.expect('2019-10-15 overdue vanthu@sotuphap A04:T+1', '2019-10-15 report vanthu@sonoivu A04:T+1');
  await s.says('2019-10-16', 'A04', { kind: 'received' });
  s.expect('2019-10-21 report vanthu@sonoivu A04:T+5', '2019-10-28 report vanthu@ubndtinh A04:T+10');
  await s.until('2019-11-01');
});

story('words of progress are kept, and stop nothing', reportFrom('2019-10-11'), async (s) => {
  s.expect('2019-10-11 upcoming vanthu@sotuphap A04:T-1');
  await s.says('2019-10-11', 'A04', { kind: 'progress', note: 'đang chờ số liệu của ba huyện' });
  s.expect(
    '2019-10-14 today vanthu@sotuphap A04:T0',
    '2019-10-15 overdue vanthu@sotuphap A04:T+1',
    '2019-10-15 report vanthu@sonoivu A04:T+1',
  );
  await s.until('2019-10-18');
  expect(await s.audit('A04')).toContain('đang chờ số liệu của ba huyện');
});

story(
  'a unit that says the duty is not its own is left alone; its superiors are asked, and still told',
  reportFrom('2019-10-09'),
  async (s) => {
    s.expect('2019-10-09 upcoming vanthu@sotuphap A04:T-3');
    await s.says('2019-10-10', 'A04', { kind: 'not-ours', why: 'thuộc Thanh tra tỉnh' });
    s.expect(
      '2019-10-11 request vanthu@sonoivu A04:ask.1',
      '2019-10-15 report vanthu@sonoivu A04:T+1',
      '2019-10-21 report vanthu@sonoivu A04:T+5',
      '2019-10-28 report vanthu@ubndtinh A04:T+10',
    );
    await s.until('2019-11-01');
    const request = await s.words('2019-10-11 request');
    expect(request).toContain('thuộc Thanh tra tỉnh');
    expect(request).toContain('/quyet-dinh/');
  },
);

story('a duty that is kept where it is is reminded of again', reportFrom('2019-10-09'), async (s) => {
  s.expect('2019-10-09 upcoming vanthu@sotuphap A04:T-3');
  await s.says('2019-10-09', 'A04', { kind: 'not-ours', why: 'thuộc Thanh tra tỉnh' });
  s.expect('2019-10-10 request vanthu@sonoivu A04:ask.1');
  await s.says('2019-10-11', 'A04', { kind: 'kept', why: 'theo Kế hoạch' });
  s.expect(
    '2019-10-11 09:00 upcoming vanthu@sotuphap A04:T-1',
    '2019-10-11 09:00 decision vanthu@sotuphap A04:told.2',
    '2019-10-14 today vanthu@sotuphap A04:T0',
    '2019-10-15 overdue vanthu@sotuphap A04:T+1',
    '2019-10-15 report vanthu@sonoivu A04:T+1',
  );
  await s.until('2019-10-18');
  expect(await s.words('2019-10-11 09:00 decision')).toContain('theo Kế hoạch');
});

story('a unit that handed the duty back may still do it', reportFrom('2019-10-09'), async (s) => {
  s.expect('2019-10-09 upcoming vanthu@sotuphap A04:T-3');
  await s.says('2019-10-09', 'A04', { kind: 'not-ours', why: 'thuộc Thanh tra tỉnh' });
  s.expect('2019-10-10 request vanthu@sonoivu A04:ask.1');
  await s.says('2019-10-11', 'A04', { ...DONE, on: '2019-10-11' });
  await s.until('2019-10-31');
});
