import { beforeAll, describe, expect, it } from 'vitest';
import { viewLetter } from '../../src/mail/view-letter.ts';
import type { Rung, Schedule } from '../../src/schedule/schedule.ts';
import { claimedLetter, claimedNotice, konTum, withObligation, withUnit, LINKS } from './claimed.ts';

let schedule: Schedule;
beforeAll(async () => {
  schedule = await konTum();
});

const A01 = {
  obligation: 'A01',
  unit: 'so-tai-chinh',
  nominal: '2019-06-30',
  aim: '2019-06-28',
  period: '2019-06',
};
const A03 = { obligation: 'A03', unit: 'so-noi-vu', nominal: '2019-09-30' };
const A04 = { obligation: 'A04', unit: 'so-tu-phap', nominal: '2019-10-14' };
const A06 = { obligation: 'A06', unit: 'ubnd-huyen-kon-ray', nominal: '2019-11-30', aim: '2019-11-29' };
const A11 = { obligation: 'A11', unit: 'so-tu-phap', nominal: '2019-12-17', period: '2019-H2' };

function item(facts: Parameters<typeof claimedNotice>[0], today: string, on = schedule) {
  const [only] = viewLetter(claimedLetter([claimedNotice(facts)]), on, today, LINKS).items;
  if (only === undefined) throw new Error('The letter has no item');
  return only;
}

describe('where the deadline stands', () => {
  it.each([
    ['2019-10-09', 'Sắp đến hạn', 'còn 03 ngày làm việc'],
    ['2019-10-11', 'Sắp đến hạn', 'còn 01 ngày làm việc'],
    ['2019-10-14', 'Đến hạn hôm nay', 'hôm nay là ngày làm việc cuối cùng'],
    ['2019-10-15', 'Quá hạn 01 ngày làm việc', 'quá hạn 01 ngày làm việc'],
    ['2019-10-21', 'Quá hạn 05 ngày làm việc', 'quá hạn 05 ngày làm việc'],
  ])('is told in working days: on %s “%s”', (today, state, distance) => {
    expect(item(A04, today)).toMatchObject({ state, distance });
  });

  it('names the working day to aim at when the due day is a Sunday', () => {
    expect(item(A01, '2019-06-25')).toMatchObject({
      dueShort: '30/06/2019',
      dueLong: 'Chủ nhật, 30/06/2019',
      aimLong: 'thứ Sáu, 28/06/2019',
      distance: 'còn 03 ngày làm việc',
    });
    expect(item(A01, '2019-06-28').state).toBe('Ngày làm việc cuối trước hạn');
  });

  it('names no other day when the due day is worked', () => {
    expect(item(A04, '2019-10-09')).toMatchObject({ dueLong: 'thứ Hai, 14/10/2019', aimLong: null });
  });

  it('says which day it should have left when it leaves late, and nothing when it is in time', () => {
    expect(item({ ...A04, planned: '2019-10-03' }, '2019-10-09').lateSince).toBe('03/10/2019');
    expect(item({ ...A04, planned: '2019-10-09' }, '2019-10-09').lateSince).toBeNull();
  });
});

describe('what the duty is', () => {
  it('is told with the plan’s own words and place', () => {
    expect(item(A04, '2019-10-09')).toMatchObject({
      title: 'Báo cáo năm về tình hình theo dõi thi hành pháp luật',
      lead: 'Sở Tư pháp',
      plan: 'Kế hoạch số …/KH-UBND, tháng 6 năm 2019',
      phrase: 'trước ngày 15/10/2019',
      due: null,
      dueSource: null,
      recipient: 'Bộ Tư pháp',
      via: null,
      period: null,
      target: null,
      standing: [],
    });
  });

  it('gives the period of a recurring duty, its proposed day and the source of that day', () => {
    expect(item(A11, '2019-12-10')).toMatchObject({
      period: '6 tháng cuối năm 2019',
      phrase: 'Định kỳ 6 tháng, hằng năm',
      due: 'ngày 17 của tháng cuối kỳ, 6 tháng, hằng năm',
      dueSource: expect.stringContaining('Nghị định số 09/2019/NĐ-CP') as string,
      recipient: 'Ủy ban nhân dân tỉnh',
      via: 'qua Sở Nội vụ',
    });
  });

  it('lists the helpers by name, then those without a code', () => {
    expect(item(A03, '2019-09-20').helpers).toBe('Sở Thông tin và Truyền thông');
    const more = withObligation(schedule, 'A03', {
      with: ['so-thong-tin-va-truyen-thong', 'g-huyen'],
      others: 'cơ quan, đơn vị liên quan',
    });
    const group = schedule.folders.find(({ id }) => id === 'kon-tum-2019')?.groups.get('g-huyen')?.name ?? '';
    expect(group).not.toBe('');
    expect(item(A03, '2019-09-20', more).helpers).toBe(
      `Sở Thông tin và Truyền thông; ${group}; cơ quan, đơn vị liên quan`,
    );
  });

  it('does not call the lead its own helper', () => {
    const itself = withObligation(schedule, 'A03', { with: ['so-noi-vu', 'so-tu-phap'] });
    expect(item(A03, '2019-09-20', itself).helpers).toBe('Sở Tư pháp');
    const alone = withObligation(schedule, 'A03', { with: ['so-noi-vu'] });
    expect(item(A03, '2019-09-20', alone).helpers).toBeNull();
  });

  it.each([
    [{ atLeast: 80, unit: '%', measure: 'số xã' }, 'tối thiểu 80% số xã'],
    [{ atMost: 5, unit: '%', measure: 'hồ sơ trễ hạn' }, 'tối đa 5% hồ sơ trễ hạn'],
    [
      { atLeast: 2, unit: 'bậc', measure: 'tăng', baseline: 'so với năm 2018' },
      'tối thiểu 02 bậc: tăng (so với năm 2018)',
    ],
    [
      { atLeast: 0.5, atMost: 1.75, unit: 'điểm', measure: 'tiêu chí' },
      'tối thiểu 0,5 điểm, tối đa 1,75 điểm: tiêu chí',
    ],
  ])('tells a target in words: %j', (target, words) => {
    expect(item(A06, '2019-11-20', withObligation(schedule, 'A06', { target })).target).toBe(words);
  });

  it('tells where the unit stands with its target once it has reported, and nothing before', () => {
    const notice = claimedNotice(A06);
    const progress = { count: 7, total: 13 };
    const reported = { ...notice, deadline: { ...notice.deadline, progress } };
    const [one] = viewLetter(claimedLetter([reported]), schedule, '2019-11-20', LINKS).items;
    expect(one?.progress).toBe('07/13 xã, 54%: còn thiếu 04 xã');
    expect(item(A06, '2019-11-20').progress).toBeNull();
  });

  it('lists the unit’s own standing duties in its periodic report, and nobody else’s', () => {
    const titles = (unit: string) => item({ ...A11, unit }, '2019-12-10').standing.map(({ title }) => title);
    const justice = titles('so-tu-phap');
    const health = titles('so-y-te');
    expect(health).toContain('Nâng cao chất lượng phục vụ tại Trạm y tế cấp xã');
    expect(justice).not.toContain('Nâng cao chất lượng phục vụ tại Trạm y tế cấp xã');
    expect(justice.length).toBeGreaterThan(1);
    expect(justice).not.toContain('Báo cáo năm về tình hình theo dõi thi hành pháp luật');
  });
});

describe('what follows', () => {
  const ladder = (rungs: Rung[]) => ({ ladder: { id: 'thu', name: 'Thang thử', rungs } });

  it('is said exactly: the day of the next rung after the date, and to whom', () => {
    expect(item(A04, '2019-10-09').next).toBe(
      'Nếu đến hết ngày 14/10/2019 chưa ghi nhận kết quả, ngày 15/10/2019 hệ thống sẽ gửi thư nhắc tới Sở Tư pháp và Giám đốc Sở Tư pháp, báo cáo Sở Nội vụ.',
    );
  });

  it('waits for the due day itself when that is a Saturday', () => {
    expect(item(A06, '2019-11-29').next).toContain('Nếu đến hết ngày 30/11/2019');
    expect(item(A06, '2019-11-29').next).toContain('ngày 02/12/2019 hệ thống sẽ gửi');
  });

  it('is silent when the ladder has no rung left', () => {
    const short = withObligation(schedule, 'A04', ladder([{ id: 'T+1', offset: 1, to: ['office'] }]));
    expect(item(A04, '2019-10-15', short).next).toBeNull();
  });

  it('is silent towards a body that is only requested', () => {
    const asked = withUnit(schedule, 'so-tu-phap', { requested: true });
    expect(item(A04, '2019-10-09', asked).next).toBeNull();
  });

  it('names the follow-up unit and the authority when they are next, not the unit itself', () => {
    const higher = withObligation(
      schedule,
      'A04',
      ladder([
        { id: 'T+1', offset: 1, to: ['office'] },
        { id: 'T+3', offset: 3, to: ['followUp', 'authority'] },
      ]),
    );
    expect(item(A04, '2019-10-15', higher).next).toBe(
      'Nếu đến ngày 17/10/2019 chưa ghi nhận kết quả, hệ thống sẽ báo cáo Sở Nội vụ và Ủy ban nhân dân tỉnh.',
    );
  });

  it('promises no letter to a head who has no mailbox', () => {
    const noHead = withUnit(schedule, 'so-tu-phap', { heads: [] });
    expect(item(A04, '2019-10-09', noHead).next).toContain('gửi thư nhắc tới Sở Tư pháp, báo cáo');
    const toHead = withObligation(noHead, 'A04', ladder([{ id: 'T+1', offset: 1, to: ['head'] }]));
    expect(item(A04, '2019-10-09', toHead).next).toBeNull();
  });
});

describe('what the reader should know beside the facts', () => {
  it('a proposed day that nobody has confirmed does not go out as the plan’s own', () => {
    expect(item(A11, '2019-12-10').notes).toEqual([
      'Ngày cụ thể là đề xuất, đang chờ xác nhận; nếu chưa phù hợp, đề nghị cho biết.',
    ]);
    expect(item(A04, '2019-10-09').notes).toEqual([]);
  });

  it('a rung that could not reach somebody is told of in the letter of the same and of the next rung', () => {
    const noHead = withUnit(schedule, 'so-tu-phap', { heads: [] });
    const notes = (order: number) =>
      viewLetter(claimedLetter([{ ...claimedNotice(A04), order }]), noHead, '2019-10-09', LINKS).items[0]
        ?.notes;
    const note = ['Bậc T-3: Không có hộp thư của Giám đốc Sở Tư pháp.'];
    expect([notes(-7), notes(-3), notes(-1), notes(0)]).toEqual([[], note, note, []]);
  });

  it('a vacant post is told of as vacant, and the next step names the stand-in of its day', () => {
    const heads = (title: string, from: string) => ({ heads: [{ mailbox: 'moi@stp.example', title, from }] });
    const later = withUnit(schedule, 'so-tu-phap', heads('Phó Giám đốc phụ trách Sở Tư pháp', '2019-10-15'));
    expect(item(A04, '2019-10-14', later).next).toContain(
      'gửi thư nhắc tới Sở Tư pháp và Phó Giám đốc phụ trách Sở Tư pháp, báo cáo',
    );
    const vacant = withUnit(schedule, 'so-tu-phap', heads('Giám đốc Sở Tư pháp', '2019-10-16'));
    expect(item(A04, '2019-10-14', vacant).next).toContain('gửi thư nhắc tới Sở Tư pháp, báo cáo');
    const notes = viewLetter(
      claimedLetter([{ ...claimedNotice(A04), order: 1 }]),
      vacant,
      '2019-10-15',
      LINKS,
    );
    expect(notes.items[0]?.notes).toEqual([
      'Bậc T+1: Chức danh Giám đốc Sở Tư pháp chưa có người phụ trách ngày 15/10/2019.',
    ]);
  });

  it('a target measured over a year is no piece of work to hand in', () => {
    const measured = (obligation: string, unit: string, period: string, nominal: string) =>
      item({ obligation, unit, period, nominal }, '2019-11-20').measured;
    expect(measured('A17', 'so-noi-vu', '2019', '2019-12-31')).toBe(true);
    expect(measured('A06', 'ubnd-huyen-dak-ha', '2019-11-30', '2019-11-30')).toBe(false);
  });

  it('an extended date is told with the plan’s own day', () => {
    const notice = claimedNotice(A04);
    const deadline = { ...notice.deadline, originalNominal: '2019-09-30', extensions: 1 };
    const [first] = viewLetter(claimedLetter([{ ...notice, deadline }]), schedule, '2019-10-09', LINKS).items;
    expect(first?.notes[0]).toBe('Thời hạn đã được gia hạn từ ngày 30/09/2019.');
  });
});
