import { expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import { appendEvents } from '../../src/record/events.ts';
import { remembered } from '../../src/record/remembered.ts';
import { onEachRecord } from '../support/record.ts';

const NOW = instantAt('2019-10-07', '09:30');

onEachRecord((record) => {
  it('works out again only what could have changed', async () => {
    const { db } = record();
    let times = 0;
    const ask = (from: unknown[], now = NOW, name = 'count') =>
      remembered(db, name, { now, from }, async () => (times += 1));
    const schedule = {};
    expect([await ask([schedule]), await ask([schedule])]).toEqual([1, 1]);
    expect(await ask([{}])).toBe(2);
    expect(await ask([schedule])).toBe(3);
    await appendEvents(db, NOW, 'test', [{ what: 'letter-dropped', why: 'thử' }]);
    expect([await ask([schedule]), await ask([schedule])]).toEqual([4, 4]);
    expect(await ask([schedule], instantAt('2019-10-07', '09:36'))).toBe(5);
    expect(await ask([schedule], NOW, 'another')).toBe(6);
  });
});
