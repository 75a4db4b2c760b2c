import { describe, expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import { mailboxesIn } from '../../src/plan/mailboxes-in.ts';
import { deadMailboxes, forgetMailboxes, reviveMailbox } from '../../src/record/dead-mailboxes.ts';
import type { RecordDb } from '../../src/record/open-record.ts';
import { readState } from '../../src/record/read-state.ts';
import { readStories } from '../../src/record/story.ts';
import { settleLetter } from '../../src/record/settle-letter.ts';
import { takeBounce, type BounceFailure, type BounceMessage } from '../../src/record/take-bounce.ts';
import { applyAt, claimAt, claimOnly, eventsOf, onEachRecord } from '../support/record.ts';
import { duty, scheduleOf, unit } from '../support/schedules.ts';

const SCHEDULE = scheduleOf({
  duties: [duty('A1', 'trước ngày 15/10/2019', 'so-a')],
  ladder: { '-3': 'office', '-1': 'office', '0': 'office', '1': 'office head' },
});
const OFFICE = 'vanthu@so-a.example';
const HEAD = 'lanhdao@so-a.example';
const DOMAIN = 'dondoc.example';
const NOW = instantAt('2019-10-09', '09:00');
const HARD: BounceFailure = {
  recipients: [OFFICE],
  verdict: 'hard',
  code: '5.1.1',
  words: '550 5.1.1 no such box',
};

onEachRecord((record) => {
  const said = (id: string) => ({
    messageId: `<${id}@${DOMAIN}>`,
    subject: 'Sắp đến hạn',
    text: '',
    html: '',
  });
  const sent = async (day = '2019-10-09') => {
    await applyAt(record().db, SCHEDULE, '2019-10-08');
    const { id } = await claimOnly(record().db, day);
    await settleLetter(record().db, id, 'test', instantAt(day, '07:30'), {
      status: 'sent',
      response: '250 ok',
      said: said(id),
    });
    return id;
  };
  const message = (letter: string, more: Partial<BounceMessage> = {}): BounceMessage => ({
    report: `<report-of-${letter}@relay.example>`,
    messageIds: ['<han-1@dondoc.example>', `<${letter}@${DOMAIN}>`],
    failures: [HARD],
    ...more,
  });
  const take = (of: BounceMessage, at = NOW) => takeBounce(record().db, 'test', at, of, DOMAIN);
  const letterRow = (db: RecordDb, id: string) =>
    db
      .selectFrom('letter')
      .where('id', '=', id)
      .select(['status', 'returned_at', 'returned'])
      .executeTakeFirstOrThrow();

  describe('a hard failure', () => {
    it('is taken whatever bytes its words are made of', async () => {
      const { db } = record();
      const id = await sent();
      const words = `550\u0000no\u202e such ${'\ud83d'}`;
      expect(await take(message(id, { failures: [{ ...HARD, words }] }))).toMatchObject({ marked: true });
      expect(await letterRow(db, id)).toMatchObject({ returned: '550 no such \ufffd' });
    });

    it('of a letter to admins is told by the letter’s story alone: no schedule file names its mailbox', async () => {
      const { db } = record();
      const id = await sent();
      await db.updateTable('letter').set({ kind: 'admin' }).where('id', '=', id).execute();
      expect(await take(message(id))).toMatchObject({ verdict: 'hard', marked: false });
      expect(await deadMailboxes(db)).toEqual([]);
      expect(await letterRow(db, id)).toMatchObject({ returned: HARD.words });
    });

    it('tells that the letter came back and marks its mailbox, once', async () => {
      const { db } = record();
      const id = await sent();
      expect(await take(message(id))).toEqual({ verdict: 'hard', letter: id, mailbox: OFFICE, marked: true });
      expect(await take(message(id))).toBeUndefined();
      expect(await letterRow(db, id)).toEqual({ status: 'sent', returned_at: NOW, returned: HARD.words });
      expect(await deadMailboxes(db)).toMatchObject([
        {
          mailbox: OFFICE,
          folder: 'tinh-thu',
          since: NOW,
          about: { plan: 'KH', obligation: 'A1', unit: 'so-a' },
          letter: { id, subject: 'Sắp đến hạn' },
          words: HARD.words,
        },
      ]);
      expect(await eventsOf(db, 'letter-returned', 'mailbox-dead')).toEqual([
        { what: 'letter-returned', why: 'Thư bị trả lại, chưa tới nơi nhận: “550 5.1.1 no such box”.' },
        {
          what: 'mailbox-dead',
          why: `Ghi nhận hộp thư ${OFFICE} không nhận được thư; thư sau gửi tới hộp thư khác của cơ quan.`,
        },
      ]);
      const [story] = await readStories(db, ['KH/A1/so-a/2019-10-14']);
      expect(story?.sentences.join('\n')).toContain('Thư bị trả lại, chưa tới nơi nhận');
    });

    it('marks a mailbox once, however many letters to it come back and whoever reads them', async () => {
      const { db } = record();
      const id = await sent();
      const reports = [1, 2, 3, 4].map((number) => message(id, { report: `<${number}@relay.example>` }));
      const taken = await Promise.all([...reports, ...reports].map((one) => take(one)));
      expect(taken.filter((one) => one?.marked)).toHaveLength(1);
      expect(taken.filter((one) => one === undefined)).toHaveLength(4);
      expect(await deadMailboxes(db)).toHaveLength(1);
    });

    it('is known of a letter whose sending is not yet written down, and stays so when it is', async () => {
      const { db } = record();
      await applyAt(db, SCHEDULE, '2019-10-08');
      const { id } = await claimOnly(db, '2019-10-09');
      expect(await take(message(id))).toMatchObject({ verdict: 'hard', letter: id, marked: true });
      await settleLetter(db, id, 'test', NOW, { status: 'sent', response: '250 ok', said: said(id) });
      expect(await letterRow(db, id)).toMatchObject({ status: 'sent', returned_at: NOW });
    });

    it('tells nothing of a mailbox that was declared well after the letter had left', async () => {
      const { db } = record();
      const id = await sent();
      await take(message(id));
      await reviveMailbox(db, OFFICE, { now: NOW, by: 'quan.tri', why: 'đã gọi điện' });
      const late = message(id, { report: '<late@relay.example>' });
      expect(await take(late, instantAt('2019-10-10', '09:00'))).toMatchObject({
        verdict: 'hard',
        marked: false,
      });
      expect(await deadMailboxes(db)).toEqual([]);
    });

    it('marks a mailbox again, as another marking, when a later letter comes back', async () => {
      const { db } = record();
      await take(message(await sent()));
      const [first] = await deadMailboxes(db);
      await reviveMailbox(db, OFFICE, { now: NOW, by: 'quan.tri', why: 'đã gọi điện' });
      const again = await sent('2019-10-11');
      expect(await take(message(again), instantAt('2019-10-11', '09:00'))).toMatchObject({ marked: true });
      expect((await deadMailboxes(db))[0]?.number).toBeGreaterThan(first?.number ?? Infinity);
    });
  });

  describe('a failure that may pass', () => {
    it('after which the server gave up is a letter that came back, to a mailbox that is not marked', async () => {
      const { db } = record();
      const id = await sent();
      const failures: BounceFailure[] = [{ ...HARD, verdict: 'expired', code: '4.4.1', words: 'timed out' }];
      expect(await take(message(id, { failures }))).toMatchObject({ verdict: 'expired', marked: false });
      expect(await letterRow(db, id)).toMatchObject({ returned_at: NOW, returned: 'timed out' });
      expect(await deadMailboxes(db)).toEqual([]);
    });

    it('while the server tries is only told', async () => {
      const { db } = record();
      const id = await sent();
      const failures: BounceFailure[] = [{ ...HARD, verdict: 'delayed', code: '4.4.1', words: 'timed out' }];
      expect(await take(message(id, { failures }))).toMatchObject({ verdict: 'delayed', marked: false });
      expect(await letterRow(db, id)).toMatchObject({ returned_at: null });
      expect((await eventsOf(db, 'letter-delayed'))[0]?.why).toContain('còn đang thử: “timed out”');
    });
  });

  describe('what is no report of ours', () => {
    it.each<[string, (letter: string) => Partial<BounceMessage>, string]>([
      ['a report on a letter of somebody else', () => ({ messageIds: ['<thu-1@khac.example>'] }), 'not-ours'],
      [
        'a report on a letter that was never written',
        () => ({ messageIds: [`<thu-0@${DOMAIN}>`] }),
        'not-ours',
      ],
      [
        'our letter’s name under another domain',
        (id) => ({ messageIds: [`<${id}@khac.example>`] }),
        'not-ours',
      ],
      ['a report that names no letter', () => ({ messageIds: [] }), 'not-ours'],
      [
        'a report on another recipient',
        () => ({ failures: [{ ...HARD, recipients: ['so-b@khac.example', HEAD] }] }),
        'other-recipient',
      ],
      ['an absence notice', () => ({ ignored: 'automatic', failures: [] }), 'automatic'],
    ])('%s changes nothing, and is counted', async (_what, more, why) => {
      const { db } = record();
      const id = await sent();
      const before = await eventsOf(db);
      expect(await take(message(id, more(id)))).toMatchObject({ verdict: 'ignored', why, marked: false });
      expect(await eventsOf(db)).toEqual(before);
      expect(await letterRow(db, id)).toMatchObject({ returned_at: null });
      expect(await deadMailboxes(db)).toEqual([]);
      const rows = await db.selectFrom('bounce').select(['verdict', 'why']).execute();
      expect(rows).toEqual([{ verdict: 'ignored', why }]);
    });

    it('a letter that has not left cannot have come back', async () => {
      await applyAt(record().db, SCHEDULE, '2019-10-08');
      const { id } = await record().db.selectFrom('letter').select('id').executeTakeFirstOrThrow();
      expect(await take(message(id))).toMatchObject({ verdict: 'ignored', why: 'not-ours' });
    });
  });

  describe('the letter that tells of a dead mailbox', () => {
    const told = async () => {
      await take(message(await sent()));
      await applyAt(record().db, SCHEDULE, '2019-10-09', { time: '09:00' });
      return record()
        .db.selectFrom('letter')
        .where('kind', '=', 'undelivered')
        .selectAll()
        .executeTakeFirstOrThrow();
    };

    it('goes to the unit that follows up, once, and not again when the marking is planned with again', async () => {
      const { db } = record();
      const letter = await told();
      expect(letter).toMatchObject({
        mailbox: 'vanthu@so-noi-vu.example',
        day: '2019-10-09',
        status: 'planned',
      });
      await claimAt(db, letter.id, '2019-10-09', '09:01');
      await settleLetter(db, letter.id, 'test', NOW, { status: 'sent', response: '', said: said(letter.id) });
      await applyAt(db, SCHEDULE, '2019-10-10');
      const letters = await db.selectFrom('letter').where('kind', '=', 'undelivered').select('id').execute();
      expect(letters).toEqual([{ id: letter.id }]);
    });

    it('is not sent when the mailbox takes mail again', async () => {
      const { db } = record();
      const letter = await told();
      await reviveMailbox(db, OFFICE, { now: NOW, by: 'quan.tri', why: 'đã gọi điện' });
      expect(await claimAt(db, letter.id, '2019-10-09', '09:01')).toBeUndefined();
      expect((await eventsOf(db, 'notice-skipped'))[0]?.why).toBe(
        'Hộp thư đã dùng được hoặc đã được thay trước khi thư được gửi.',
      );
    });

    it('may come back itself: that is told, and nothing follows from it', async () => {
      const { db } = record();
      const letter = await told();
      await claimAt(db, letter.id, '2019-10-09', '09:01');
      await settleLetter(db, letter.id, 'test', NOW, { status: 'sent', response: '', said: said(letter.id) });
      const failures = [{ ...HARD, recipients: [letter.mailbox] }];
      expect(await take(message(letter.id, { failures }))).toMatchObject({ verdict: 'hard', marked: false });
      expect((await deadMailboxes(db)).map(({ mailbox }) => mailbox)).toEqual([OFFICE]);
    });
  });

  describe('a marking ends', () => {
    it('by a deed under its doer’s name and with its reason', async () => {
      const { db } = record();
      await take(message(await sent()));
      const deed = { now: NOW, by: 'quan.tri', why: 'cơ quan đã xác nhận' };
      expect(await reviveMailbox(db, ' VANTHU@so-a.example ', deed)).toBe(true);
      expect(await reviveMailbox(db, OFFICE, deed)).toBe(false);
      expect((await readState(db)).dead).toEqual([]);
      expect(await eventsOf(db, 'mailbox-alive')).toEqual([
        { what: 'mailbox-alive', why: `Hộp thư ${OFFICE} dùng được trở lại: cơ quan đã xác nhận` },
      ]);
    });

    it('when the files name another mailbox in its place', async () => {
      const { db } = record();
      await take(message(await sent()));
      expect(await forgetMailboxes(db, 'test', NOW, mailboxesIn(SCHEDULE))).toBe(0);
      const mended = scheduleOf({
        duties: [duty('A1', 'trước ngày 15/10/2019', 'so-a')],
        units: [unit('so-a', { office: 'moi@so-a.example' })],
      });
      expect(await forgetMailboxes(db, 'test', NOW, mailboxesIn(mended))).toBe(1);
      expect(await deadMailboxes(db)).toEqual([]);
      expect((await eventsOf(db, 'mailbox-alive'))[0]?.why).toContain('tệp lịch không còn nêu hộp thư này');
    });
  });
});
