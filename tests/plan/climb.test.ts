import { instantAt } from '../../src/calendar/dates.ts';
import { describe, expect, it } from 'vitest';
import type { Notice } from '../../src/plan/model.ts';
import { duty, planAt, scheduleOf, unit, type ScheduleParts } from '../support/schedules.ts';

/** `trước ngày 15/10/2019`: aim Monday 14/10/2019. */
const LADDER = { '1': 'office head followUp', '5': 'followUp', '10': 'authority', '15': 'authority' };

function climbed(parts: Partial<ScheduleParts> = {}, more: Parameters<typeof planAt>[2] = {}) {
  const schedule = scheduleOf({
    duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')],
    ladder: LADDER,
    ...parts,
  });
  const work = planAt(schedule, '2019-10-14', { horizon: '2019-11-30', ...more });
  return { ...work, said: work.letters.flatMap(({ notices }) => notices) };
}

const told = ({ day, rung, addressee, unit: to, kind }: Notice) =>
  `${day} ${rung} ${addressee} ${to} ${kind}`;
const silent = { office: undefined, heads: [] };

describe('the climb', () => {
  it('goes from the unit to the follow-up unit and the authority, on working days', () => {
    expect(climbed().said.map(told)).toEqual([
      '2019-10-15 T+1 head so-tu-phap overdue',
      '2019-10-15 T+1 followUp so-noi-vu report',
      '2019-10-15 T+1 office so-tu-phap overdue',
      '2019-10-21 T+5 followUp so-noi-vu report',
      '2019-10-28 T+10 authority ubnd-tinh report',
      '2019-11-04 T+15 authority ubnd-tinh report',
    ]);
  });

  it('does not wait for a rung that reaches nobody: the next is climbed on its day and says so', () => {
    const { said, skipped } = climbed({ units: [unit('so-noi-vu', silent)] });
    const authority = said.filter(({ addressee }) => addressee === 'authority');
    expect(authority.map(told)).toEqual([
      '2019-10-21 T+10 authority ubnd-tinh report',
      '2019-11-04 T+15 authority ubnd-tinh report',
    ]);
    expect(authority[0]?.reason).toContain('gửi ngay vì bậc T+5 không có người nhận');
    expect(skipped.map(({ rung, reason }) => `${rung}: ${reason}`)).toEqual([
      'T+1: Không có hộp thư của Cơ quan so-noi-vu.',
      'T+5: Không có hộp thư của Cơ quan so-noi-vu.',
    ]);
  });

  it('hands the day on over several silent rungs', () => {
    const { said } = climbed({
      ladder: { '1': 'office', '3': 'followUp', '5': 'followUp', '10': 'authority' },
      units: [unit('so-noi-vu', silent)],
    });
    expect(said.map(told)).toEqual([
      '2019-10-15 T+1 office so-tu-phap overdue',
      '2019-10-17 T+10 authority ubnd-tinh report',
    ]);
  });

  it('writes to a superior without an office at the mailbox of its head', () => {
    const { said } = climbed({ units: [unit('so-noi-vu', { office: undefined })] });
    const report = said.find(({ addressee }) => addressee === 'followUp');
    expect(report?.mailbox).toBe('lanhdao@so-noi-vu.example');
  });

  it('does not wait for a superior whose only reader has left', () => {
    const heads = [
      { mailbox: 'lanhdao@so-noi-vu.example', to: '2019-10-20' },
      { mailbox: 'moi@so-noi-vu.example', from: '2019-10-22' },
    ];
    const vacant = unit('so-noi-vu', { office: undefined, headTitle: 'Giám đốc Sở Nội vụ', heads });
    const { said, skipped } = climbed({ units: [vacant] });
    expect(said.filter(({ kind }) => kind === 'report').map(told)).toEqual([
      '2019-10-15 T+1 followUp so-noi-vu report',
      '2019-10-21 T+10 authority ubnd-tinh report',
      '2019-11-04 T+15 authority ubnd-tinh report',
    ]);
    expect(skipped.map(({ rung, reason }) => `${rung}: ${reason}`)).toEqual([
      'T+5: Chức danh Giám đốc Sở Nội vụ chưa có người phụ trách ngày 21/10/2019.',
    ]);
  });

  it('does not report a unit to itself', () => {
    const { said } = climbed({ duties: [duty('A03', 'trước ngày 15/10/2019', 'so-noi-vu')] });
    expect(said.map(told)).toEqual([
      '2019-10-15 T+1 head so-noi-vu overdue',
      '2019-10-15 T+1 office so-noi-vu overdue',
      '2019-10-21 T+10 authority ubnd-tinh report',
      '2019-11-04 T+15 authority ubnd-tinh report',
    ]);
  });

  it('never reports a requested body', () => {
    expect(climbed({ units: [unit('so-tu-phap', { requested: true })] }).said).toEqual([]);
  });

  it('brings all that one superior has to hear on a day into one letter', () => {
    const duties = [
      duty('A04', 'trước ngày 15/10/2019', ['so-tu-phap', 'so-tai-chinh']),
      duty('A05', 'ngày 14/10/2019', 'so-tai-chinh'),
    ];
    const reports = climbed({ duties }).letters.filter(({ kind }) => kind === 'report');
    expect(reports.map(({ day, mailbox, notices }) => `${day} ${mailbox} ${notices.length}`)).toEqual([
      '2019-10-15 vanthu@so-noi-vu.example 3',
      '2019-10-21 vanthu@so-noi-vu.example 3',
      '2019-10-28 vanthu@ubnd-tinh.example 3',
      '2019-11-04 vanthu@ubnd-tinh.example 3',
    ]);
  });
});

describe('what is known of a deadline', () => {
  const id = 'KH/A04/so-tu-phap/2019-10-14';

  it('leaves only the last rungs to a unit that has said that it knows', () => {
    const schedule = scheduleOf({
      duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')],
      ladder: { '-3': 'office', '-1': 'office', '0': 'office', '1': 'office followUp' },
    });
    const work = planAt(schedule, '2019-10-01', { state: { received: new Set([id]) } });
    const rungs = work.letters.flatMap(({ notices }) => notices.map(({ rung }) => rung));
    expect(rungs).toEqual(['T-1', 'T0', 'T+1', 'T+1']);
    expect(work.skipped.map(({ rung, reason }) => `${rung}: ${reason}`)).toEqual([
      'T-3: Cơ quan đã báo nhận; bỏ bậc T-3, chỉ nhắc những bậc cuối.',
    ]);
  });

  it('says nothing more to anybody once the target is met, and says so of every rung', () => {
    const { letters, skipped } = climbed({}, { state: { met: new Set([id]) } });
    expect(letters).toEqual([]);
    expect(skipped.map(({ rung, addressee }) => `${rung} ${addressee}`)).toEqual([
      'T+1 office',
      'T+1 head',
      'T+1 followUp',
      'T+5 followUp',
      'T+10 authority',
      'T+15 authority',
    ]);
    expect([...new Set(skipped.map(({ reason }) => reason))]).toEqual([
      'Đã đạt chỉ tiêu theo số liệu báo cáo; không nhắc nữa.',
    ]);
  });

  it('reminds of every other deadline when one target is met', () => {
    const duties = [duty('A04', 'trước ngày 15/10/2019', ['so-tu-phap', 'so-tai-chinh'])];
    const { said } = climbed({ duties }, { state: { met: new Set([id]) } });
    expect([...new Set(said.map(({ deadline }) => deadline))]).toEqual(['KH/A04/so-tai-chinh/2019-10-14']);
  });

  it('begins the ladder anew at the extended date, under other names', () => {
    const extended = new Map([[id, { nominal: '2019-10-31', original: '2019-10-14', count: 1 }]]);
    const { said, deadlines } = climbed({}, { state: { extended } });
    expect(deadlines).toMatchObject([{ id, nominal: '2019-10-31', aim: '2019-10-31' }]);
    expect(said[0]).toMatchObject({ id: `${id}#G1.T+1@head`, day: '2019-11-01' });
  });

  it('keeps an extended deadline in sight when its own day is long past', () => {
    const extended = new Map([[id, { nominal: '2021-03-31', original: '2019-10-14', count: 2 }]]);
    const schedule = scheduleOf({
      duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')],
      ladder: { '-3': 'office' },
    });
    const { letters } = planAt(schedule, '2021-03-15', { state: { extended } });
    const said = letters.flatMap(({ notices }) => notices.map((notice) => notice.id));
    expect(said).toEqual([`${id}#G2.T-3@office`]);
  });

  it('makes a deadline for each event, named by its document', () => {
    const phrase = 'chậm nhất là 05 ngày làm việc kể từ ngày có quyết định công bố';
    const schedule = scheduleOf({
      duties: [duty('A13', phrase, 'van-phong', { event: 'cong-bo' })],
      ladder: { '-1': 'office' },
    });
    const at = instantAt('2019-06-14', '09:00');
    const happenings = [
      { kind: 'cong-bo', day: '2019-06-14', reference: '703/QĐ-UBND', at },
      { kind: 'cong-bo', day: '2019-06-14', reference: '704/QĐ-UBND', at },
      { kind: 'khac', day: '2019-06-14', reference: '705/QĐ-UBND', at },
    ];
    const { deadlines } = planAt(schedule, '2019-06-14', { state: { happenings } });
    expect(deadlines.map(({ id, nominal, about }) => [id, nominal, about])).toEqual([
      ['KH/A13/van-phong/2019-06-14.703-QD-UBND', '2019-06-21', '703/QĐ-UBND ngày 14/06/2019'],
      ['KH/A13/van-phong/2019-06-14.704-QD-UBND', '2019-06-21', '704/QĐ-UBND ngày 14/06/2019'],
    ]);
  });
});
