import { expect } from 'vitest';
import { withUnit } from './changes.ts';
import { storiesOfThisFile, type Setting } from './story.ts';

const story = storiesOfThisFile();

/** What the Office of UBND tỉnh must publish after a decision, with nobody at its head: one letter a rung. */
const waiting: Setting = {
  duties: ['A13', 'A14'],
  from: '2019-06-03',
  but: [withUnit('van-phong-ubnd-tinh', { heads: [] })],
};
const KIND = 'cong-bo-tthc';
const OF_703 = 'A13[2019-06-14.703-QD-UBND]';

story('while nothing happens, nothing is due', waiting, async (s) => {
  await s.until('2019-08-30');
  expect(await s.db.selectFrom('deadline').selectAll().execute()).toEqual([]);
});

story('a decision of 14/06 sets off five working days, and the letter names it', waiting, async (s) => {
  await s.happens('2019-06-14', KIND, '703/QĐ-UBND', { time: '07:00' });
  s.expect(
    `2019-06-14 upcoming vanthu@vpubnd ${OF_703}:T-7`,
    `2019-06-18 upcoming vanthu@vpubnd ${OF_703}:T-3`,
    `2019-06-20 upcoming vanthu@vpubnd ${OF_703}:T-1`,
    `2019-06-21 today vanthu@vpubnd ${OF_703}:T0`,
    `2019-06-24 overdue vanthu@vpubnd ${OF_703}:T+1`,
    `2019-06-24 report vanthu@sonoivu ${OF_703}:T+1`,
  );
  await s.until('2019-06-25');
  const words = await s.words('2019-06-18');
  expect(words).toContain('703/QĐ-UBND ngày 14/06/2019');
  expect(words).toContain('thứ Sáu, 21/06/2019');
  expect(await s.words('2019-06-14 upcoming')).not.toContain('Thư gửi chậm');
});

story('the same document registered twice is one deadline', waiting, async (s) => {
  await s.happens('2019-06-14', KIND, '703/QĐ-UBND', { time: '07:00' });
  await s.happens('2019-06-17', KIND, '703/QĐ-UBND', { of: '2019-06-14' });
  s.expect(
    `2019-06-14 upcoming vanthu@vpubnd ${OF_703}:T-7`,
    `2019-06-18 upcoming vanthu@vpubnd ${OF_703}:T-3`,
  );
  await s.until('2019-06-19');
});

story('a document already known with another day is refused', waiting, async (s) => {
  await s.happens('2019-06-14', KIND, '703/QĐ-UBND', { time: '07:00' });
  await expect(s.happens('2019-06-17', KIND, '703/QĐ-UBND')).rejects.toThrow(
    'đã được ghi nhận với ngày 14/06/2019',
  );
  s.expect(`2019-06-14 upcoming vanthu@vpubnd ${OF_703}:T-7`);
  await s.until('2019-06-17');
});

story('two documents of one day are two deadlines, told in one letter', waiting, async (s) => {
  const OF_704 = OF_703.replace('703', '704');
  await s.happens('2019-06-14', KIND, '703/QĐ-UBND', { time: '07:00' });
  await s.happens('2019-06-14', KIND, '704/QĐ-UBND', { time: '07:10' });
  s.expect(
    `2019-06-14 upcoming vanthu@vpubnd ${OF_703}:T-7 ${OF_704}:T-7`,
    `2019-06-18 upcoming vanthu@vpubnd ${OF_703}:T-3 ${OF_704}:T-3`,
  );
  await s.says('2019-06-19', '2019-06-14.703-QD-UBND', {
    kind: 'done',
    document: '45/BC-VP',
    on: '2019-06-19',
  });
  s.expect(`2019-06-20 upcoming vanthu@vpubnd ${OF_704}:T-1`, `2019-06-21 today vanthu@vpubnd ${OF_704}:T0`);
  await s.until('2019-06-21');
});

story('a shortened procedure has two working days', waiting, async (s) => {
  await s.happens('2019-06-14', 'cong-bo-tthc-rut-gon', '710/QĐ-UBND', { time: '07:00' });
  const of710 = 'A14[2019-06-14.710-QD-UBND]';
  s.expect(
    `2019-06-14 upcoming vanthu@vpubnd ${of710}:T-3`,
    `2019-06-17 upcoming vanthu@vpubnd ${of710}:T-1`,
    `2019-06-18 today vanthu@vpubnd ${of710}:T0`,
    `2019-06-19 overdue vanthu@vpubnd ${of710}:T+1`,
    `2019-06-19 report vanthu@sonoivu ${of710}:T+1`,
  );
  await s.until('2019-06-20');
});

story('an event registered after its days are over is overdue at once, and only once', waiting, async (s) => {
  await s.happens('2019-06-28', KIND, '703/QĐ-UBND', { of: '2019-06-14', time: '07:00' });
  s.expect(
    `2019-06-28 overdue vanthu@vpubnd ${OF_703}:T+1`,
    `2019-06-28 report vanthu@sonoivu ${OF_703}:T+5`,
    `2019-07-05 report vanthu@ubndtinh ${OF_703}:T+10`,
  );
  await s.until('2019-07-10');
});

story(
  'an event registered months after its days is kept, and nobody is chased for it',
  waiting,
  async (s) => {
    await s.happens('2019-12-02', KIND, '703/QĐ-UBND', { of: '2019-06-14' });
    await s.until('2019-12-31');
  },
);

story('a kind that no duty waits for is refused, with the one that was meant', waiting, async (s) => {
  await expect(s.happens('2019-06-14', 'cong-bo-tthx', '703/QĐ-UBND')).rejects.toThrow(
    'có phải ý bạn là “cong-bo-tthc”',
  );
  await s.until('2019-06-30');
});
