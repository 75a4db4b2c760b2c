import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock/clock.ts';
import { openQueue } from '../../src/queue/send-queue.ts';
import { openUpkeepDesk } from '../../src/upkeep/upkeep-desk.ts';
import { ConsoleSite } from '../support/console-site.ts';
import { openTestRecord } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';
import { serverMissing, startRedis } from '../support/servers.ts';

describe.skipIf(serverMissing('redis-server'))('while Redis is away', () => {
  it('says so on the pages instead of keeping their reader waiting, and shows what the record holds', async () => {
    const redis = await startRedis();
    const record = await openTestRecord();
    const schedule = scheduleOf({ duties: [duty('A1', 'trước ngày 15/10/2019', 'so-a')] });
    const queue = await openQueue({
      ...{ place: { redisUrl: redis.url }, name: 'away', clock: systemClock, onError: () => undefined },
    });
    const desk = openUpkeepDesk({
      ...{ db: record.db, queue, now: () => site.now(), schedule: () => schedule },
      ...{
        plan: async () => undefined,
        lastBeat: () => site.now(),
        problems: () => [],
        bounces: () => undefined,
      },
      ...{ checkMail: async () => undefined, proof: async () => ({ day: '2019-10-07', lines: [] }) },
    });
    const site: ConsoleSite = new ConsoleSite(record.db, schedule, { upkeep: desk });
    await site.open();
    await site.begin('2019-10-08');
    const admin = await site.browserOf({ role: 'admin' });
    await redis.stop();
    const list = await admin.get(site.at('/hang-doi'));
    expect(list.status).toBe(200);
    expect(list.body).toContain('Hàng đợi không trả lời trong 4 giây');
    const { id } = await record.db.selectFrom('letter').select('id').limit(1).executeTakeFirstOrThrow();
    const letter = await admin.get(site.at(`/hang-doi/${id}`));
    expect([letter.status, letter.body.includes('vanthu@so-a.example')]).toEqual([200, true]);
    const system = await admin.get(site.at('/he-thong'));
    expect(system.body).toMatch(/Hàng đợi<\/th>[\s\S]{0,120}●<\/span> không trả lời trong 4 giây/);
    expect(system.body.match(/trả lời tốt/g)).toHaveLength(2);
    const { headers } = await admin.post(
      site.at(`/hang-doi/${id}/khong-gui`),
      { reason: 'Thử' },
      site.at(`/hang-doi/${id}`),
    );
    expect(headers.get('location')).toBe(`/quan-ly/hang-doi/${id}?xong=khong-gui`);
    await site.close();
    await Promise.race([queue.close(), pause(2000)]);
    await record.close();
  }, 60_000);
});
