import { beforeAll, describe, expect, it } from 'vitest';
import { draftOf } from '../../src/mail/draft-of.ts';
import { draftedNotices } from '../../src/mail/drafted-notices.ts';
import { viewDraftLetter } from '../../src/mail/draft-letter-view.ts';
import { viewLetter } from '../../src/mail/view-letter.ts';
import type { ClaimedLetter, ClaimedNotice } from '../../src/record/claim-letter.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import type { Addressee } from '../../src/schedule/shape.ts';
import { claimedLetter, claimedNotice, konTum, LINKS, withObligation, withUnit } from './claimed.ts';

let schedule: Schedule;
beforeAll(async () => {
  schedule = await konTum();
});

const TODAY = '2019-10-21';

/** A04 of Sở Tư pháp, due on 14/10/2019, on `rung`. */
function told(rung: string, addressee: Addressee = 'followUp'): ClaimedNotice {
  return onRung(
    claimedNotice({ obligation: 'A04', unit: 'so-tu-phap', nominal: '2019-10-14' }),
    rung,
    addressee,
  );
}

function onRung(notice: ClaimedNotice, rung: string, addressee: Addressee = 'followUp'): ClaimedNotice {
  return { ...notice, id: `${notice.deadline.id}#${rung}@${addressee}`, addressee, unit: 'so-noi-vu' };
}

const EARLIER = claimedNotice({
  obligation: 'A01',
  unit: 'so-tai-chinh',
  nominal: '2019-06-30',
  aim: '2019-06-28',
});

function report(...notices: ClaimedNotice[]): ClaimedLetter {
  return { ...claimedLetter(notices), kind: 'report' };
}

function draftedIn(letter: ClaimedLetter, on = schedule): string[] {
  return draftedNotices(letter, folderOf(on), on.calendar).map(({ deadline }) => deadline.obligation);
}

function viewOf(notices: ClaimedNotice[], on = schedule) {
  return viewDraftLetter(notices, folderOf(on), on.calendar, TODAY);
}

function folderOf({ folders }: Schedule) {
  const folder = folders.find(({ id }) => id === 'kon-tum-2019');
  if (folder === undefined) throw new Error('No Kon Tum');
  return folder;
}

describe('a draft urging letter', () => {
  it('goes with the report of the rung that asks for it', async () => {
    const draft = await draftOf(report(told('T+5')), schedule, TODAY);
    expect(draft).toMatchObject({
      filename: 'du-thao-cong-van-don-doc-2019-10-21.docx',
      contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    });
    expect(draft?.content.slice(0, 2).toString()).toBe('PK');
  });

  it('goes with no other letter', async () => {
    expect(await draftOf(report(told('T+1')), schedule, TODAY)).toBeUndefined();
    expect(await draftOf(report(told('T+10', 'authority')), schedule, TODAY)).toBeUndefined();
    expect(await draftOf({ ...report(told('T+5')), kind: 'overdue' }, schedule, TODAY)).toBeUndefined();
    expect(await draftOf({ ...report(told('T+5')), folder: 'gone' }, schedule, TODAY)).toBeUndefined();
  });

  it('covers exactly the deadlines on such rungs, and the report says how many', () => {
    const letter = report(onRung(EARLIER, 'T+5'), told('T+1'));
    expect(draftedIn(letter)).toEqual(['A01']);
    expect(viewLetter(letter, schedule, TODAY, LINKS).draft).toEqual({
      file: 'du-thao-cong-van-don-doc-2019-10-21.docx',
      count: '01',
    });
    expect(viewLetter(report(told('T+1')), schedule, TODAY, LINKS).draft).toBeNull();
  });

  it('is drafted anew after an extension', () => {
    const notice = told('G1.T+5');
    const extended = { ...notice, deadline: { ...notice.deadline, extensions: 1 } };
    expect(draftedIn(report(extended))).toEqual(['A04']);
    expect(draftedIn(report(told('G1.T+5')))).toEqual([]);
  });
});

describe('what the draft says', () => {
  it('is who sends it under whom, where, and to whom it reports', () => {
    const { sender, place, authority, plans, reportBy } = viewOf([told('T+5')]);
    expect({ sender, place, authority, plans, reportBy }).toEqual({
      sender: {
        name: 'Sở Nội vụ',
        parent: 'Ủy ban nhân dân tỉnh Kon Tum',
        symbol: 'SNV',
        signer: ['Giám đốc'],
      },
      place: 'Kon Tum',
      authority: 'Ủy ban nhân dân tỉnh',
      plans: [
        {
          number: 'Kế hoạch số …/KH-UBND',
          name: 'Kế hoạch số …/KH-UBND tháng 6 năm 2019 của Ủy ban nhân dân tỉnh về cải thiện Chỉ số PAPI và Chỉ số PAR INDEX tỉnh Kon Tum năm 2019',
        },
      ],
      reportBy: '2019-10-25',
    });
  });

  it('is each duty with its days late, unit by unit, the unit with the worst first', () => {
    const other = claimedNotice({ obligation: 'A05', unit: 'so-tai-chinh', nominal: '2019-10-14' });
    const notices = [onRung(EARLIER, 'T+5'), told('T+5'), onRung(other, 'T+5')];
    expect(viewOf(notices).items.map(({ unit, due, daysLate }) => [unit, due, daysLate])).toEqual([
      ['Sở Tài chính', '2019-06-30', 80],
      ['Sở Tài chính', '2019-10-14', 5],
      ['Sở Tư pháp', '2019-10-14', 5],
    ]);
  });

  it('is the clause, and the period or the event of a duty that has one', () => {
    const [item] = viewOf([told('T+5')]).items;
    expect(item).toMatchObject({
      title: 'Báo cáo năm về tình hình theo dõi thi hành pháp luật',
      ground: 'ý thứ 2, gạch đầu dòng thứ 3, điểm b, mục 2.1, phần II (II.2.1.b/3)',
      extendedFrom: null,
    });
    const notice = told('T+5');
    const about = { ...notice, deadline: { ...notice.deadline, about: '703/QĐ-UBND ngày 07/10/2019' } };
    expect(viewOf([about]).items[0]?.title).toMatch(/ \(703\/QĐ-UBND ngày 07\/10\/2019\)$/);
  });

  it('is nothing of a place, a parent or a number that the schedule does not know', () => {
    const folder = folderOf(withUnit(schedule, 'so-noi-vu', { parent: undefined, symbol: undefined }));
    const plans = folder.plans.map((plan) => ({
      ...plan,
      place: undefined,
      number: undefined,
      authority: 'so-noi-vu',
      issued: undefined,
    }));
    const view = viewDraftLetter([told('T+5')], { ...folder, plans }, schedule.calendar, TODAY);
    expect(view).toMatchObject({ place: null, authority: null, sender: { parent: null, symbol: null } });
    expect(view.plans).toEqual([
      {
        number: null,
        name: 'Kế hoạch cải thiện Chỉ số PAPI và Chỉ số PAR INDEX tỉnh Kon Tum năm 2019 của Ủy ban nhân dân tỉnh',
      },
    ]);
  });

  it('names the plan of each duty when they are of several', () => {
    const folder = folderOf(withObligation(schedule, 'A04', { clause: 'mục 1' }));
    const [plan] = folder.plans;
    if (plan === undefined) throw new Error('No plan');
    const second = { ...plan, id: 'khac', number: '12/KH-UBND' };
    const notice = told('T+5');
    const other = { ...notice, deadline: { ...notice.deadline, plan: 'khac' } };
    const both = { ...folder, plans: [plan, second] };
    const view = viewDraftLetter([notice, other], both, schedule.calendar, TODAY);
    expect(view.plans).toHaveLength(2);
    expect(view.items.map(({ ground }) => ground)).toEqual([
      'mục 1, Kế hoạch số …/KH-UBND',
      'mục 1, Kế hoạch số 12/KH-UBND',
    ]);
  });

  it('is refused about nothing', () => {
    expect(() => viewOf([])).toThrow(RangeError);
  });
});
