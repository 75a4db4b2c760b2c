import { expect } from 'vitest';
import { reportFrom } from './report-from.ts';
import { storiesOfThisFile } from './story.ts';

const story = storiesOfThisFile();

const ASKED = { kind: 'asked', to: '2019-11-15', why: 'chờ số liệu của các huyện' } as const;

const OLD_LADDER = [
  '2019-10-14 today vanthu@sotuphap A04:T0',
  '2019-10-15 overdue vanthu@sotuphap A04:T+1',
  '2019-10-15 report vanthu@sonoivu A04:T+1',
];

story(
  'what a unit asks for reaches the follow-up unit in the next slot',
  reportFrom('2019-10-10'),
  async (s) => {
    s.expect('2019-10-10 upcoming vanthu@sotuphap A04:T-3');
    await s.says('2019-10-10', 'A04', ASKED);
    s.expect('2019-10-11 upcoming vanthu@sotuphap A04:T-1', '2019-10-11 request vanthu@sonoivu A04:ask.1');
    await s.until('2019-10-13');
    const words = await s.words('2019-10-11 request');
    expect(words).toContain('[Chờ quyết định]');
    expect(words).toContain('chờ số liệu của các huyện');
    expect(words).toContain('15/11/2019');
    expect(words).toContain('/quyet-dinh/');
  },
);

story('asked before the sending hour, it leaves the same morning', reportFrom('2019-10-10'), async (s) => {
  s.expect('2019-10-10 upcoming vanthu@sotuphap A04:T-3');
  await s.says('2019-10-11', 'A04', ASKED, '07:00');
  s.expect('2019-10-11 upcoming vanthu@sotuphap A04:T-1', '2019-10-11 request vanthu@sonoivu A04:ask.1');
  await s.until('2019-10-13');
});

story('asked on a Saturday, it waits for Monday', reportFrom('2019-10-11'), async (s) => {
  s.expect('2019-10-11 upcoming vanthu@sotuphap A04:T-1');
  await s.says('2019-10-12', 'A04', ASKED);
  s.expect('2019-10-14 request vanthu@sonoivu A04:ask.1', '2019-10-14 today vanthu@sotuphap A04:T0');
  await s.until('2019-10-14');
});

story('while nobody decides, the ladder goes on', reportFrom('2019-10-11'), async (s) => {
  s.expect('2019-10-11 upcoming vanthu@sotuphap A04:T-1');
  await s.says('2019-10-11', 'A04', ASKED);
  s.expect('2019-10-14 request vanthu@sonoivu A04:ask.1', ...OLD_LADDER);
  s.expect('2019-10-21 report vanthu@sonoivu A04:T+5', '2019-10-28 report vanthu@ubndtinh A04:T+10');
  await s.until('2019-11-01');
});

story(
  'granted: the date moves, the first stays beside it, and a new ladder begins',
  reportFrom('2019-10-10'),
  async (s) => {
    s.expect('2019-10-10 upcoming vanthu@sotuphap A04:T-3');
    await s.says('2019-10-10', 'A04', ASKED);
    s.expect('2019-10-11 upcoming vanthu@sotuphap A04:T-1', '2019-10-11 request vanthu@sonoivu A04:ask.1');
    await s.says('2019-10-11', 'A04', { kind: 'extended' });
    s.expect(
      '2019-10-11 09:00 decision vanthu@sotuphap A04:told.2',
      '2019-10-25 upcoming vanthu@sotuphap A04:G1.T-15',
      '2019-11-06 upcoming vanthu@sotuphap A04:G1.T-7',
      '2019-11-12 upcoming vanthu@sotuphap A04:G1.T-3',
      '2019-11-14 upcoming vanthu@sotuphap A04:G1.T-1',
      '2019-11-15 today vanthu@sotuphap A04:G1.T0',
      '2019-11-18 overdue vanthu@sotuphap A04:G1.T+1',
      '2019-11-18 report vanthu@sonoivu A04:G1.T+1',
      '2019-11-22 report vanthu@sonoivu A04:G1.T+5',
      '2019-11-29 report vanthu@ubndtinh A04:G1.T+10',
    );
    await s.until('2019-11-30');
    expect(await s.words('2019-10-11 09:00 decision')).toContain('15/11/2019');
    expect(await s.words('2019-11-12')).toContain('Thời hạn đã được gia hạn từ ngày 14/10/2019.');
    const row = await s.db.selectFrom('deadline').select(['nominal', 'original_nominal']).executeTakeFirst();
    expect(row).toEqual({ nominal: '2019-11-15', original_nominal: '2019-10-14' });
  },
);

story('granted to another day than asked, that day holds', reportFrom('2019-10-11'), async (s) => {
  s.expect('2019-10-11 upcoming vanthu@sotuphap A04:T-1');
  await s.says('2019-10-11', 'A04', ASKED);
  s.expect('2019-10-14 request vanthu@sonoivu A04:ask.1', '2019-10-14 today vanthu@sotuphap A04:T0');
  await s.says('2019-10-14', 'A04', { kind: 'extended', to: '2019-11-08' });
  s.expect(
    '2019-10-14 09:00 decision vanthu@sotuphap A04:told.2',
    '2019-10-18 upcoming vanthu@sotuphap A04:G1.T-15',
    '2019-10-30 upcoming vanthu@sotuphap A04:G1.T-7',
  );
  await s.until('2019-11-01');
  expect(await s.words('2019-10-14 09:00 decision')).toContain('08/11/2019');
});

story(
  'granted by a few days, only the last of the new ladder’s past rungs is caught up with',
  reportFrom('2019-10-11'),
  async (s) => {
    s.expect('2019-10-11 upcoming vanthu@sotuphap A04:T-1');
    await s.says('2019-10-14', 'A04', { kind: 'extended', to: '2019-10-18', why: 'chờ ký' });
    s.expect('2019-10-14 today vanthu@sotuphap A04:T0');
    s.expect(
      '2019-10-14 09:00 upcoming vanthu@sotuphap A04:G1.T-7',
      '2019-10-14 09:00 decision vanthu@sotuphap A04:told.1',
      '2019-10-15 upcoming vanthu@sotuphap A04:G1.T-3',
      '2019-10-17 upcoming vanthu@sotuphap A04:G1.T-1',
      '2019-10-18 today vanthu@sotuphap A04:G1.T0',
      '2019-10-21 overdue vanthu@sotuphap A04:G1.T+1',
      '2019-10-21 report vanthu@sonoivu A04:G1.T+1',
    );
    await s.until('2019-10-22');
  },
);

story(
  'granted by half a year, the unit is told at once all the same',
  reportFrom('2019-10-14'),
  async (s) => {
    s.expect('2019-10-14 today vanthu@sotuphap A04:T0');
    await s.says('2019-10-14', 'A04', {
      kind: 'extended',
      to: '2020-04-15',
      why: 'chờ Bộ Tư pháp hướng dẫn',
    });
    s.expect('2019-10-14 09:00 decision vanthu@sotuphap A04:told.1');
    await s.until('2019-10-31');
  },
);

story(
  'asked for half a year after the date, it is still asked and decided',
  reportFrom('2019-12-23'),
  async (s) => {
    s.expect('2019-12-23 report vanthu@ubndtinh A04:T+50');
    await s.says('2020-04-15', 'A04', { kind: 'asked', to: '2020-05-29', why: 'chờ số liệu' });
    s.expect('2020-04-16 request vanthu@sonoivu A04:ask.1');
    await s.says('2020-04-17', 'A04', { kind: 'refused', why: 'đã quá lâu' });
    s.expect('2020-04-17 09:00 decision vanthu@sotuphap A04:told.2');
    await s.until('2020-04-30');
  },
);

story('refused: the unit is told, and the ladder is the old one', reportFrom('2019-10-11'), async (s) => {
  s.expect('2019-10-11 upcoming vanthu@sotuphap A04:T-1');
  await s.says('2019-10-11', 'A04', ASKED);
  s.expect('2019-10-14 request vanthu@sonoivu A04:ask.1', ...OLD_LADDER);
  await s.says('2019-10-14', 'A04', { kind: 'refused', why: 'Bộ Tư pháp cần đúng hạn' });
  s.expect(
    '2019-10-14 09:00 decision vanthu@sotuphap A04:told.2',
    '2019-10-21 report vanthu@sonoivu A04:T+5',
  );
  await s.until('2019-10-25');
  const words = await s.words('2019-10-14 09:00 decision');
  expect(words).toContain('Bộ Tư pháp cần đúng hạn');
  expect(words).toContain('14/10/2019');
});

story('decided before the request leaves, only the decision is told', reportFrom('2019-10-10'), async (s) => {
  s.expect('2019-10-10 upcoming vanthu@sotuphap A04:T-3');
  await s.says('2019-10-10', 'A04', ASKED);
  await s.says('2019-10-10', 'A04', { kind: 'refused', why: 'còn đủ thời gian' }, '16:00');
  s.expect(
    '2019-10-10 16:00 decision vanthu@sotuphap A04:told.2',
    '2019-10-11 upcoming vanthu@sotuphap A04:T-1',
  );
  await s.until('2019-10-13');
});

story(
  'asked twice before the letter leaves, only the last request is told',
  reportFrom('2019-10-10'),
  async (s) => {
    s.expect('2019-10-10 upcoming vanthu@sotuphap A04:T-3');
    await s.says('2019-10-10', 'A04', ASKED);
    await s.says('2019-10-10', 'A04', { ...ASKED, to: '2019-11-29' }, '10:00');
    s.expect('2019-10-11 upcoming vanthu@sotuphap A04:T-1', '2019-10-11 request vanthu@sonoivu A04:ask.2');
    await s.until('2019-10-13');
    expect(await s.words('2019-10-11 request')).toContain('29/11/2019');
  },
);

story('asked again on another day, the new request is told too', reportFrom('2019-10-10'), async (s) => {
  s.expect('2019-10-10 upcoming vanthu@sotuphap A04:T-3');
  await s.says('2019-10-10', 'A04', ASKED);
  s.expect('2019-10-11 upcoming vanthu@sotuphap A04:T-1', '2019-10-11 request vanthu@sonoivu A04:ask.1');
  await s.says('2019-10-11', 'A04', { ...ASKED, to: '2019-11-29' });
  s.expect('2019-10-14 today vanthu@sotuphap A04:T0', '2019-10-14 request vanthu@sonoivu A04:ask.2');
  await s.until('2019-10-14');
});

story('asked, then done before the letter leaves: nobody is asked', reportFrom('2019-10-10'), async (s) => {
  s.expect('2019-10-10 upcoming vanthu@sotuphap A04:T-3');
  await s.says('2019-10-10', 'A04', ASKED);
  await s.says('2019-10-10', 'A04', { kind: 'done', document: '12/BC-STP', on: '2019-10-10' }, '16:00');
  await s.until('2019-10-31');
});

story(
  'an extension granted after the date stops the climb, until the new date',
  reportFrom('2019-10-21'),
  async (s) => {
    s.expect('2019-10-21 overdue vanthu@sotuphap A04:T+1', '2019-10-21 report vanthu@sonoivu A04:T+5');
    await s.says('2019-10-22', 'A04', { kind: 'extended', to: '2019-11-15', why: 'UBND tỉnh đồng ý' });
    s.expect(
      '2019-10-22 09:00 decision vanthu@sotuphap A04:told.1',
      '2019-10-25 upcoming vanthu@sotuphap A04:G1.T-15',
      '2019-11-06 upcoming vanthu@sotuphap A04:G1.T-7',
      '2019-11-12 upcoming vanthu@sotuphap A04:G1.T-3',
      '2019-11-14 upcoming vanthu@sotuphap A04:G1.T-1',
      '2019-11-15 today vanthu@sotuphap A04:G1.T0',
      '2019-11-18 overdue vanthu@sotuphap A04:G1.T+1',
      '2019-11-18 report vanthu@sonoivu A04:G1.T+1',
    );
    await s.until('2019-11-20');
  },
);

story(
  'a second extension begins a second ladder, and the first date is still the plan’s',
  reportFrom('2019-10-14'),
  async (s) => {
    s.expect('2019-10-14 today vanthu@sotuphap A04:T0');
    await s.says('2019-10-14', 'A04', { kind: 'extended', to: '2019-11-15', why: 'lần một' });
    s.expect(
      '2019-10-14 09:00 decision vanthu@sotuphap A04:told.1',
      '2019-10-25 upcoming vanthu@sotuphap A04:G1.T-15',
    );
    await s.says('2019-10-30', 'A04', { kind: 'extended', to: '2019-12-20', why: 'lần hai' });
    s.expect(
      '2019-10-30 09:00 decision vanthu@sotuphap A04:told.2',
      '2019-11-29 upcoming vanthu@sotuphap A04:G2.T-15',
    );
    await s.until('2019-12-06');
    expect(await s.words('2019-11-29')).toContain('gia hạn từ ngày 14/10/2019');
  },
);

story('received before an extension does not thin the new ladder', reportFrom('2019-10-10'), async (s) => {
  s.expect('2019-10-10 upcoming vanthu@sotuphap A04:T-3');
  await s.says('2019-10-10', 'A04', { kind: 'received' });
  await s.says('2019-10-10', 'A04', { kind: 'extended', to: '2019-11-15', why: 'chờ số liệu' }, '10:00');
  s.expect(
    '2019-10-10 10:00 decision vanthu@sotuphap A04:told.2',
    '2019-10-25 upcoming vanthu@sotuphap A04:G1.T-15',
    '2019-11-06 upcoming vanthu@sotuphap A04:G1.T-7',
  );
  await s.until('2019-11-08');
});
