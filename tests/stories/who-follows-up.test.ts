import { expect } from 'vitest';
import { withDuty, withUnit } from './changes.ts';
import { storiesOfThisFile } from './story.ts';

const story = storiesOfThisFile();

const BY_THE_POLICE = withDuty('A04', { leads: ['cong-an-tinh'] });

story(
  'a requested body is asked kindly up to the date, and never reported',
  { duties: ['A04'], from: '2019-10-09', but: [BY_THE_POLICE] },
  async (s) => {
    s.expect(
      '2019-10-09 upcoming vanthu@congan A04:T-3',
      '2019-10-09 upcoming lanhdao@congan A04:T-3',
      '2019-10-11 upcoming vanthu@congan A04:T-1',
      '2019-10-14 today vanthu@congan A04:T0',
    );
    await s.until('2020-01-31');
    const words = await s.words('2019-10-14 today');
    expect(words).toContain('Trân trọng đề nghị quý cơ quan quan tâm, phối hợp');
    expect(words).not.toContain('hệ thống sẽ');
  },
);

story(
  'a requested body that answers done hears nothing more',
  { duties: ['A04'], from: '2019-10-09', but: [BY_THE_POLICE] },
  async (s) => {
    s.expect('2019-10-09 upcoming vanthu@congan A04:T-3', '2019-10-09 upcoming lanhdao@congan A04:T-3');
    await s.says('2019-10-10', 'A04', { kind: 'done', document: '12/BC-CAT', on: '2019-10-10' });
    await s.until('2019-10-31');
  },
);

story(
  'of a duty shared with a requested body, superiors hear of the other unit alone',
  {
    duties: ['A04'],
    from: '2019-10-14',
    but: [withDuty('A04', { leads: ['cong-an-tinh', 'so-tu-phap'] }), withUnit('so-tu-phap', { heads: [] })],
  },
  async (s) => {
    s.expect(
      '2019-10-14 today vanthu@congan A04/cong-an-tinh:T0',
      '2019-10-14 today lanhdao@congan A04/cong-an-tinh:T-3',
      '2019-10-14 today vanthu@sotuphap A04/so-tu-phap:T0',
      '2019-10-15 overdue vanthu@sotuphap A04/so-tu-phap:T+1',
      '2019-10-15 report vanthu@sonoivu A04/so-tu-phap:T+1',
      '2019-10-21 report vanthu@sonoivu A04/so-tu-phap:T+5',
      '2019-10-28 report vanthu@ubndtinh A04/so-tu-phap:T+10',
    );
    await s.until('2019-10-31');
  },
);

story(
  'Home Affairs is not reported to itself: its own delay goes to the authority in its place',
  { duties: ['A03'], from: '2019-09-30', but: [withUnit('so-noi-vu', { heads: [] })] },
  async (s) => {
    s.expect(
      '2019-09-30 today vanthu@sonoivu A03:T0',
      '2019-10-01 overdue vanthu@sonoivu A03:T+1',
      '2019-10-07 report vanthu@ubndtinh A03:T+10',
      '2019-10-21 report vanthu@ubndtinh A03:T+15',
    );
    await s.until('2019-10-25');
    expect(await s.words('2019-10-07 report')).toContain('không báo cáo cho chính mình');
  },
);

story(
  'the authority decides what Home Affairs asks for its own duty',
  { duties: ['A03'], from: '2019-10-01', but: [withUnit('so-noi-vu', { heads: [] })] },
  async (s) => {
    s.expect('2019-10-01 overdue vanthu@sonoivu A03:T+1');
    await s.says('2019-10-02', 'A03', { kind: 'asked', to: '2019-11-15', why: 'chờ ý kiến' });
    s.expect('2019-10-03 request vanthu@ubndtinh A03:ask.1');
    await s.says('2019-10-03', 'A03', { kind: 'refused', why: 'đã quá hạn' });
    s.expect('2019-10-03 09:00 decision vanthu@sonoivu A03:told.2');
    s.expect('2019-10-07 report vanthu@ubndtinh A03:T+10');
    await s.until('2019-10-11');
    expect(await s.words('2019-10-03 request')).toContain('/quyet-dinh/');
  },
);

story(
  'the authority is asked too when Home Affairs says that its duty is not its own',
  { duties: ['A03'], from: '2019-10-01', but: [withUnit('so-noi-vu', { heads: [] })] },
  async (s) => {
    s.expect('2019-10-01 overdue vanthu@sonoivu A03:T+1');
    await s.says('2019-10-02', 'A03', { kind: 'not-ours', why: 'thuộc Sở Thông tin và Truyền thông' });
    s.expect('2019-10-03 request vanthu@ubndtinh A03:ask.1');
    s.expect('2019-10-07 report vanthu@ubndtinh A03:T+10');
    await s.until('2019-10-11');
  },
);
