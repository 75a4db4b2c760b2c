import { describe, expect, it } from 'vitest';
import { instantAt, localStamp } from '../../src/calendar/dates.ts';
import { UnknownYear } from '../../src/calendar/unknown-year.ts';
import { firstSendableDay, firstSendableInstant } from '../../src/plan/sending-days.ts';
import { CALENDAR, duty, planAt, scheduleOf } from '../support/schedules.ts';

const WINDOW = { at: '07:30', until: '17:00' };

describe('the first day on which a letter can leave', () => {
  it.each([
    ['a working day before the window opens', '2019-10-09', '00:00', '2019-10-09'],
    ['the last minute of the window', '2019-10-09', '16:59', '2019-10-09'],
    ['the end of the window', '2019-10-09', '17:00', '2019-10-10'],
    ['a Friday evening', '2019-10-11', '17:00', '2019-10-14'],
    ['a Saturday', '2019-10-12', '10:00', '2019-10-14'],
    ['a worked Saturday', '2019-05-04', '10:00', '2019-05-04'],
    ['the evening before a worked Saturday', '2019-05-03', '20:00', '2019-05-04'],
    ['the last evening before Tết', '2020-01-22', '17:00', '2020-01-30'],
    ['mùng 1 Tết', '2020-01-25', '09:00', '2020-01-30'],
  ])('on %s', (_when, day, time, expected) => {
    expect(firstSendableDay(instantAt(day, time), WINDOW.until, CALENDAR)).toBe(expected);
  });
});

describe('the first instant at which a letter can leave', () => {
  it.each([
    ['waits for the window to open', '2019-10-09', '07:29', '2019-10-09T07:30:00+07:00'],
    ['is the opening itself', '2019-10-09', '07:30', '2019-10-09T07:30:00+07:00'],
    ['is at once inside the window', '2019-10-09', '16:59', '2019-10-09T16:59:00+07:00'],
    ['waits for the next day at the end of the window', '2019-10-09', '17:00', '2019-10-10T07:30:00+07:00'],
    ['waits over a weekend', '2019-10-12', '10:00', '2019-10-14T07:30:00+07:00'],
  ])('%s', (_what, day, time, expected) => {
    expect(localStamp(firstSendableInstant(instantAt(day, time), WINDOW, CALENDAR))).toBe(expected);
  });
});

describe('planning', () => {
  const schedule = scheduleOf({
    duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')],
    ladder: { '-3': 'office', '1': 'office' },
  });
  const days = (work: ReturnType<typeof planAt>) => work.letters.map(({ day }) => day);

  it('plans up to the horizon and includes it', () => {
    expect(days(planAt(schedule, '2019-10-01', { horizon: '2019-10-08' }))).toEqual([]);
    expect(days(planAt(schedule, '2019-10-01', { horizon: '2019-10-09' }))).toEqual(['2019-10-09']);
    expect(days(planAt(schedule, '2019-10-01', { horizon: '2019-10-15' }))).toEqual([
      '2019-10-09',
      '2019-10-15',
    ]);
  });

  it('takes up on the next working day what the end of the window cut off', () => {
    expect(days(planAt(schedule, '2019-10-09', { time: '16:59', horizon: '2019-10-14' }))).toEqual([
      '2019-10-09',
    ]);
    expect(days(planAt(schedule, '2019-10-09', { time: '17:00', horizon: '2019-10-14' }))).toEqual([
      '2019-10-10',
    ]);
  });

  it('neither says nor skips what can only leave after the horizon', () => {
    const work = planAt(schedule, '2019-10-09', { time: '17:00', horizon: '2019-10-09' });
    expect(work).toMatchObject({ letters: [], skipped: [] });
  });

  it('sees from the first day of its ladder a deadline that lies behind a long holiday', () => {
    const tet = scheduleOf({
      duties: [duty('A', 'đến hết ngày 29/01/2020', 'so-noi-vu')],
      ladder: { '-15': 'office' },
    });
    expect(days(planAt(tet, '2019-12-31', { horizon: '2019-12-31' }))).toEqual(['2019-12-31']);
  });

  it('looks at what has come due since the record was last planned', () => {
    const state = { lastPlanned: '2019-10-01' };
    expect(planAt(schedule, '2020-03-02').deadlines).toEqual([]);
    const work = planAt(schedule, '2020-03-02', { state });
    expect(work.deadlines.map(({ period }) => period)).toEqual(['2019-10-14']);
    expect(work.letters).toEqual([]);
    expect(work.skipped.map(({ rung, final }) => [rung, final])).toEqual([
      ['T-3', true],
      ['T+1', true],
    ]);
  });

  it('looks no less far when the record was planned by a clock that is ahead', () => {
    expect(planAt(schedule, '2019-10-09', { state: { lastPlanned: '2020-03-02' } })).toEqual(
      planAt(schedule, '2019-10-09'),
    );
  });

  it('refuses to guess beyond the known calendar', () => {
    expect(() => planAt(schedule, `${CALENDAR.lastYear}-12-30`)).toThrow(UnknownYear);
    expect(() => planAt(schedule, `${CALENDAR.firstYear}-01-03`)).toThrow(UnknownYear);
  });

  it('gives each folder its own letters and its own hours', () => {
    const duties = [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')];
    const other = scheduleOf({ duties, folder: 'tinh-khac', sending: { at: '09:00', until: '12:00' } });
    const both = { ...schedule, folders: [...schedule.folders, ...other.folders] };
    const { letters } = planAt(both, '2019-10-09', { time: '12:00', horizon: '2019-10-10' });
    expect(letters.map(({ folder, slot }) => [folder, localStamp(slot)])).toEqual([
      ['tinh-thu', '2019-10-09T07:30:00+07:00'],
      ['tinh-khac', '2019-10-10T09:00:00+07:00'],
    ]);
  });
});
