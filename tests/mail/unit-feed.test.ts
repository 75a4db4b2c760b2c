import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../src/calendar/calendar.ts';
import { unitFeed } from '../../src/mail/unit-feed.ts';
import { UnknownInSchedule } from '../../src/mail/unknown-in-schedule.ts';
import type { RecordDb } from '../../src/record/open-record.ts';
import { unitDeadlines } from '../../src/record/unit-deadlines.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { readCalendar } from '../support/read-calendar.ts';
import { applyAt, claimOnly, onEachRecord } from '../support/record.ts';
import { CALENDAR, duty, scheduleOf, type ScheduleParts } from '../support/schedules.ts';

const PLACE = { folder: 'tinh-thu', unit: 'so-tu-phap' };
const PARTS: ScheduleParts = {
  duties: [
    duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap'),
    duty('A06', 'trước ngày 15/10/2019', 'so-y-te'),
  ],
  ladder: { '-3': 'office', '0': 'office' },
};
const ALONE = { ...PARTS, duties: PARTS.duties.slice(0, 1) };
const SCHEDULE = scheduleOf(PARTS);
const WITHOUT_A04 = scheduleOf({ ...PARTS, duties: [duty('S01', 'thường xuyên', 'so-tu-phap')] });
const MOVED = scheduleOf({ ...PARTS, calendar: withDayOff('2019-10-14') });

async function feedOf(db: RecordDb, schedule: Schedule): Promise<string> {
  const deadlines = await unitDeadlines(db, PLACE.folder, PLACE.unit);
  return unitFeed(deadlines, schedule, PLACE, 'dondoc.example');
}

const eventsOf = async (db: RecordDb, schedule: Schedule) => readCalendar(await feedOf(db, schedule)).events;

onEachRecord((record) => {
  it('names the unit and holds the deadlines that it leads, not those of others', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, '2019-10-01', { time: '08:15' });
    const feed = readCalendar(await feedOf(db, SCHEDULE));
    expect(feed).toMatchObject({ name: 'Thời hạn nhiệm vụ: Cơ quan so-tu-phap', refresh: 'PT1H' });
    expect(feed.events).toMatchObject([
      {
        summary: 'Hạn: Nhiệm vụ A04',
        start: '2019-10-14',
        status: 'CONFIRMED',
        sequence: 0,
        stamp: '2019-10-01T01:15:00Z',
      },
    ]);
  });

  it('updates one and the same event each time the deadline is moved, withdrawn, or restored', async () => {
    const { db } = record();
    const seen = [];
    for (const [day, schedule] of [
      ['2019-10-01', SCHEDULE],
      ['2019-10-02', MOVED],
      ['2019-10-03', WITHOUT_A04],
      ['2019-10-04', MOVED],
      ['2019-10-05', SCHEDULE],
    ] as const) {
      await applyAt(db, schedule, day, { time: '09:00' });
      seen.push(...(await eventsOf(db, schedule)));
    }
    expect(new Set(seen.map(({ uid }) => uid)).size).toBe(1);
    expect(seen.map(({ sequence, start, status }) => [sequence, start, status])).toEqual([
      [0, '2019-10-14', 'CONFIRMED'],
      [1, '2019-10-11', 'CONFIRMED'],
      [2, '2019-10-11', 'CANCELLED'],
      [3, '2019-10-11', 'CONFIRMED'],
      [4, '2019-10-14', 'CONFIRMED'],
    ]);
    expect(seen.map(({ stamp }) => stamp)).toEqual(
      ['01', '02', '03', '04', '05'].map((day) => `2019-10-${day}T02:00:00Z`),
    );
  });

  it('raises nothing and changes no byte while nothing changes', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, '2019-10-01');
    const before = await feedOf(db, SCHEDULE);
    await applyAt(db, SCHEDULE, '2019-10-16');
    expect(await feedOf(db, SCHEDULE)).toBe(before);
  });

  it('takes a withdrawn deadline out of calendars though the plan no longer knows the duty', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, '2019-10-01');
    await applyAt(db, WITHOUT_A04, '2019-10-02');
    expect(await eventsOf(db, WITHOUT_A04)).toMatchObject([
      { summary: 'Không còn theo dõi: Nhiệm vụ A04', status: 'CANCELLED' },
    ]);
  });

  it('cancels a deadline that is done', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, '2019-10-01');
    await db.updateTable('deadline').set({ status: 'done', sequence: 1 }).execute();
    expect(await eventsOf(db, SCHEDULE)).toMatchObject([
      { summary: 'Đã ghi nhận kết quả: Nhiệm vụ A04', status: 'CANCELLED', sequence: 1 },
    ]);
  });

  it('gives a letter the sequence of its deadline', async () => {
    const { db } = record();
    await applyAt(db, scheduleOf(ALONE), '2019-10-01');
    await applyAt(db, scheduleOf({ ...ALONE, calendar: MOVED.calendar }), '2019-10-02');
    const { notices } = await claimOnly(db, '2019-10-08');
    expect(notices.map(({ deadline }) => deadline.sequence)).toEqual([1]);
  });
});

describe('a feed nobody can have', () => {
  it.each([
    { ...PLACE, folder: 'tinh-khac' },
    { ...PLACE, unit: 'so-khac' },
  ])('is refused: $folder/$unit', (place) => {
    expect(() => unitFeed([], SCHEDULE, place, 'dondoc.example')).toThrow(UnknownInSchedule);
  });

  it('is an empty calendar for a unit without deadlines', () => {
    const text = unitFeed([], SCHEDULE, PLACE, 'dondoc.example');
    expect(readCalendar(text).events).toEqual([]);
  });
});

/** The shipped calendar with one more day off. */
function withDayOff(date: string): Calendar {
  const before = (day: string) => (day === date ? CALENDAR.previousWorkingDay(day) : day);
  return {
    ...CALENDAR,
    isWorkingDay: (day) => day !== date && CALENDAR.isWorkingDay(day),
    lastWorkingDayOnOrBefore: (day) => before(CALENDAR.lastWorkingDayOnOrBefore(day)),
  };
}
