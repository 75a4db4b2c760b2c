import { describe, expect, it } from 'vitest';
import type { Notice } from '../../src/plan/model.ts';
import { duty, planAt, scheduleOf, unit, type ScheduleParts } from '../support/schedules.ts';

function planned(parts: ScheduleParts, day: string, horizon: string) {
  const work = planAt(scheduleOf(parts), day, { horizon });
  return { ...work, said: work.letters.flatMap(({ notices }) => notices) };
}

const told = ({ rung, addressee, day, kind }: Notice) => `${day} ${rung} ${addressee} ${kind}`;

describe('the days a ladder names', () => {
  it('counts over Tết in working days', () => {
    const parts = {
      duties: [duty('A08', 'định kỳ tháng 01 hằng năm', 'so-noi-vu')],
      ladder: { '-3': 'office', '-2': 'office', '-1': 'office', '0': 'office', '1': 'office' },
    };
    const { said } = planned(parts, '2020-01-15', '2020-02-10');
    expect(said.map(told)).toEqual([
      '2020-01-21 T-3 office upcoming',
      '2020-01-22 T-2 office upcoming',
      '2020-01-30 T-1 office upcoming',
      '2020-01-31 T0 office today',
      '2020-02-03 T+1 office overdue',
    ]);
  });

  it('counts the worked Saturday as a working day', () => {
    const parts = {
      duties: [duty('A', 'đến hết ngày 06 tháng 5 năm 2019', 'so-noi-vu')],
      ladder: { '-4': 'office', '-2': 'office', '-1': 'office' },
    };
    const { said } = planned(parts, '2019-04-20', '2019-05-10');
    expect(said.map(told)).toEqual([
      '2019-04-26 T-4 office upcoming',
      '2019-05-03 T-2 office upcoming',
      '2019-05-04 T-1 office upcoming',
    ]);
  });

  it('counts from the last working day when the nominal day is not worked', () => {
    const parts = {
      duties: [duty('A06', 'đến hết ngày 30 tháng 11 năm 2019', 'huyen-a')],
      ladder: { '-1': 'office', '0': 'office', '1': 'office' },
    };
    const { said } = planned(parts, '2019-11-20', '2019-12-10');
    expect(said.map(told)).toEqual([
      '2019-11-28 T-1 office upcoming',
      '2019-11-29 T0 office today',
      '2019-12-02 T+1 office overdue',
    ]);
  });

  it('sends each addressee to its own mailbox', () => {
    const parts = {
      duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')],
      ladder: { '1': 'office head followUp authority' },
      units: [unit('so-tu-phap', { office: 'VanThu@STP.example' })],
    };
    const { said } = planned(parts, '2019-10-10', '2019-10-20');
    expect(Object.fromEntries(said.map((notice) => [notice.addressee, notice.mailbox]))).toEqual({
      office: 'vanthu@stp.example',
      head: 'lanhdao@so-tu-phap.example',
      followUp: 'vanthu@so-noi-vu.example',
      authority: 'vanthu@ubnd-tinh.example',
    });
  });

  it("follows up with the duty's own unit when it names one", () => {
    const parts = {
      duties: [duty('A02', 'hoàn thành chậm nhất trong tháng 7/2019', 'huyen-a', { followUp: 'so-khcn' })],
      ladder: { '1': 'followUp' },
      units: [unit('so-khcn')],
    };
    const { said } = planned(parts, '2019-07-20', '2019-08-05');
    expect(said.map(({ unit: name, mailbox }) => [name, mailbox])).toEqual([
      ['so-khcn', 'vanthu@so-khcn.example'],
    ]);
  });
});

describe('a requested body', () => {
  it('is reminded up to the day and told nothing after it', () => {
    const parts = {
      duties: [duty('A', 'trước ngày 15/10/2019', ['so-tu-phap', 'mat-tran'])],
      ladder: { '-1': 'office', '0': 'office', '1': 'office head followUp authority', '5': 'authority' },
      units: [unit('mat-tran', { requested: true })],
    };
    const { said, skipped } = planned(parts, '2019-10-01', '2019-10-31');
    const of = (name: string) =>
      said.filter(({ deadline }) => deadline.includes(`/${name}/`)).map(({ rung }) => rung);
    expect(of('mat-tran')).toEqual(['T-1', 'T0']);
    expect(of('so-tu-phap')).toHaveLength(7);
    expect(skipped).toEqual([]);
  });
});

describe('an addressee that cannot be reached', () => {
  const parts = {
    duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')],
    ladder: { '-3': 'head', '1': 'office head' },
    units: [unit('so-tu-phap', { heads: [], headTitle: 'Giám đốc Sở Tư pháp' })],
  };

  it('is skipped with the reason, which can still be mended until its day is over', () => {
    const { skipped } = planned(parts, '2019-10-09', '2019-10-20');
    expect(skipped).toMatchObject([
      { rung: 'T-3', mailbox: null, reason: 'Không có hộp thư của Giám đốc Sở Tư pháp.', final: false },
      { rung: 'T+1', mailbox: null, reason: 'Không có hộp thư của Giám đốc Sở Tư pháp.', final: false },
    ]);
  });

  it('is skipped for good on the day after', () => {
    const { skipped } = planned(parts, '2019-10-10', '2019-10-20');
    expect(skipped.map(({ rung, final }) => [rung, final])).toEqual([
      ['T-3', true],
      ['T+1', false],
    ]);
  });

  it('is named by its unit when the head has no title', () => {
    const units = [unit('so-tu-phap', { name: 'Sở Tư pháp', heads: [] })];
    const { skipped } = planned({ ...parts, units }, '2019-10-09', '2019-10-09');
    expect(skipped.map(({ reason }) => reason)).toEqual(['Không có hộp thư của Thủ trưởng Sở Tư pháp.']);
  });

  it('is told nothing on a day on which its unit no longer exists', () => {
    const units = [unit('so-noi-vu', { name: 'Sở Nội vụ', to: '2019-10-15' })];
    const ladder = { '1': 'followUp', '2': 'followUp' };
    const { said, skipped } = planned({ ...parts, ladder, units }, '2019-10-09', '2019-10-20');
    expect(said.map(told)).toEqual(['2019-10-15 T+1 followUp report']);
    expect(skipped.map(({ rung, reason }) => [rung, reason])).toEqual([
      ['T+2', 'Sở Nội vụ không hoạt động vào ngày 16/10/2019.'],
    ]);
  });

  it('is judged by the day a late notice would leave, not by the day it was planned for', () => {
    const units = [unit('so-tu-phap', { name: 'Sở Tư pháp', to: '2019-10-14' })];
    const ladder = { '1': 'office' };
    const late = planned({ ...parts, ladder, units }, '2019-10-16', '2019-10-20');
    expect(late.skipped.map(({ reason, final }) => [reason, final])).toEqual([
      ['Sở Tư pháp không hoạt động vào ngày 16/10/2019.', true],
    ]);
  });
});

describe('what the record has settled', () => {
  const schedule = scheduleOf({ duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')] });

  it('is not planned again', () => {
    const settled = new Set(['KH/A04/so-tu-phap/2019-10-14#T-3@office']);
    const { letters } = planAt(schedule, '2019-10-09', { state: { settled } });
    expect(letters.flatMap(({ notices }) => notices.map(({ rung }) => rung)).sort()).toEqual([
      'T+1',
      'T+1',
      'T0',
    ]);
  });

  it('says and skips nothing of a closed deadline, and still names it', () => {
    const closed = new Set(['KH/A04/so-tu-phap/2019-10-14']);
    const work = planAt(schedule, '2019-10-16', { state: { closed } });
    expect(work).toMatchObject({ letters: [], skipped: [] });
    expect(work.deadlines.map(({ id }) => id)).toEqual([...closed]);
  });
});

describe('a head who changes', () => {
  const heads = [
    { mailbox: 'cu@stp.example', to: '2019-10-09' },
    { mailbox: 'Moi@stp.example', title: 'Phó Giám đốc phụ trách Sở Tư pháp', from: '2019-10-11' },
  ];
  const parts = (ladder: Record<string, string>) => ({
    duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')],
    ladder,
    units: [unit('so-tu-phap', { heads, headTitle: 'Giám đốc Sở Tư pháp' })],
  });

  it('is written to on the days in office, and not the day before or after', () => {
    const ladder = { '-3': 'head', '-2': 'head', '-1': 'head' };
    const { said, skipped } = planned(parts(ladder), '2019-10-01', '2019-10-20');
    expect(said.map(({ day, mailbox }) => [day, mailbox])).toEqual([
      ['2019-10-09', 'cu@stp.example'],
      ['2019-10-11', 'moi@stp.example'],
    ]);
    expect(skipped).toMatchObject([
      {
        planned: '2019-10-10',
        mailbox: null,
        reason: 'Chức danh Giám đốc Sở Tư pháp chưa có người phụ trách ngày 10/10/2019.',
      },
    ]);
  });

  it('is told late what should have been said to the one before', () => {
    const { said } = planned(parts({ '-3': 'head' }), '2019-10-11', '2019-10-20');
    expect(said.map(({ planned, day, mailbox }) => [planned, day, mailbox])).toEqual([
      ['2019-10-09', '2019-10-11', 'moi@stp.example'],
    ]);
  });

  it('is not told late what nobody was there to hear', () => {
    const { said, skipped } = planned(parts({ '-2': 'head' }), '2019-10-11', '2019-10-20');
    expect(said).toEqual([]);
    expect(skipped).toMatchObject([{ planned: '2019-10-10', final: true }]);
  });
});
