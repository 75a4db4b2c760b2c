import { expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import { giveBackLetter } from '../../src/record/give-back-letter.ts';
import type { RecordDb } from '../../src/record/open-record.ts';
import { readState } from '../../src/record/read-state.ts';
import { applyAt, claimAt, eventsOf, onEachRecord } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';

const DAY = '2019-10-09';
const SCHEDULE = scheduleOf({
  duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')],
  ladder: { '-3': 'office' },
});

async function planLetter(db: RecordDb): Promise<string> {
  await applyAt(db, SCHEDULE, DAY);
  return (await db.selectFrom('letter').select('id').executeTakeFirstOrThrow()).id;
}

onEachRecord((record) => {
  it('a letter given back is dropped with its reason, and planned anew', async () => {
    const { db } = record();
    const id = await planLetter(db);
    await claimAt(db, id, DAY);
    expect((await readState(db)).settled.size).toBe(1);
    await giveBackLetter(db, id, 'test', instantAt(DAY, '07:31'), 'Nơi nhận đã thay đổi.');
    const row = await db.selectFrom('letter').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ status: 'dropped', claimed_until: null });
    expect(await eventsOf(db, 'letter-dropped')).toEqual([
      { what: 'letter-dropped', why: 'Nơi nhận đã thay đổi.' },
    ]);
    await applyAt(db, SCHEDULE, DAY, { time: '07:35' });
    expect(await claimAt(db, id, DAY, '07:40')).toMatchObject({ attempt: 1, notices: [{ planned: DAY }] });
  });

  it('a letter whose claim has been lost stays as it is', async () => {
    const { db } = record();
    const id = await planLetter(db);
    await giveBackLetter(db, id, 'test', instantAt(DAY, '07:31'), 'Nơi nhận đã thay đổi.');
    expect(await claimAt(db, id, DAY)).toMatchObject({ notices: [{ planned: DAY }] });
    expect(await eventsOf(db, 'letter-dropped')).toEqual([]);
  });

  it('the state for planning names the deadlines whose target is met', async () => {
    const { db } = record();
    await planLetter(db);
    expect((await readState(db)).met).toEqual(new Set());
    await db.updateTable('deadline').set({ met: true }).execute();
    expect((await readState(db)).met).toEqual(new Set(['KH/A04/so-tu-phap/2019-10-14']));
  });
});
