import { expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import type { RecordDb } from '../../src/record/open-record.ts';
import { readOverview } from '../../src/record/overview.ts';
import { settleLetter, type Ending } from '../../src/record/settle-letter.ts';
import { releaseClaims, waitingLetters } from '../../src/record/waiting-letters.ts';
import { applyAt, claimAt, claimOnly, eventsOf, onEachRecord } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';

const DAY = '2019-10-09';
const LATER = instantAt(DAY, '08:00');
const SCHEDULE = scheduleOf({
  duties: [duty('A04', 'trước ngày 15/10/2019', ['so-tu-phap', 'so-y-te'])],
  ladder: { '-3': 'office', '0': 'office' },
});
const SAID = {
  messageId: '<thu-1@dondoc.example>',
  subject: 'Sắp đến hạn',
  text: 'Kính gửi',
  html: '<p>Kính gửi</p>',
};
const SENT: Ending = { status: 'sent', response: '250 2.0.0 Ok', said: SAID };
const RETRYING: Ending = { status: 'retrying', response: '451 4.7.1', nextAttempt: LATER };
const REFUSED: Ending = { status: 'refused', response: '550 5.1.1' };
const FAILED: Ending = { status: 'failed', response: 'ETIMEDOUT' };

/** Plans, claims the first letter of the day, and answers its id. */
async function claimOne(db: RecordDb): Promise<string> {
  await applyAt(db, SCHEDULE, DAY);
  return (await claimOnly(db, DAY)).id;
}

const settle = (db: RecordDb, id: string, ending: Ending, time = '07:31') =>
  settleLetter(db, id, 'test', instantAt(DAY, time), ending);

const letterOf = (db: RecordDb, id: string) =>
  db.selectFrom('letter').where('id', '=', id).selectAll().executeTakeFirstOrThrow();

async function noticesOf(db: RecordDb, id: string): Promise<string[]> {
  const rows = await db.selectFrom('notice').where('letter', '=', id).select('status').execute();
  return rows.map(({ status }) => status);
}

onEachRecord((record) => {
  it('keeps a sent letter exactly as it left', async () => {
    const { db } = record();
    const id = await claimOne(db);
    await settle(db, id, SENT);
    expect(await letterOf(db, id)).toMatchObject({
      ...{ status: 'sent', response: '250 2.0.0 Ok', claimed_until: null, sent_at: instantAt(DAY, '07:31') },
      ...{ message_id: SAID.messageId, subject: SAID.subject, text: SAID.text, html: SAID.html },
    });
    expect(await noticesOf(db, id)).toEqual(['said']);
    const sent = await db
      .selectFrom('event')
      .where('what', '=', 'letter-sent')
      .selectAll()
      .executeTakeFirst();
    expect(sent).toMatchObject({
      ...{ letter: id, who: 'test', why: 'Máy chủ thư đã nhận thư.' },
      detail: { response: '250 2.0.0 Ok', messageId: SAID.messageId, subject: SAID.subject },
    });
  });

  it('plans the next try of a letter that the server could not take', async () => {
    const { db } = record();
    const id = await claimOne(db);
    await settle(db, id, RETRYING);
    expect(await letterOf(db, id)).toMatchObject({
      status: 'retrying',
      next_attempt: LATER,
      claimed_until: null,
      sent_at: null,
    });
    expect(await noticesOf(db, id)).toEqual(['planned']);
    expect(await eventsOf(db, 'letter-retrying')).toHaveLength(1);
  });

  it.each([REFUSED, FAILED])('ends a letter that is $status for good, with its notices', async (ending) => {
    const { db } = record();
    const id = await claimOne(db);
    await settle(db, id, ending);
    expect(await letterOf(db, id)).toMatchObject({
      status: ending.status,
      response: ending.response,
      sent_at: null,
    });
    expect(await noticesOf(db, id)).toEqual([ending.status]);
    expect(await eventsOf(db, `letter-${ending.status}`)).toHaveLength(1);
    expect(await applyAt(db, SCHEDULE, DAY, { time: '09:00' })).toMatchObject({ lettersAdded: 0 });
  });

  it.each([RETRYING, REFUSED, FAILED])(
    'ignores a try that ends $status after another worker has sent the letter',
    async (late) => {
      const { db } = record();
      const id = await claimOne(db);
      await claimAt(db, id, DAY, '07:41', 'other');
      await settle(db, id, SENT, '07:42');
      const events = await eventsOf(db);
      await settle(db, id, late, '07:43');
      expect(await letterOf(db, id)).toMatchObject({ status: 'sent', response: '250 2.0.0 Ok' });
      expect(await noticesOf(db, id)).toEqual(['said']);
      expect(await eventsOf(db)).toEqual(events);
    },
  );

  it.each([RETRYING, REFUSED, FAILED])(
    'believes a late try that the server took, over another that ended $status',
    async (other) => {
      const { db } = record();
      const id = await claimOne(db);
      await claimAt(db, id, DAY, '07:41', 'other');
      await settle(db, id, other, '07:42');
      await settle(db, id, SENT, '07:43');
      expect(await letterOf(db, id)).toMatchObject({ status: 'sent', sent_at: instantAt(DAY, '07:43') });
      expect(await noticesOf(db, id)).toEqual(['said']);
    },
  );

  it('records that a letter left twice, and keeps the first', async () => {
    const { db } = record();
    const id = await claimOne(db);
    await claimAt(db, id, DAY, '07:41', 'other');
    await settle(db, id, SENT, '07:42');
    await settle(db, id, { ...SENT, response: '250 again' }, '07:43');
    expect(await letterOf(db, id)).toMatchObject({
      response: '250 2.0.0 Ok',
      sent_at: instantAt(DAY, '07:42'),
    });
    expect(await eventsOf(db, 'letter-sent')).toHaveLength(2);
  });

  it('does not say what was left out of the letter that was sent', async () => {
    const { db } = record();
    const id = await claimOne(db);
    await db.updateTable('notice').set({ status: 'skipped' }).where('letter', '=', id).execute();
    await settle(db, id, SENT);
    expect(await noticesOf(db, id)).toEqual(['skipped']);
  });

  it('frees the claims of a worker that is gone, and says what that may mean', async () => {
    const { db } = record();
    const id = await claimOne(db);
    const now = instantAt(DAY, '07:33');
    expect(await releaseClaims(db, 'test', now)).toBe(1);
    expect(await letterOf(db, id)).toMatchObject({
      status: 'retrying',
      claimed_until: null,
      next_attempt: now,
    });
    expect(await eventsOf(db, 'letter-reclaimed')).toHaveLength(1);
    expect(await releaseClaims(db, 'test', now)).toBe(0);
    expect(await claimAt(db, id, DAY, '07:33')).toMatchObject({ attempt: 2 });
  });

  it('lists the letters to come, soonest first, each at its own instant', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, DAY);
    const ids = (
      await db.selectFrom('letter').where('day', '=', DAY).orderBy('id').select('id').execute()
    ).map((row) => row.id);
    const [first = '', second = ''] = ids;
    const until = (time: string) => waitingLetters(db, instantAt(DAY, time));
    expect(await until('07:29')).toEqual([]);
    expect(await until('07:30')).toEqual(ids.map((id) => ({ id, at: instantAt(DAY, '07:30') })));
    await claimAt(db, first, DAY);
    expect(await until('07:39')).toEqual([{ id: second, at: instantAt(DAY, '07:30') }]);
    await claimAt(db, second, DAY);
    await settle(db, second, RETRYING);
    expect(await until('08:00')).toEqual([
      { id: first, at: instantAt(DAY, '07:40') },
      { id: second, at: LATER },
    ]);
    await settle(db, first, SENT);
    expect(await until('23:00')).toEqual([{ id: second, at: LATER }]);
  });

  it('counts what the record holds', async () => {
    const { db } = record();
    expect(await readOverview(db)).toEqual({
      deadlines: {},
      letters: {},
      nextLetter: null,
      lastSent: null,
      pause: null,
    });
    const id = await claimOne(db);
    await settle(db, id, SENT);
    await db.updateTable('deadline').set({ status: 'done' }).where('unit', '=', 'so-y-te').execute();
    expect(await readOverview(db)).toEqual({
      deadlines: { open: 1, done: 1 },
      letters: { sent: 1, planned: 3 },
      nextLetter: instantAt(DAY, '07:30'),
      lastSent: instantAt(DAY, '07:31'),
      pause: null,
    });
  });
});
