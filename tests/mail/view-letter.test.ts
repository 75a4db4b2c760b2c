import { beforeAll, describe, expect, it } from 'vitest';
import { UnknownInSchedule } from '../../src/mail/unknown-in-schedule.ts';
import { viewLetter } from '../../src/mail/view-letter.ts';
import type { ClaimedLetter } from '../../src/record/claim-letter.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { claimedLetter, claimedNotice, konTum, withUnit, LINKS } from './claimed.ts';

let schedule: Schedule;
beforeAll(async () => {
  schedule = await konTum();
});

const A04 = { obligation: 'A04', unit: 'so-tu-phap', nominal: '2019-10-14' };
const A02 = { obligation: 'A02', unit: 'ubnd-huyen-ia-h-drai', nominal: '2019-07-31' };

function view(letter: ClaimedLetter, today: string, on = schedule) {
  return viewLetter(letter, on, today, LINKS);
}

describe('what a letter says', () => {
  it('greets the unit, and tells the day in words', () => {
    const { greeting, today, count, requested } = view(claimedLetter([claimedNotice(A04)]), '2019-10-09');
    expect({ greeting, today, count, requested }).toEqual({
      greeting: 'Sở Tư pháp',
      today: 'thứ Tư, 09/10/2019',
      count: '01',
      requested: false,
    });
  });

  it('greets a head by title', () => {
    const letter = claimedLetter([claimedNotice({ ...A04, addressee: 'head' })]);
    expect(view(letter, '2019-10-09').greeting).toBe('Giám đốc Sở Tư pháp');
  });

  it('greets a head without a title as the head of the unit', () => {
    const untitled = withUnit(schedule, 'so-tu-phap', { headTitle: undefined });
    const letter = claimedLetter([claimedNotice({ ...A04, addressee: 'head' })]);
    expect(view(letter, '2019-10-09', untitled).greeting).toBe('Thủ trưởng Sở Tư pháp');
  });

  it('greets who leads the unit on the day of the letter, a stand-in by the title of one', () => {
    const changing = withUnit(schedule, 'so-tu-phap', {
      heads: [
        { mailbox: 'cu@stp.example', to: '2019-10-08' },
        { mailbox: 'moi@stp.example', title: 'Phó Giám đốc phụ trách Sở Tư pháp', from: '2019-10-09' },
      ],
    });
    const letter = claimedLetter([claimedNotice({ ...A04, addressee: 'head' })]);
    expect(view(letter, '2019-10-08', changing).greeting).toBe('Giám đốc Sở Tư pháp');
    expect(view(letter, '2019-10-09', changing).greeting).toBe('Phó Giám đốc phụ trách Sở Tư pháp');
  });

  it('tells a deadline once when office and head share one mailbox, and greets both', () => {
    const both = claimedLetter([claimedNotice(A04), claimedNotice({ ...A04, addressee: 'head' })]);
    const { items, count, greeting } = view(both, '2019-10-09');
    expect(items).toHaveLength(1);
    expect(count).toBe('01');
    expect(greeting).toBe('Sở Tư pháp; Giám đốc Sở Tư pháp');
  });

  it('keeps the order of its notices', () => {
    const A05 = { obligation: 'A05', unit: 'so-tu-phap', nominal: '2020-02-19' };
    const { items, count } = view(claimedLetter([claimedNotice(A04), claimedNotice(A05)]), '2019-10-09');
    expect(items.map(({ dueShort }) => dueShort)).toEqual(['14/10/2019', '19/02/2020']);
    expect(count).toBe('02');
  });

  it('sends questions to the unit that follows the first item', () => {
    expect(view(claimedLetter([claimedNotice(A04)]), '2019-10-09').contact).toEqual({
      name: 'Sở Nội vụ',
      mailbox: 'vanthu@sonoivu.kontum.example',
    });
    expect(view(claimedLetter([claimedNotice(A02), claimedNotice(A04)]), '2019-07-01').contact).toEqual({
      name: 'Sở Khoa học và Công nghệ',
      mailbox: 'vanthu@sokhcn.kontum.example',
    });
  });

  it('lets the follow-up unit ask the authority about its own duties', () => {
    const own = claimedNotice({ obligation: 'A03', unit: 'so-noi-vu', nominal: '2019-09-30' });
    expect(view(claimedLetter([own]), '2019-09-20').contact.name).toBe('Ủy ban nhân dân tỉnh');
  });

  it('tells a superior unit by unit, the unit with the worst first', () => {
    const late = (obligation: string, unit: string, nominal: string) =>
      claimedNotice({ obligation, unit, nominal, addressee: 'followUp' });
    const notices = [
      late('A04', 'so-tu-phap', '2019-10-14'),
      late('A06', 'ubnd-huyen-dak-ha', '2019-11-30'),
      late('A05', 'so-tu-phap', '2020-02-19'),
    ];
    const report = view({ ...claimedLetter(notices), kind: 'report' }, '2020-02-24');
    expect(report.role).toBe('followUp');
    expect(report.items.map(({ lead }) => lead)).toEqual([
      'Sở Tư pháp',
      'Sở Tư pháp',
      'Ủy ban nhân dân huyện Đăk Hà',
    ]);
  });

  it('names the unit to ask even when it has no mailbox', () => {
    const mute = withUnit(schedule, 'so-noi-vu', { office: undefined });
    expect(view(claimedLetter([claimedNotice(A04)]), '2019-10-09', mute).contact).toEqual({
      name: 'Sở Nội vụ',
      mailbox: null,
    });
  });

  it('is a request when every unit it speaks to is only requested', () => {
    const asked = withUnit(schedule, 'so-tu-phap', { requested: true });
    const alone = claimedLetter([claimedNotice(A04)]);
    const mixed = claimedLetter([claimedNotice(A04), claimedNotice(A02)]);
    expect(view(alone, '2019-10-09', asked).requested).toBe(true);
    expect(view(mixed, '2019-07-01', asked).requested).toBe(false);
  });

  it.each([
    ['folder', { ...claimedLetter([claimedNotice(A04)]), folder: 'gone' }],
    ['plan', claimedLetter([claimedNotice({ ...A04, plan: 'gone' })])],
    ['obligation', claimedLetter([claimedNotice({ ...A04, obligation: 'gone' })])],
    ['unit', claimedLetter([{ ...claimedNotice(A04), unit: 'gone' }])],
  ])('cannot be written when the schedule no longer has its %s', (_, letter) => {
    expect(() => view(letter, '2019-10-09')).toThrow(UnknownInSchedule);
  });
});
