import { expect } from 'vitest';
import { reportFrom } from './report-from.ts';
import { storiesOfThisFile } from './story.ts';

const story = storiesOfThisFile();

const DONE = { kind: 'done', document: '12/BC-STP' } as const;
const RETURNED = { kind: 'returned', why: 'thiếu phụ lục số liệu' } as const;

story('a completion that is accepted brings no letter', reportFrom('2019-10-11'), async (s) => {
  s.expect('2019-10-11 upcoming vanthu@sotuphap A04:T-1');
  await s.says('2019-10-11', 'A04', { ...DONE, on: '2019-10-11' });
  await s.says('2019-10-14', 'A04', { kind: 'accepted' }, '07:00');
  await s.until('2019-12-31');
});

story(
  'a completion that is returned is told of, and the ladder goes on',
  reportFrom('2019-10-10'),
  async (s) => {
    s.expect('2019-10-10 upcoming vanthu@sotuphap A04:T-3');
    await s.says('2019-10-10', 'A04', { ...DONE, on: '2019-10-10' });
    await s.says('2019-10-11', 'A04', RETURNED, '07:00');
    s.expect(
      '2019-10-11 decision vanthu@sotuphap A04:told.2',
      '2019-10-11 upcoming vanthu@sotuphap A04:T-1',
      '2019-10-14 today vanthu@sotuphap A04:T0',
      '2019-10-15 overdue vanthu@sotuphap A04:T+1',
      '2019-10-15 report vanthu@sonoivu A04:T+1',
    );
    await s.until('2019-10-18');
    expect(await s.words('2019-10-11 decision')).toContain('thiếu phụ lục số liệu');
  },
);

story(
  'returned after the date, it is overdue at once, without a burst',
  reportFrom('2019-10-10'),
  async (s) => {
    s.expect('2019-10-10 upcoming vanthu@sotuphap A04:T-3');
    await s.says('2019-10-10', 'A04', { ...DONE, on: '2019-10-10' });
    await s.says('2019-10-23', 'A04', RETURNED, '07:00');
    s.expect(
      '2019-10-23 decision vanthu@sotuphap A04:told.2',
      '2019-10-23 overdue vanthu@sotuphap A04:T+1',
      '2019-10-23 report vanthu@sonoivu A04:T+5',
      '2019-10-28 report vanthu@ubndtinh A04:T+10',
    );
    await s.until('2019-11-01');
  },
);

story(
  'returned during a day after the date, the decision and what the ladder says after it leave at once',
  reportFrom('2019-10-10'),
  async (s) => {
    s.expect('2019-10-10 upcoming vanthu@sotuphap A04:T-3');
    await s.says('2019-10-10', 'A04', { ...DONE, on: '2019-10-10' });
    await s.says('2019-10-23', 'A04', RETURNED, '09:00');
    s.expect(
      '2019-10-23 09:00 overdue vanthu@sotuphap A04:T+1',
      '2019-10-23 09:00 report vanthu@sonoivu A04:T+5',
      '2019-10-23 09:00 decision vanthu@sotuphap A04:told.2',
    );
    await s.until('2019-10-25');
    expect(await s.words('2019-10-23 09:00 overdue')).not.toContain('Thư gửi chậm');
  },
);

story(
  'returned before the sending hour of the next rung, only that rung follows',
  reportFrom('2019-10-21'),
  async (s) => {
    s.expect('2019-10-21 overdue vanthu@sotuphap A04:T+1', '2019-10-21 report vanthu@sonoivu A04:T+5');
    await s.says('2019-10-22', 'A04', { ...DONE, on: '2019-10-22' });
    await s.says('2019-10-25', 'A04', RETURNED, '07:00');
    s.expect('2019-10-25 decision vanthu@sotuphap A04:told.2', '2019-10-28 report vanthu@ubndtinh A04:T+10');
    await s.until('2019-11-01');
  },
);

story('returned and done again, it is silent again', reportFrom('2019-10-10'), async (s) => {
  s.expect('2019-10-10 upcoming vanthu@sotuphap A04:T-3');
  await s.says('2019-10-10', 'A04', { ...DONE, on: '2019-10-10' });
  await s.says('2019-10-11', 'A04', RETURNED, '07:00');
  s.expect('2019-10-11 decision vanthu@sotuphap A04:told.2', '2019-10-11 upcoming vanthu@sotuphap A04:T-1');
  await s.says('2019-10-11', 'A04', { ...DONE, document: '14/BC-STP', on: '2019-10-11' }, '15:00');
  await s.until('2019-12-31');
});

story('returned twice, the unit is told twice', reportFrom('2019-10-10'), async (s) => {
  s.expect('2019-10-10 upcoming vanthu@sotuphap A04:T-3');
  await s.says('2019-10-10', 'A04', { ...DONE, on: '2019-10-10' });
  await s.says('2019-10-11', 'A04', RETURNED, '07:00');
  s.expect('2019-10-11 decision vanthu@sotuphap A04:told.2', '2019-10-11 upcoming vanthu@sotuphap A04:T-1');
  await s.says('2019-10-11', 'A04', { ...DONE, document: '14/BC-STP', on: '2019-10-11' });
  await s.says('2019-10-14', 'A04', { kind: 'returned', why: 'chưa có chữ ký' }, '07:00');
  s.expect('2019-10-14 decision vanthu@sotuphap A04:told.4', '2019-10-14 today vanthu@sotuphap A04:T0');
  await s.until('2019-10-14');
});

story(
  'returned and done before the decision leaves, nothing is told',
  reportFrom('2019-10-10'),
  async (s) => {
    s.expect('2019-10-10 upcoming vanthu@sotuphap A04:T-3');
    await s.says('2019-10-10', 'A04', { ...DONE, on: '2019-10-10' });
    await s.says('2019-10-10', 'A04', RETURNED, '18:00');
    await s.says('2019-10-11', 'A04', { ...DONE, document: '14/BC-STP', on: '2019-10-10' }, '07:00');
    await s.until('2019-10-31');
  },
);

story('there is nothing to return before it is done', reportFrom('2019-10-14'), async (s) => {
  s.expect('2019-10-14 today vanthu@sotuphap A04:T0');
  await expect(s.says('2019-10-14', 'A04', RETURNED)).rejects.toThrow('không có gì để trả lại');
  await s.until('2019-10-14');
});
