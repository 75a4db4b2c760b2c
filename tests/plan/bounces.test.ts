import { describe, expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import type { DeadMailbox } from '../../src/plan/model.ts';
import { duty, planAt, scheduleOf, unit } from '../support/schedules.ts';

const OFFICE = 'vanthu@so-a.example';
const HEAD = 'lanhdao@so-a.example';
const FOLLOW_UP = 'vanthu@so-noi-vu.example';

function dead(mailbox: string, more: Partial<DeadMailbox> = {}): DeadMailbox {
  const about = { deadline: 'KH/A1/so-a/2019-10-14', plan: 'KH', obligation: 'A1', unit: 'so-a' };
  return { number: 7, mailbox, folder: 'tinh-thu', since: instantAt('2019-10-09', '09:00'), about, ...more };
}

function lettersOn(state: DeadMailbox[], more: Parameters<typeof scheduleOf>[0] | object = {}) {
  const schedule = scheduleOf({
    duties: [duty('A1', 'trước ngày 15/10/2019', 'so-a')],
    ladder: { '-3': 'office', '0': 'office', '1': 'office head', '5': 'followUp', '10': 'authority' },
    ...more,
  });
  const { letters, skipped } = planAt(schedule, '2019-10-09', { time: '09:30', state: { dead: state } });
  return {
    letters: letters.map(({ kind, mailbox, day }) => `${day} ${kind} ${mailbox}`),
    told: letters
      .filter(({ kind }) => kind === 'undelivered')
      .flatMap(({ notices }) => notices.map(({ rung }) => rung)),
    reasons: letters.flatMap(({ notices }) => notices.map(({ reason }) => reason)),
    skipped: skipped.map(({ id, reason }) => [id.slice(id.indexOf('#')), reason]),
  };
}

describe('a mailbox that takes no mail', () => {
  it('of an office lets its head be written to, of a head its office, and says why', () => {
    const office = lettersOn([dead(OFFICE)]);
    expect(office.letters).toEqual([
      `2019-10-09 upcoming ${HEAD}`,
      `2019-10-09 undelivered ${FOLLOW_UP}`,
      `2019-10-14 today ${HEAD}`,
      `2019-10-15 overdue ${HEAD}`,
      `2019-10-21 report ${FOLLOW_UP}`,
      '2019-10-28 report vanthu@ubnd-tinh.example',
    ]);
    expect(office.reasons[0]).toContain(` Gửi tới ${HEAD} vì thư gửi ${OFFICE} bị trả lại.`);
    const head = lettersOn([dead(HEAD)]);
    expect(head.letters).toContain(`2019-10-15 overdue ${OFFICE}`);
    expect(head.letters.join()).not.toContain(HEAD);
  });

  it('is not the only one: with both dead the unit hears nothing, with that reason, and its superiors are told as ever', () => {
    const { letters, skipped } = lettersOn([dead(OFFICE), dead(HEAD, { number: 8 })]);
    expect(letters).toEqual([
      `2019-10-09 undelivered ${FOLLOW_UP}`,
      `2019-10-21 report ${FOLLOW_UP}`,
      '2019-10-28 report vanthu@ubnd-tinh.example',
    ]);
    expect(skipped).toContainEqual([
      '#T0@office',
      `Thư gửi ${OFFICE} bị trả lại, Cơ quan so-a không còn hộp thư nào khác nhận được thư.`,
    ]);
  });

  it('that is the only one of its unit leaves nowhere to write to', () => {
    const { letters } = lettersOn([dead(OFFICE)], { units: [unit('so-a', { heads: [] })] });
    expect(letters.join()).not.toContain('so-a.example');
  });

  it('of the unit that follows up is told to the authority', () => {
    const about = { deadline: 'KH/A1/so-a/2019-10-14', plan: 'KH', obligation: 'A1', unit: 'so-noi-vu' };
    const { letters } = lettersOn([dead(FOLLOW_UP, { about })]);
    expect(letters).toContain('2019-10-09 undelivered vanthu@ubnd-tinh.example');
    expect(letters).toContain('2019-10-21 report lanhdao@so-noi-vu.example');
  });

  it('is told to the head of the unit that follows up when its office is dead too', () => {
    const { letters } = lettersOn([
      dead(OFFICE),
      dead(FOLLOW_UP, {
        number: 8,
        about: { deadline: 'KH/A1/so-a/2019-10-14', plan: 'KH', obligation: 'A1', unit: 'so-noi-vu' },
      }),
    ]);
    expect(letters).toContain('2019-10-09 undelivered lanhdao@so-noi-vu.example');
    expect(letters).toContain('2019-10-09 undelivered vanthu@ubnd-tinh.example');
  });

  it('of two units in one morning makes one letter of both', () => {
    const other = { deadline: 'KH/A1/so-b/2019-10-14', plan: 'KH', obligation: 'A1', unit: 'so-b' };
    const { letters, told } = lettersOn(
      [dead(OFFICE), dead('vanthu@so-b.example', { number: 8, about: other })],
      {
        duties: [duty('A1', 'trước ngày 15/10/2019', ['so-a', 'so-b'])],
      },
    );
    expect(letters.filter((letter) => letter.includes('undelivered'))).toHaveLength(1);
    expect(told).toEqual(['back.7', 'back.8']);
  });

  it('of another folder, or marked for a duty that is gone, is told to nobody here', () => {
    const gone = { deadline: 'KH/A9/so-a/2019-10-14', plan: 'KH', obligation: 'A9', unit: 'so-a' };
    for (const mark of [
      dead(OFFICE, { folder: 'khac' }),
      dead(OFFICE, { about: gone }),
      dead(OFFICE, { about: null }),
    ])
      expect(lettersOn([mark]).letters.join()).not.toContain('undelivered');
  });

  it('carries no digest: the other mailbox of its unit gets it, and a dead one of the system’s people nothing', () => {
    const digests = { weekly: true, monthly: false, admins: 'quan-tri@dondoc.example' };
    const { letters } = lettersOn(
      [dead(FOLLOW_UP, { about: null }), dead('quan-tri@dondoc.example', { number: 9, about: null })],
      { digests },
    );
    expect(letters).toContain('2019-10-14 weekly lanhdao@so-noi-vu.example');
    expect(letters.join()).not.toContain(FOLLOW_UP);
    expect(letters.join()).not.toContain('daily');
  });
});
