import { expect } from 'vitest';
import { withUnit } from './changes.ts';
import { storiesOfThisFile } from './story.ts';

const story = storiesOfThisFile();

const HEAD = { mailbox: 'lanhdao@sotuphap.kontum.example' };
const STAND_IN = {
  mailbox: 'phugiamdoc@sotuphap.kontum.example',
  title: 'Phó Giám đốc phụ trách Sở Tư pháp',
};
const NO_MAILBOX = { office: undefined, heads: [] };

story(
  "a unit without a head's mailbox is told at its office, and the letter says who was not reached",
  { duties: ['A04'], from: '2019-10-09', but: [withUnit('so-tu-phap', { heads: [] })] },
  async (s) => {
    s.expect(
      '2019-10-09 upcoming vanthu@sotuphap A04:T-3',
      '2019-10-11 upcoming vanthu@sotuphap A04:T-1',
      '2019-10-14 today vanthu@sotuphap A04:T0',
      '2019-10-15 overdue vanthu@sotuphap A04:T+1',
      '2019-10-15 report vanthu@sonoivu A04:T+1',
    );
    await s.until('2019-10-18');
    const note = 'Bậc T+1: Không có hộp thư của Giám đốc Sở Tư pháp.';
    expect(await s.words('2019-10-15 overdue')).toContain(note);
    expect(await s.words('2019-10-15 report')).toContain(note);
    expect(await s.audit('A04')).toContain('Không có hộp thư của Giám đốc Sở Tư pháp.');
  },
);

story(
  'when the head changes half-way up the ladder, the later rungs go to the new one, greeted by title',
  {
    duties: ['A04'],
    from: '2019-10-09',
    but: [
      withUnit('so-tu-phap', {
        heads: [
          { ...HEAD, to: '2019-10-10' },
          { ...STAND_IN, from: '2019-10-11' },
        ],
      }),
    ],
  },
  async (s) => {
    s.expect(
      '2019-10-09 upcoming vanthu@sotuphap A04:T-3',
      '2019-10-09 upcoming lanhdao@sotuphap A04:T-3',
      '2019-10-11 upcoming vanthu@sotuphap A04:T-1',
      '2019-10-14 today vanthu@sotuphap A04:T0',
      '2019-10-15 overdue vanthu@sotuphap A04:T+1',
      '2019-10-15 overdue phugiamdoc@sotuphap A04:T+1',
      '2019-10-15 report vanthu@sonoivu A04:T+1',
    );
    await s.until('2019-10-18');
    expect(await s.words('2019-10-15 overdue phugiamdoc')).toContain(
      'Kính gửi: Phó Giám đốc phụ trách Sở Tư pháp',
    );
  },
);

story(
  'a post that is vacant on the day of the rung is passed over, though somebody takes it up the day after',
  {
    duties: ['A04'],
    from: '2019-10-14',
    but: [
      withUnit('so-tu-phap', {
        heads: [
          { ...HEAD, to: '2019-10-14' },
          { ...STAND_IN, from: '2019-10-16' },
        ],
      }),
    ],
  },
  async (s) => {
    s.expect(
      '2019-10-14 today vanthu@sotuphap A04:T0',
      '2019-10-14 today lanhdao@sotuphap A04:T-3',
      '2019-10-15 overdue vanthu@sotuphap A04:T+1',
      '2019-10-15 report vanthu@sonoivu A04:T+1',
    );
    await s.until('2019-10-18');
    expect(await s.words('2019-10-15 overdue')).toContain(
      'Bậc T+1: Chức danh Giám đốc Sở Tư pháp chưa có người phụ trách ngày 15/10/2019.',
    );
  },
);

story(
  'a head named in the files after the letter was planned is the one who gets it',
  { duties: ['A04'], from: '2019-10-04' },
  async (s) => {
    s.expect('2019-10-04 upcoming vanthu@sotuphap A04:T-7');
    await s.changes('2019-10-08', withUnit('so-tu-phap', { heads: [STAND_IN] }));
    s.expect(
      '2019-10-09 upcoming vanthu@sotuphap A04:T-3',
      '2019-10-09 upcoming phugiamdoc@sotuphap A04:T-3',
    );
    await s.until('2019-10-09');
  },
);

story(
  'a letter that waits for the mail server while the head changes goes to the new head',
  {
    duties: ['A04'],
    from: '2019-10-14',
    but: [
      withUnit('so-tu-phap', {
        heads: [
          { ...HEAD, to: '2019-10-15' },
          { ...STAND_IN, from: '2019-10-16' },
        ],
      }),
    ],
  },
  async (s) => {
    s.expect('2019-10-14 today vanthu@sotuphap A04:T0', '2019-10-14 today lanhdao@sotuphap A04:T-3');
    await s.until('2019-10-14');
    s.smtp.trouble = (stage, to) => (stage === 'data' && to.startsWith('lanhdao@') ? 451 : undefined);
    s.expect('2019-10-15 overdue vanthu@sotuphap A04:T+1', '2019-10-15 report vanthu@sonoivu A04:T+1');
    await s.beats('2019-10-16', '08:00');
    s.expect('2019-10-16 08:00 overdue phugiamdoc@sotuphap A04:T+1');
    await s.until('2019-10-18');
  },
);

story(
  "an office without a mailbox leaves the head's rungs alone",
  { duties: ['A04'], from: '2019-10-09', but: [withUnit('so-tu-phap', { office: undefined })] },
  async (s) => {
    s.expect(
      '2019-10-09 upcoming lanhdao@sotuphap A04:T-3',
      '2019-10-15 overdue lanhdao@sotuphap A04:T+1',
      '2019-10-15 report vanthu@sonoivu A04:T+1',
    );
    await s.until('2019-10-18');
  },
);

story(
  'a rung that reaches nobody hands its day to the next, which says so',
  { duties: ['A04'], from: '2019-10-15', but: [withUnit('so-noi-vu', NO_MAILBOX)] },
  async (s) => {
    s.expect(
      '2019-10-15 overdue vanthu@sotuphap A04:T+1',
      '2019-10-15 overdue lanhdao@sotuphap A04:T+1',
      '2019-10-21 report vanthu@ubndtinh A04:T+10',
      '2019-11-04 report vanthu@ubndtinh A04:T+15',
    );
    await s.until('2019-11-08');
    expect(await s.words('2019-10-21 report')).toContain('Bậc T+5: Không có hộp thư của Sở Nội vụ.');
    expect(await s.words('2019-11-04 report')).not.toContain('Bậc T+5');
    expect(await s.audit('A04')).toContain('gửi ngay vì bậc T+5 không có người nhận');
  },
);

story(
  'a superior without an office is written to at the mailbox of its head',
  { duties: ['A04'], from: '2019-10-15', but: [withUnit('so-noi-vu', { office: undefined })] },
  async (s) => {
    s.expect(
      '2019-10-15 overdue vanthu@sotuphap A04:T+1',
      '2019-10-15 overdue lanhdao@sotuphap A04:T+1',
      '2019-10-15 report lanhdao@sonoivu A04:T+1',
      '2019-10-21 report lanhdao@sonoivu A04:T+5',
    );
    await s.until('2019-10-25');
  },
);

story(
  'a unit that has ceased the day after the date is no longer written to, its superior is',
  { duties: ['A04'], from: '2019-10-11', but: [withUnit('so-tu-phap', { to: '2019-10-14' })] },
  async (s) => {
    s.expect(
      '2019-10-11 upcoming vanthu@sotuphap A04:T-1',
      '2019-10-11 upcoming lanhdao@sotuphap A04:T-3',
      '2019-10-14 today vanthu@sotuphap A04:T0',
      '2019-10-15 report vanthu@sonoivu A04:T+1',
    );
    await s.until('2019-10-18');
    expect(await s.words('2019-10-15 report')).toContain('Sở Tư pháp không hoạt động vào ngày 15/10/2019.');
  },
);
