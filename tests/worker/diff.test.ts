import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import { virtualClock } from '../../src/clock/clock.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { carryOut } from '../../src/worker/request.ts';
import { applyAt, openTestRecord, SLOW } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';
import { shippedInstructions } from './instructions.ts';

const ONE = duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap');
const BOTH = [ONE, duty('A09', 'trước ngày 16/10/2019', 'so-tu-phap')];

let record: OpenRecord;
beforeAll(async () => {
  record = await openTestRecord();
  await applyAt(record.db, scheduleOf({ duties: [ONE] }), '2019-10-07');
}, SLOW);
afterAll(() => record.close());

it('tells what the files would change, and how many letters each mailbox would get a week, and changes nothing', async () => {
  const shipped = await shippedInstructions();
  const onDisk = { ...shipped, schedule: scheduleOf({ duties: BOTH }) };
  const before = await record.db.selectFrom('letter').selectAll().execute();
  const { lines } = await carryOut(
    { ask: 'diff' },
    {
      clock: virtualClock(instantAt('2019-10-07', '09:00')),
      db: record.db,
      publicUrl: 'https://dondoc.example',
      instructions: () => shipped,
      onDisk: async () => onDisk,
      plan: () => Promise.reject(new Error('a diff plans nothing')),
    },
  );
  expect(lines).toContain('+ KH/A09/so-tu-phap/2019-10-15: Thời hạn 15/10/2019 theo lịch.');
  expect(lines).toContain('Tuần từ 07/10/2019: 02 thư tới vanthu@so-tu-phap.example');
  expect(lines).toContain('Tuần từ 14/10/2019: 04 thư tới vanthu@so-tu-phap.example');
  expect(await record.db.selectFrom('letter').selectAll().execute()).toEqual(before);
});
