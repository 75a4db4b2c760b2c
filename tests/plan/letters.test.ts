import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { localStamp } from '../../src/calendar/dates.ts';
import { letterVolume } from '../../src/plan/letter-volume.ts';
import { duty, planAt, scheduleOf, unit, type ScheduleParts } from '../support/schedules.ts';

const ONE_LETTER: ScheduleParts = {
  duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')],
  ladder: { '-3': 'office' },
};

function idOf(parts: ScheduleParts, day = '2019-10-01'): string {
  const [letter, ...others] = planAt(scheduleOf(parts), day).letters;
  if (letter === undefined || others.length > 0) throw new Error('Expected one letter');
  return letter.id;
}

describe('a letter', () => {
  it('holds all that one mailbox is told on one day, the earliest deadline first', () => {
    const duties = [
      duty('muon', 'đến hết ngày 20 tháng 11 năm 2019', 'so-noi-vu'),
      duty('som', 'đến hết ngày 18 tháng 11 năm 2019', 'so-noi-vu'),
      duty('giua', 'đến hết ngày 19 tháng 11 năm 2019', 'so-noi-vu'),
    ];
    const ladder = { '-4': 'office', '-3': 'office', '-2': 'office' };
    const { letters } = planAt(scheduleOf({ duties, ladder }), '2019-11-14', { horizon: '2019-11-14' });
    expect(letters).toHaveLength(1);
    expect(letters[0]?.notices.map(({ deadline, rung }) => [deadline.split('/')[1], rung])).toEqual([
      ['som', 'T-2'],
      ['giua', 'T-3'],
      ['muon', 'T-4'],
    ]);
  });

  it('puts deadlines with the same aim in the order of their names', () => {
    const duties = ['c', 'a', 'b'].map((id) => duty(id, 'trước ngày 15/10/2019', 'so-noi-vu'));
    const { letters } = planAt(scheduleOf({ duties, ladder: { '0': 'office' } }), '2019-10-14');
    expect(letters[0]?.notices.map(({ deadline }) => deadline.split('/')[1])).toEqual(['a', 'b', 'c']);
  });

  it('is of one kind: what is coming, due today and late make three letters', () => {
    const duties = [
      duty('toi', 'trước ngày 17/10/2019', 'so-noi-vu'),
      duty('nay', 'trước ngày 16/10/2019', 'so-noi-vu'),
      duty('qua', 'trước ngày 15/10/2019', 'so-noi-vu'),
    ];
    const ladder = { '-1': 'office', '0': 'office', '1': 'office' };
    const { letters } = planAt(scheduleOf({ duties, ladder }), '2019-10-15', { horizon: '2019-10-15' });
    expect(
      letters.map(({ kind, notices }) => [kind, notices.map(({ deadline }) => deadline.split('/')[1])]),
    ).toEqual([
      ['overdue', ['qua']],
      ['today', ['nay']],
      ['upcoming', ['toi']],
    ]);
  });

  it('goes once to a mailbox that office and head share, whatever the letter case', () => {
    const units = [
      unit('so-tu-phap', { office: 'STP@kontum.example', heads: [{ mailbox: 'stp@KonTum.example' }] }),
    ];
    const parts = { ...ONE_LETTER, units, ladder: { '-3': 'office head' } };
    const { letters } = planAt(scheduleOf(parts), '2019-10-01');
    expect(
      letters.map(({ mailbox, notices }) => [mailbox, notices.map(({ addressee }) => addressee)]),
    ).toEqual([['stp@kontum.example', ['head', 'office']]]);
  });

  it("leaves when its folder's sending hour strikes in Vietnam", () => {
    const parts = { ...ONE_LETTER, sending: { at: '08:15', until: '16:00' } };
    const [letter] = planAt(scheduleOf(parts), '2019-10-01').letters;
    expect(letter && localStamp(letter.slot)).toBe('2019-10-09T08:15:00+07:00');
  });

  it('comes in the order of the hour it leaves, then of the mailbox', () => {
    const duties = [
      duty('A', 'trước ngày 15/10/2019', ['so-y-te', 'so-cong-thuong']),
      duty('B', 'trước ngày 11/10/2019', 'so-tu-phap'),
    ];
    const { letters } = planAt(scheduleOf({ duties, ladder: { '0': 'office' } }), '2019-10-01');
    expect(letters.map(({ day, mailbox }) => `${day} ${mailbox}`)).toEqual([
      '2019-10-10 vanthu@so-tu-phap.example',
      '2019-10-14 vanthu@so-cong-thuong.example',
      '2019-10-14 vanthu@so-y-te.example',
    ]);
  });
});

describe("a letter's id", () => {
  it('is the one it has always been', () => {
    expect(idOf(ONE_LETTER)).toBe('thu-d7812603cd79b1a29a733f9a');
  });

  it('is the same in another process, in another time zone', () => {
    const script = `
      import { duty, planAt, scheduleOf } from './tests/support/schedules.ts';
      const duties = [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')];
      const { letters } = planAt(scheduleOf({ duties, ladder: { '-3': 'office' } }), '2019-10-01');
      process.stdout.write(letters.map(({ id }) => id).join());`;
    const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
    const env = { ...process.env, TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8' };
    expect(execFileSync(process.execPath, args, { env, encoding: 'utf8' })).toBe(idOf(ONE_LETTER));
  });

  it('does not depend on the order in which the duties are written', () => {
    const duties = ['a', 'b', 'c'].map((id) => duty(id, 'trước ngày 15/10/2019', 'so-noi-vu'));
    const parts = { duties, ladder: { '0': 'office' } };
    expect(idOf({ ...parts, duties: duties.toReversed() })).toBe(idOf(parts));
  });

  it('does not depend on when the letter is planned', () => {
    expect(idOf(ONE_LETTER, '2019-10-08')).toBe(idOf(ONE_LETTER, '2019-09-20'));
  });

  it.each<[string, Partial<ScheduleParts>]>([
    ['mailbox', { units: [unit('so-tu-phap', { office: 'khac@so-tu-phap.example' })] }],
    ['sending hour', { sending: { at: '08:00', until: '17:00' } }],
    ['folder', { folder: 'tinh-khac' }],
    ['duty', { duties: [duty('A05', 'trước ngày 15/10/2019', 'so-tu-phap')] }],
    ['words of the plan', { duties: [duty('A04', 'đến hết ngày 14/10/2019', 'so-tu-phap')] }],
    ['rung', { ladder: { '-4': 'office' } }],
  ])('is another when the %s is another', (_what, change) => {
    expect(idOf({ ...ONE_LETTER, ...change })).not.toBe(idOf(ONE_LETTER));
  });
});

describe('the volume of letters', () => {
  it('counts letters, not notices, per mailbox and week from Monday to Sunday', () => {
    const duties = [
      duty('A', 'trước ngày 15/10/2019', 'so-noi-vu'),
      duty('B', 'trước ngày 15/10/2019', 'so-noi-vu'),
      duty('C', 'trước ngày 11/10/2019', 'so-tu-phap'),
    ];
    const ladder = { '-1': 'office', '0': 'office', '1': 'office' };
    const { letters } = planAt(scheduleOf({ duties, ladder }), '2019-10-01');
    expect(letterVolume(letters)).toEqual([
      { mailbox: 'vanthu@so-noi-vu.example', week: '2019-10-07', letters: 1 },
      { mailbox: 'vanthu@so-noi-vu.example', week: '2019-10-14', letters: 2 },
      { mailbox: 'vanthu@so-tu-phap.example', week: '2019-10-07', letters: 3 },
    ]);
  });
});
