import { describe, expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import { cancelLetter } from '../../src/record/cancel-letter.ts';
import { hastenLetter } from '../../src/record/hasten-letter.ts';
import { pauseSending, readPause, resumeSending } from '../../src/record/pauses.ts';
import { readdressLetter } from '../../src/record/readdress-letter.ts';
import { readState } from '../../src/record/read-state.ts';
import { retryLetter, triesSince } from '../../src/record/retry-letter.ts';
import { settleLetter } from '../../src/record/settle-letter.ts';
import { applyAt, claimAt, claimOnly, eventsOf, onEachRecord } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';

const SCHEDULE = scheduleOf({
  duties: [duty('A1', 'trước ngày 15/10/2019', 'so-a')],
  ladder: { '-3': 'office', '0': 'office' },
});
const now = instantAt('2019-10-09', '09:00');
const DEED = { now, by: 'quan.tri', why: 'Thử' };

onEachRecord((record) => {
  const letters = () => record().db.selectFrom('letter').selectAll().orderBy('day').execute();
  const notices = () =>
    record().db.selectFrom('notice').select(['rung', 'status', 'reason', 'letter']).orderBy('id').execute();
  const first = async () => {
    await applyAt(record().db, SCHEDULE, '2019-10-08');
    const [letter] = await letters();
    if (letter === undefined) throw new Error('Nothing was planned');
    return letter.id;
  };
  const refused = async () => {
    const id = await first();
    await claimOnly(record().db, '2019-10-09');
    await settleLetter(record().db, id, 'test', now, { status: 'refused', response: '550 no such box' });
    return id;
  };

  describe('a pause', () => {
    it('lets nobody claim, changes no letter, and ends', async () => {
      const { db } = record();
      const id = await first();
      expect(await pauseSending(db, now, 'quan.tri', 'Bảo trì')).toBe(true);
      expect(await pauseSending(db, now, 'ai.do', 'Nữa')).toBe(false);
      expect(await readPause(db)).toEqual({ since: now, by: 'quan.tri', why: 'Bảo trì' });
      const claims = await Promise.all(
        ['one', 'two', 'three'].map((who) => claimAt(db, id, '2019-10-09', '09:00', who)),
      );
      expect(claims).toEqual([undefined, undefined, undefined]);
      expect((await letters())[0]).toMatchObject({ status: 'planned', attempts: 0, claimed_until: null });
      expect(await resumeSending(db, now, 'quan.tri', 'Xong')).toBe(true);
      expect(await resumeSending(db, now, 'quan.tri', 'Xong')).toBe(false);
      expect(await readPause(db)).toBeUndefined();
      expect((await claimAt(db, id, '2019-10-09', '09:00'))?.id).toBe(id);
      expect(await eventsOf(db, 'sending-paused', 'sending-resumed')).toEqual([
        { what: 'sending-paused', why: 'Tạm dừng gửi thư: Bảo trì' },
        { what: 'sending-resumed', why: 'Gửi thư trở lại: Xong' },
      ]);
    });

    it('is one however many ask for it at once', async () => {
      const { db } = record();
      const asked = await Promise.all([1, 2, 3, 4].map(() => pauseSending(db, now, 'quan.tri', 'Bảo trì')));
      expect(asked.filter(Boolean)).toHaveLength(1);
    });

    it('does not take over a letter that another worker left half done', async () => {
      const { db } = record();
      const id = await first();
      await claimAt(db, id, '2019-10-09');
      await pauseSending(db, now, 'quan.tri', 'Bảo trì');
      expect(await claimAt(db, id, '2019-10-09', '16:00')).toBeUndefined();
      expect((await letters())[0]?.status).toBe('sending');
    });
  });

  describe('retrying', () => {
    it('begins the tries of a refused letter anew, its notices waiting again', async () => {
      const { db } = record();
      const id = await refused();
      expect(await retryLetter(db, id, { ...DEED, at: now })).toBe(true);
      expect((await letters())[0]).toMatchObject({ id, status: 'retrying', attempts: 0, next_attempt: now });
      expect((await notices()).map(({ rung, status }) => [rung, status])).toContainEqual(['T-3', 'planned']);
      expect(await triesSince(db, { id, slot: instantAt('2019-10-01', '07:30') })).toEqual(now);
      await applyAt(db, SCHEDULE, '2019-10-09', { time: '09:00' });
      expect(
        (await letters()).filter(({ day, status }) => day === '2019-10-09' && status !== 'dropped'),
      ).toHaveLength(1);
      expect((await claimAt(db, id, '2019-10-09', '09:00'))?.attempt).toBe(1);
    });

    it('touches no letter that waits or was sent', async () => {
      const { db } = record();
      const id = await first();
      expect(await retryLetter(db, id, { ...DEED, at: now })).toBe(false);
      await claimOnly(db, '2019-10-09');
      await settleLetter(db, id, 'test', now, {
        status: 'sent',
        response: '250',
        said: { messageId: '<m>', subject: '', text: '', html: '' },
      });
      expect(await retryLetter(db, id, { ...DEED, at: now })).toBe(false);
      expect(await readdressLetter(db, id, { ...DEED, lost: new Map() })).toBe(false);
      expect((await letters())[0]?.status).toBe('sent');
    });
  });

  it('lets go of what a refused letter said, so that the next planning says it anew', async () => {
    const { db } = record();
    const id = await refused();
    expect(await readdressLetter(db, id, { ...DEED, lost: new Map() })).toBe(true);
    expect((await notices()).map(({ rung }) => rung)).toEqual(['T0']);
    await applyAt(db, SCHEDULE, '2019-10-09', { time: '09:00' });
    expect((await notices()).map(({ rung, status }) => [rung, status])).toEqual([
      ['T-3', 'planned'],
      ['T0', 'planned'],
    ]);
    expect(await eventsOf(db, 'letter-readdressed')).toEqual([
      { what: 'letter-readdressed', why: 'Lập lại tới hộp thư khác: Thử' },
    ]);
  });

  it('hastens only what waits beyond the instant, and a letter that planning drops and takes up again forgets it', async () => {
    const { db } = record();
    const id = await first();
    const early = instantAt('2019-10-08', '10:00');
    expect(await hastenLetter(db, id, { ...DEED, at: early })).toBe(true);
    expect(await hastenLetter(db, id, { ...DEED, at: early })).toBe(false);
    expect((await letters())[0]?.next_attempt).toEqual(early);
    await applyAt(db, scheduleOf({ duties: [] }), '2019-10-08', { time: '08:00' });
    expect((await letters())[0]?.status).toBe('dropped');
    await applyAt(db, SCHEDULE, '2019-10-08', { time: '08:00' });
    expect((await letters())[0]).toMatchObject({
      status: 'planned',
      next_attempt: instantAt('2019-10-09', '07:30'),
    });
  });

  it('plans a digest that was taken back no more', async () => {
    const { db } = record();
    const schedule = scheduleOf({
      duties: [duty('A1', 'trước ngày 15/10/2019', 'so-a')],
      digests: { weekly: true, monthly: false },
    });
    await applyAt(db, schedule, '2019-10-08');
    const digest = async () =>
      db
        .selectFrom('letter')
        .where('kind', '=', 'weekly')
        .select(['id', 'status'])
        .orderBy('day')
        .limit(1)
        .executeTakeFirstOrThrow();
    const { id } = await digest();
    expect(await cancelLetter(db, id, DEED)).toBe(true);
    await applyAt(db, schedule, '2019-10-08', { time: '10:00' });
    expect(await digest()).toEqual({ id, status: 'dropped' });
    expect((await readState(db)).digested).toEqual(new Set([id]));
  });
});
