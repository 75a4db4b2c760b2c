import { expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import { readDistress } from '../../src/record/distress.ts';
import { duty, scheduleOf } from '../support/schedules.ts';
import { applyAt, onEachRecord } from '../support/record.ts';

onEachRecord((record) => {
  it('tells when the record was begun, however often plans are applied later', async () => {
    const begun = async () => (await readDistress(record().db, instantAt('2019-10-08', '12:00'))).begun;
    expect(await begun()).toBeNull();
    const schedule = scheduleOf({ duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')] });
    const other = scheduleOf({ duties: [duty('A05', 'trước ngày 18/10/2019', 'so-tu-phap')] });
    await applyAt(record().db, schedule, '2019-10-07', { time: '09:00' });
    await applyAt(record().db, other, '2019-10-08', { time: '09:00' });
    expect(await begun()).toEqual(instantAt('2019-10-07', '09:00'));
  });
});
