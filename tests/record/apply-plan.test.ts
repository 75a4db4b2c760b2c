import { expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import { applyPlan, NO_CHANGE } from '../../src/record/apply-plan.ts';
import type { RecordDb } from '../../src/record/open-record.ts';
import { applyAt, eventsOf, onEachRecord } from '../support/record.ts';
import { duty, scheduleOf, unit, type ScheduleParts } from '../support/schedules.ts';

const DAY = '2019-10-01';
const PARTS: ScheduleParts = {
  duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')],
  ladder: { '-3': 'office', '0': 'office' },
};
const SCHEDULE = scheduleOf(PARTS);
const DEADLINE = 'KH/A04/so-tu-phap/2019-10-14';

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
  it('writes the deadline, its letters and its notices, each with an event', async () => {
    const { db } = record();
    expect(await applyAt(db, SCHEDULE, DAY)).toEqual({ ...NO_CHANGE, deadlinesAdded: 1, lettersAdded: 2 });
    expect(await db.selectFrom('deadline').selectAll().execute()).toEqual([
      {
        ...{ id: DEADLINE, folder: 'tinh-thu', plan: 'KH', obligation: 'A04', unit: 'so-tu-phap' },
        ...{ period: '2019-10-14', nominal: '2019-10-14', aim: '2019-10-14', status: 'open' },
        ...{ about: null, received: false, extensions: 0, original_nominal: null },
        ...{ done_document: null, done_on: null, answers: 0, accepted: false, handed_back: false },
        ...{ asked_until: null, progress: null, met: false, sequence: 0, taken_off: false },
        ...{ paused_at: null, paused_until: null, paused_why: null, resumed_at: null },
      },
    ]);
    expect(
      await db.selectFrom('letter').orderBy('slot').select(['slot', 'next_attempt', 'attempts']).execute(),
    ).toEqual(
      ['2019-10-09', '2019-10-14'].map((day) => {
        const slot = instantAt(day, '07:30');
        return { slot, next_attempt: slot, attempts: 0 };
      }),
    );
    expect(await notices(db)).toEqual(['T-3 planned', 'T0 planned']);
    expect((await eventsOf(db)).map(({ what, why }) => `${what}: ${why}`)).toEqual([
      'deadline-added: Thời hạn 14/10/2019 theo lịch.',
      'letter-planned: Còn 03 ngày làm việc đến hạn thứ Hai, 14/10/2019 (“trước ngày 15/10/2019”); bậc T-3, Thang thử.',
      'letter-planned: Đến hạn hôm nay, thứ Hai, 14/10/2019 (“trước ngày 15/10/2019”); bậc T0, Thang thử.',
    ]);
  });

  it('changes nothing when it plans the same again, that day or the next', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, DAY, { fingerprint: 'one' });
    const events = await eventsOf(db);
    expect(await applyAt(db, SCHEDULE, DAY, { fingerprint: 'one' })).toEqual(NO_CHANGE);
    expect(await applyAt(db, SCHEDULE, '2019-10-02', { fingerprint: 'one' })).toEqual(NO_CHANGE);
    expect(await eventsOf(db)).toEqual(events);
  });

  it('writes a missing mailbox down only when its day is over, and once', async () => {
    const { db } = record();
    const schedule = scheduleOf({ ...PARTS, units: [unit('so-tu-phap', { office: undefined })] });
    expect(await applyAt(db, schedule, '2019-10-09')).toEqual({ ...NO_CHANGE, deadlinesAdded: 1 });
    expect(await notices(db)).toEqual([]);
    expect(await applyAt(db, schedule, '2019-10-10')).toEqual({ ...NO_CHANGE, noticesSkipped: 1 });
    expect(await applyAt(db, schedule, '2019-10-10')).toEqual(NO_CHANGE);
    expect(await notices(db)).toEqual(['T-3 skipped']);
    expect(await eventsOf(db, 'notice-skipped')).toEqual([
      { what: 'notice-skipped', why: 'Không có hộp thư của Cơ quan so-tu-phap.' },
    ]);
  });

  it('plans an unsent letter for the next day, and says that it is late', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, DAY);
    expect(await applyAt(db, SCHEDULE, '2019-10-10')).toEqual({
      ...NO_CHANGE,
      lettersAdded: 1,
      lettersDropped: 1,
    });
    expect(await letters(db)).toEqual(['2019-10-09 dropped', '2019-10-10 planned', '2019-10-14 planned']);
    const [late] = await db
      .selectFrom('notice')
      .where('rung', '=', 'T-3')
      .select(['planned', 'day', 'reason'])
      .execute();
    expect(late).toMatchObject({ planned: '2019-10-09', day: '2019-10-10' });
    expect(late?.reason).toContain('nay gửi bù');
  });

  it('after months without planning, says of every planned notice and every unplanned deadline why it was not said', async () => {
    const { db } = record();
    const schedule = scheduleOf({
      ...PARTS,
      duties: [...PARTS.duties, duty('A09', 'trước 31/12 hằng năm', 'so-noi-vu')],
    });
    await applyAt(db, schedule, DAY);
    expect(await db.selectFrom('deadline').select('obligation').execute()).toEqual([{ obligation: 'A04' }]);
    const change = await applyAt(db, schedule, '2020-04-01');
    expect(change).toEqual({ ...NO_CHANGE, deadlinesAdded: 1, lettersDropped: 2, noticesSkipped: 4 });
    expect(await notices(db)).toEqual(['T-3 skipped', 'T-3 skipped', 'T0 skipped', 'T0 skipped']);
    expect(await eventsOf(db, 'notice-skipped')).toHaveLength(4);
    expect(await applyAt(db, schedule, '2020-04-01')).toEqual(NO_CHANGE);
  });

  it('writes everything once when two processes plan at the same moment', async () => {
    const { db } = record();
    const changes = await Promise.all(
      [1, 2, 3, 4].map(() => applyAt(db, SCHEDULE, DAY, { fingerprint: 'one' })),
    );
    expect(changes.map(({ lettersAdded }) => lettersAdded).sort()).toEqual([0, 0, 0, 2]);
    expect(await letters(db)).toEqual(['2019-10-09 planned', '2019-10-14 planned']);
    expect(await eventsOf(db, 'schedule-loaded')).toHaveLength(1);
  });

  it('writes nothing at all when planning fails', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, DAY);
    const before = await eventsOf(db);
    const failing = applyPlan(db, 'test', instantAt(DAY, '00:00'), () => {
      throw new Error('Chưa có lịch làm việc năm 2036');
    });
    await expect(failing).rejects.toThrow('2036');
    expect(await eventsOf(db)).toEqual(before);
    expect(await letters(db)).toEqual(['2019-10-09 planned', '2019-10-14 planned']);
  });

  it('refuses the same notice twice, even under another id', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, DAY);
    const notice = await db.selectFrom('notice').selectAll().executeTakeFirstOrThrow();
    await expect(db.insertInto('notice').values(notice).execute()).rejects.toThrow(/unique/);
    await expect(
      db
        .insertInto('notice')
        .values({ ...notice, id: 'khac' })
        .execute(),
    ).rejects.toThrow(/notice_once/);
    const other = { ...notice, id: 'khac', addressee: 'head' as const };
    await db.insertInto('notice').values(other).execute();
  });

  it('refuses the same deadline twice, even under another id', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, DAY);
    const deadline = await db.selectFrom('deadline').selectAll().executeTakeFirstOrThrow();
    await expect(
      db
        .insertInto('deadline')
        .values({ ...deadline, progress: null, id: 'khac' })
        .execute(),
    ).rejects.toThrow(/deadline_once/);
  });

  it('refuses a state that it does not know', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, DAY);
    for (const table of ['deadline', 'letter', 'notice'] as const)
      await expect(
        db
          .updateTable(table)
          .set({ status: 'lost' as never })
          .execute(),
      ).rejects.toThrow(/check constraint/);
  });

  it('gives days back as they were written, wherever the machine stands', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, DAY);
    expect(await db.selectFrom('notice').orderBy('day').select(['planned', 'day']).execute()).toEqual([
      { planned: '2019-10-09', day: '2019-10-09' },
      { planned: '2019-10-14', day: '2019-10-14' },
    ]);
  });
});
