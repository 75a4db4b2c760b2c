import { expect } from 'vitest';
import { reportFrom } from './report-from.ts';
import { storiesOfThisFile } from './story.ts';

const story = storiesOfThisFile();

story(
  'a deadline paused over its T-3 says nothing, and once it is resumed says it late, once',
  reportFrom('2019-10-08'),
  async (s) => {
    await s.says('2019-10-08', 'A04', { kind: 'paused', why: 'chờ hướng dẫn của Bộ Tư pháp' }, '07:00');
    s.expect('2019-10-08 decision vanthu@sotuphap A04:told.1');
    await s.until('2019-10-09');
    expect(await s.words('2019-10-08 decision')).toMatch(/tạm dừng đôn đốc/);
    await s.says('2019-10-10', 'A04', { kind: 'resumed', why: 'đã có hướng dẫn' });
    s.expect(
      '2019-10-10 09:00 decision vanthu@sotuphap A04:told.2',
      '2019-10-10 09:00 upcoming vanthu@sotuphap A04:T-3',
      '2019-10-11 upcoming vanthu@sotuphap A04:T-1',
      '2019-10-14 today vanthu@sotuphap A04:T0',
    );
    await s.until('2019-10-14');
    expect(await s.audit('A04')).toContain('Đang tạm dừng đôn đốc: chờ hướng dẫn của Bộ Tư pháp');
  },
);

story('a pause ends by itself after its last day', reportFrom('2019-10-08'), async (s) => {
  await s.says('2019-10-08', 'A04', { kind: 'paused', until: '2019-10-20', why: 'thiên tai' }, '07:00');
  s.expect(
    '2019-10-08 decision vanthu@sotuphap A04:told.1',
    '2019-10-21 overdue vanthu@sotuphap A04:T+1',
    '2019-10-21 report vanthu@sonoivu A04:T+5',
    '2019-10-28 report vanthu@ubndtinh A04:T+10',
  );
  await s.until('2019-10-29');
  expect(await s.words('2019-10-21 overdue')).toContain('gửi bù sau thời gian tạm dừng đôn đốc');
});

story('a pause renewed before anything could be said is one pause', reportFrom('2019-10-10'), async (s) => {
  await s.says('2019-10-10', 'A04', { kind: 'paused', until: '2019-10-18', why: 'thiên tai' }, '07:00');
  s.expect('2019-10-10 decision vanthu@sotuphap A04:told.1');
  await s.says('2019-10-21', 'A04', { kind: 'paused', until: '2019-11-08', why: 'còn mưa lũ' }, '07:00');
  s.expect('2019-10-21 decision vanthu@sotuphap A04:told.2');
  s.expect(
    '2019-11-11 overdue vanthu@sotuphap A04:T+1',
    '2019-11-11 report vanthu@sonoivu A04:T+5',
    '2019-11-11 report vanthu@ubndtinh A04:T+20',
  );
  await s.until('2019-11-11');
  expect(await s.words('2019-11-11 overdue')).toContain('gửi bù sau thời gian tạm dừng đôn đốc');
});

story(
  'withdrawn, it stays so over every beat; reinstated, it speaks again',
  reportFrom('2019-10-08'),
  async (s) => {
    await s.says(
      '2019-10-08',
      'A04',
      {
        kind: 'withdrawn',
        why: 'thay bằng kế hoạch mới',
        document: '45/UBND-NC',
      },
      '07:00',
    );
    s.expect('2019-10-08 decision vanthu@sotuphap A04:told.1');
    await s.until('2019-10-16');
    const words = await s.words('2019-10-08 decision');
    expect(words).toContain('Rút khỏi diện đôn đốc, theo văn bản 45/UBND-NC: thay bằng kế hoạch mới');
    expect(words).not.toContain('Cập nhật kết quả');
    const row = await s.db.selectFrom('deadline').select(['status', 'taken_off']).executeTakeFirst();
    expect(row).toEqual({ status: 'withdrawn', taken_off: true });
    await s.says('2019-10-17', 'A04', { kind: 'reinstated', why: 'rút nhầm' });
    s.expect(
      '2019-10-17 09:00 decision vanthu@sotuphap A04:told.2',
      '2019-10-17 09:00 overdue vanthu@sotuphap A04:T+1',
      '2019-10-17 09:00 report vanthu@sonoivu A04:T+1',
      '2019-10-21 report vanthu@sonoivu A04:T+5',
      '2019-10-28 report vanthu@ubndtinh A04:T+10',
    );
    await s.until('2019-10-29');
  },
);

story(
  'an extension is undone: the day before it holds, and its ladder begins anew',
  reportFrom('2019-10-10'),
  async (s) => {
    s.expect('2019-10-10 upcoming vanthu@sotuphap A04:T-3');
    await s.says('2019-10-10', 'A04', { kind: 'extended', to: '2019-11-15', why: 'ghi nhầm nhiệm vụ' });
    s.expect('2019-10-10 09:00 decision vanthu@sotuphap A04:told.1');
    await s.says('2019-10-11', 'A04', { kind: 'unextended', why: 'gia hạn nhầm nhiệm vụ' });
    s.expect(
      '2019-10-11 09:00 decision vanthu@sotuphap A04:told.2',
      '2019-10-11 09:00 upcoming vanthu@sotuphap A04:G2.T-1',
      '2019-10-14 today vanthu@sotuphap A04:G2.T0',
    );
    await s.until('2019-10-14');
    const row = await s.db.selectFrom('deadline').select(['nominal', 'original_nominal']).executeTakeFirst();
    expect(row).toEqual({ nominal: '2019-10-14', original_nominal: null });
  },
);
