import { expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import { NO_CHANGE } from '../../src/record/apply-plan.ts';
import type { RecordDb } from '../../src/record/open-record.ts';
import { settleLetter, type Ending } from '../../src/record/settle-letter.ts';
import type { Calendar } from '../../src/calendar/calendar.ts';
import { applyAt, claimOnly, eventsOf, onEachRecord } from '../support/record.ts';
import { CALENDAR, duty, scheduleOf, type ScheduleParts } from '../support/schedules.ts';

const DAY = '2019-10-01';
const PARTS: ScheduleParts = {
  duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')],
  ladder: { '-3': 'office', '0': 'office' },
};
const SCHEDULE = scheduleOf(PARTS);
const WITHOUT_A04 = scheduleOf({ ...PARTS, duties: [duty('S01', 'thường xuyên', 'so-tu-phap')] });
const DEADLINE = 'KH/A04/so-tu-phap/2019-10-14';
const SENT: Ending = {
  status: 'sent',
  response: '250 OK',
  said: { messageId: '<thu@dondoc.example>', subject: 'Nhắc', text: 'Nhắc', html: '<p>Nhắc</p>' },
};

/** The shipped calendar with one more day off. */
function withDayOff(date: string): Calendar {
  const before = (day: string) => (day === date ? CALENDAR.previousWorkingDay(day) : day);
  return {
    ...CALENDAR,
    isWorkingDay: (day) => day !== date && CALENDAR.isWorkingDay(day),
    lastWorkingDayOnOrBefore: (day) => before(CALENDAR.lastWorkingDayOnOrBefore(day)),
  };
}

async function letters(db: RecordDb): Promise<string[]> {
  const rows = await db.selectFrom('letter').orderBy('day').orderBy('status').selectAll().execute();
  return rows.map(({ day, status }) => `${day} ${status}`);
}

async function notices(db: RecordDb): Promise<string[]> {
  const rows = await db
    .selectFrom('notice')
    .orderBy('climb_order')
    .orderBy('addressee')
    .selectAll()
    .execute();
  return rows.map(({ rung, status }) => `${rung} ${status}`);
}

onEachRecord((record) => {
  it('records a schedule once, with what it changed, until it is another', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, DAY, { fingerprint: 'one' });
    await applyAt(db, SCHEDULE, DAY, { fingerprint: 'one' });
    await applyAt(db, WITHOUT_A04, DAY, { fingerprint: 'two' });
    await applyAt(db, SCHEDULE, DAY, { fingerprint: 'one' });
    const loaded = await db
      .selectFrom('event')
      .where('what', '=', 'schedule-loaded')
      .orderBy('id')
      .selectAll()
      .execute();
    expect(loaded.map(({ why }) => why)).toEqual([
      'Nạp lịch: thêm 1, chuyển 0, rút 0 thời hạn; thêm 2, bỏ 0 thư chưa gửi.',
      'Nạp lịch: thêm 0, chuyển 0, rút 1 thời hạn; thêm 0, bỏ 2 thư chưa gửi.',
      'Nạp lịch: thêm 1, chuyển 0, rút 0 thời hạn; thêm 2, bỏ 0 thư chưa gửi.',
    ]);
    expect(loaded[1]?.detail).toEqual({
      ...NO_CHANGE,
      fingerprint: 'two',
      deadlinesWithdrawn: 1,
      lettersDropped: 2,
    });
    expect(loaded[1]).toMatchObject({ who: 'test', at: instantAt(DAY, '00:00') });
  });

  it('moves the aim when a changed calendar makes the day a day off, and plans its letters anew', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, DAY);
    const changed = scheduleOf({ ...PARTS, calendar: withDayOff('2019-10-14') });
    expect(await applyAt(db, changed, DAY)).toEqual({
      ...NO_CHANGE,
      deadlinesMoved: 1,
      lettersAdded: 2,
      lettersDropped: 2,
    });
    expect(await letters(db)).toEqual([
      '2019-10-08 planned',
      '2019-10-09 dropped',
      '2019-10-11 planned',
      '2019-10-14 dropped',
    ]);
    const moved = await db
      .selectFrom('event')
      .where('what', '=', 'deadline-moved')
      .selectAll()
      .executeTakeFirst();
    expect(moved).toMatchObject({
      deadline: DEADLINE,
      detail: { from: { aim: '2019-10-14' }, to: { aim: '2019-10-11', nominal: '2019-10-14' } },
    });
  });

  it('moves a yearly deadline whose day the plan changes, under the same id', async () => {
    const { db } = record();
    const yearly = (phrase: string) => scheduleOf({ ...PARTS, duties: [duty('A09', phrase, 'so-noi-vu')] });
    await applyAt(db, yearly('trước 31/12 hằng năm'), '2019-12-10');
    expect(await applyAt(db, yearly('trước 26/12 hằng năm'), '2019-12-10')).toMatchObject({
      deadlinesMoved: 1,
    });
    expect(await eventsOf(db, 'deadline-moved')).toEqual([
      { what: 'deadline-moved', why: 'Thời hạn chuyển từ 30/12/2019 sang 25/12/2019 do lịch thay đổi.' },
    ]);
  });

  it('withdraws a deadline that has left the schedule, and restores it when it comes back', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, DAY);
    expect(await applyAt(db, WITHOUT_A04, DAY)).toEqual({
      ...NO_CHANGE,
      deadlinesWithdrawn: 1,
      lettersDropped: 2,
    });
    expect(await letters(db)).toEqual(['2019-10-09 dropped', '2019-10-14 dropped']);
    expect(await notices(db)).toEqual([]);
    expect(await applyAt(db, WITHOUT_A04, DAY)).toEqual(NO_CHANGE);
    expect(await applyAt(db, SCHEDULE, DAY)).toEqual({ ...NO_CHANGE, deadlinesAdded: 1, lettersAdded: 2 });
    expect(await letters(db)).toEqual(['2019-10-09 planned', '2019-10-14 planned']);
    expect(await notices(db)).toEqual(['T-3 planned', 'T0 planned']);
    expect(await eventsOf(db, 'deadline-withdrawn', 'deadline-restored')).toHaveLength(2);
  });

  it('gives the letters of a changed sending hour their new slot', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, DAY);
    await applyAt(db, scheduleOf({ ...PARTS, sending: { at: '09:00', until: '17:00' } }), DAY);
    const planned = await db
      .selectFrom('letter')
      .where('status', '=', 'planned')
      .orderBy('slot')
      .selectAll()
      .execute();
    expect(planned.map(({ slot }) => slot)).toEqual([
      instantAt('2019-10-09', '09:00'),
      instantAt('2019-10-14', '09:00'),
    ]);
  });

  it('gives a planned digest, whose id tells its week alone, a changed hour, and its new day when it comes back', async () => {
    const { db } = record();
    const weekly = (at: string, isOn = true) =>
      scheduleOf({ ...PARTS, sending: { at, until: '17:00' }, digests: { weekly: isOn, monthly: false } });
    const digests = async () => {
      const rows = await db
        .selectFrom('letter')
        .where('kind', '=', 'weekly')
        .where('status', '=', 'planned')
        .orderBy('slot')
        .select(['day', 'slot'])
        .execute();
      return rows.slice(0, 2).map(({ day, slot }) => [day, slot]);
    };
    const at = (day: string, hour: string) => [day, instantAt(day, hour)];
    await applyAt(db, weekly('07:30'), '2019-09-29');
    expect(await digests()).toEqual([at('2019-09-30', '07:30'), at('2019-10-07', '07:30')]);
    await applyAt(db, weekly('09:00'), '2019-09-29');
    expect(await digests()).toEqual([at('2019-09-30', '09:00'), at('2019-10-07', '09:00')]);
    await applyAt(db, weekly('09:00', false), '2019-09-29');
    expect(await digests()).toEqual([]);
    await applyAt(db, weekly('09:00'), '2019-10-01', { time: '20:00' });
    expect(await digests()).toEqual([at('2019-10-02', '09:00'), at('2019-10-07', '09:00')]);
  });

  it('keeps what was sent, and never plans it again', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, DAY);
    const { id } = await claimOnly(db, '2019-10-09');
    await settleLetter(db, id, 'test', instantAt('2019-10-09', '07:31'), SENT);
    const renamed = scheduleOf({ ...PARTS, ladder: { '-3': 'office', '-1': 'office' } });
    await applyAt(db, renamed, '2019-10-09', { time: '10:00' });
    expect(await letters(db)).toEqual(['2019-10-09 sent', '2019-10-11 planned', '2019-10-14 dropped']);
    expect(await notices(db)).toEqual(['T-3 said', 'T-1 planned']);
  });

  it.each<[string, Ending | undefined]>([
    ['being sent', undefined],
    ['tried again', { status: 'retrying', response: '421', nextAttempt: instantAt('2019-10-09', '08:00') }],
  ])('leaves alone a letter that is %s, even when the schedule no longer wants it', async (_what, ending) => {
    const { db } = record();
    await applyAt(db, SCHEDULE, DAY);
    const { id } = await claimOnly(db, '2019-10-09');
    if (ending !== undefined) await settleLetter(db, id, 'test', instantAt('2019-10-09', '07:31'), ending);
    const status = ending?.status ?? 'sending';
    await applyAt(db, SCHEDULE, '2019-10-09', { time: '07:40' });
    expect(await letters(db)).toEqual([`2019-10-09 ${status}`, '2019-10-14 planned']);
    await applyAt(db, WITHOUT_A04, '2019-10-09', { time: '07:45' });
    expect(await letters(db)).toEqual([`2019-10-09 ${status}`, '2019-10-14 dropped']);
    expect(await notices(db)).toEqual(['T-3 planned']);
  });

  it('drops the letters of a duty that is done', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, DAY);
    await db.updateTable('deadline').set({ status: 'done' }).execute();
    expect(await applyAt(db, SCHEDULE, DAY)).toEqual({ ...NO_CHANGE, lettersDropped: 2 });
    expect(await db.selectFrom('deadline').select('status').execute()).toEqual([{ status: 'done' }]);
  });
});
