import { describe, expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import type { Answer } from '../../src/answer/answer.ts';
import type { RecordDb } from '../../src/record/open-record.ts';
import { coverageLines } from '../../src/report/coverage-lines.ts';
import type { Coverage } from '../../src/report/coverage.ts';
import { onEachRecord } from '../support/record.ts';
import { duty, scheduleOf, unit, type ScheduleParts } from '../support/schedules.ts';
import { live, prove, type Living } from './live-record.ts';

// Due Monday 14/10/2019: rungs on Wednesday 09/10, Friday 11/10, the day itself and Tuesday 15/10.
const PARTS: ScheduleParts = {
  duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')],
  ladder: { '-3': 'office head', '-1': 'office', '0': 'office', '1': 'office head followUp' },
};
const SCHEDULE = scheduleOf(PARTS);
const DEADLINE = 'KH/A04/so-tu-phap/2019-10-14';
const DONE: Answer = { kind: 'done', document: '12/BC-STP', on: '2019-10-07' };

/** What became of each notice, by rung and addressee. */
function outcomes({ items }: Coverage): Record<string, string> {
  return Object.fromEntries(items.map(({ id, outcome }) => [id.replace(`${DEADLINE}#`, ''), outcome]));
}

function wordsOf({ items }: Coverage): string {
  return items.map(({ words }) => words).join('\n');
}

onEachRecord((record) => {
  const lived = (through: string, more?: Living) => live(record().db, SCHEDULE, '2019-10-01', through, more);
  const proof = (day: string, more?: Parameters<typeof prove>[3]) => prove(record().db, SCHEDULE, day, more);

  describe('a day on which all went well', () => {
    it('is full, and says so in one sentence', async () => {
      await lived('2019-10-15');
      const coverage = await proof('2019-10-09');
      expect(coverage.full).toBe(true);
      expect(coverageLines(coverage)).toEqual([
        'Ngày thứ Tư, 09/10/2019: 02 điều phải nhắc; đã nhắc 02, không nhắc 00 (có lý do), sót 00.',
      ]);
      const [, head, first] = coverageLines(coverage, { all: true });
      expect(head).toBe('Đã nhắc (02):');
      expect(first).toMatch(/#T-3@head: Đã nhắc lúc 07:31 thứ Tư, 09\/10\/2019, thư thu-[0-9a-f]{24}\.$/);
    });

    it('has nothing to prove when no ladder names it', async () => {
      await lived('2019-10-15');
      expect(coverageLines(await proof('2019-10-10'))).toEqual([
        'Ngày thứ Năm, 10/10/2019: không có điều nào phải nhắc.',
      ]);
    });
  });

  describe('a hole', () => {
    it('is a notice that is gone from the record', async () => {
      await lived('2019-10-15');
      await remove(record().db, `${DEADLINE}#T-3@head`);
      const coverage = await proof('2019-10-09', { today: '2019-10-15' });
      expect(coverage).toMatchObject({ full: false, counts: { said: 1, missed: 1 } });
      expect(coverageLines(coverage)).toEqual([
        'Ngày thứ Tư, 09/10/2019: 02 điều phải nhắc; đã nhắc 01, không nhắc 00 (có lý do), sót 01.',
        'Sót (01):',
        `  - ${DEADLINE}#T-3@head: Chưa rõ vì sao: lời nhắc đã được lập nhưng không còn trong sổ.`,
      ]);
    });

    it('is a notice that no event tells of, either', async () => {
      await lived('2019-10-15');
      await remove(record().db, `${DEADLINE}#T-3@head`);
      await record().db.deleteFrom('event').where('notice', '=', `${DEADLINE}#T-3@head`).execute();
      expect(outcomes(await proof('2019-10-09'))).toMatchObject({
        'T-3@head': 'missed',
        'T-3@office': 'said',
      });
    });

    it('is a notice said to be said whose letter never left', async () => {
      await lived('2019-10-15');
      await record()
        .db.updateTable('letter')
        .set({ status: 'dropped' })
        .where('day', '=', '2019-10-11')
        .execute();
      expect(outcomes(await proof('2019-10-11'))).toEqual({ 'T-1@office': 'missed' });
    });

    it('is a letter still unsent when its hours are over, but not before', async () => {
      await lived('2019-10-08');
      expect(outcomes(await proof('2019-10-09', { time: '16:59' }))).toEqual({
        'T-3@head': 'waiting',
        'T-3@office': 'waiting',
      });
      const coverage = await proof('2019-10-09', { time: '17:00' });
      expect(coverage.counts).toMatchObject({ waiting: 0, missed: 2 });
      expect(wordsOf(coverage)).toContain('đã hết giờ gửi mà chưa gửi');
    });

    it('is a duty done only after a day on which nothing was said', async () => {
      await lived('2019-10-11', {
        away: ['2019-10-09', '2019-10-10'],
        answers: [{ on: '2019-10-11', deadline: DEADLINE, answer: { ...DONE, on: '2019-10-10' } }],
      });
      // The planning of the 11th told why the office's was overtaken; the head's, still to be said late, fell to the answer.
      const coverage = await proof('2019-10-09', { today: '2019-10-11' });
      expect(outcomes(coverage)).toEqual({ 'T-3@head': 'missed', 'T-3@office': 'silent' });
    });
  });

  describe('what was not said on its day, with a reason', () => {
    it('was said late after an outage, or overtaken', async () => {
      await lived('2019-10-15', { away: ['2019-10-09', '2019-10-10', '2019-10-11'] });
      const wednesday = await proof('2019-10-09', { today: '2019-10-15' });
      expect(outcomes(wednesday)).toEqual({ 'T-3@head': 'late', 'T-3@office': 'silent' });
      expect(coverageLines(wednesday)[0]).toContain('đã nhắc 01 (muộn 01), không nhắc 01 (có lý do), sót 00');
      expect(wordsOf(wednesday)).toContain('Đã nhắc muộn, lúc 07:31 thứ Hai, 14/10/2019');
    });

    it('was refused by the mail server, in its words', async () => {
      await lived('2019-10-11', { ending: () => ({ status: 'refused', response: '550 no such mailbox' }) });
      const coverage = await proof('2019-10-11');
      expect(coverage).toMatchObject({ full: true, counts: { undelivered: 1 } });
      expect(coverageLines(coverage)[0]).toContain('không đến nơi nhận 01, không nhắc');
      expect(wordsOf(coverage)).toContain('từ chối');
      expect(wordsOf(coverage)).toContain('“550 no such mailbox”');
    });

    it('is tried again, in its words', async () => {
      const nextAttempt = instantAt('2019-10-14', '07:30');
      await lived('2019-10-11', {
        ending: () => ({ status: 'retrying', response: '451 later', nextAttempt }),
      });
      const coverage = await proof('2019-10-11');
      expect(coverage).toMatchObject({ full: true, counts: { waiting: 1 } });
      expect(wordsOf(coverage)).toContain('“451 later”');
      expect((await proof('2019-10-11', { today: '2019-10-14' })).full).toBe(false);
    });

    it('was done before, with its document', async () => {
      await lived('2019-10-15', { answers: [{ on: '2019-10-08', deadline: DEADLINE, answer: DONE }] });
      const coverage = await proof('2019-10-15');
      expect(coverage).toMatchObject({ full: true, counts: { silent: 3 } });
      expect(wordsOf(coverage)).toContain('12/BC-STP');
      expect(wordsOf(coverage)).toContain('(ghi lúc 06:00 thứ Ba, 08/10/2019).');
    });

    it('was returned, and from then on is to be said again', async () => {
      await lived('2019-10-15', {
        answers: [
          { on: '2019-10-08', deadline: DEADLINE, answer: DONE },
          { on: '2019-10-11', deadline: DEADLINE, answer: { kind: 'returned', why: 'Thiếu phụ lục.' } },
        ],
      });
      const outcomeOn = async (day: string) => outcomes(await proof(day, { today: '2019-10-15' }));
      expect(await outcomeOn('2019-10-09')).toEqual({ 'T-3@head': 'said', 'T-3@office': 'silent' });
      expect(await outcomeOn('2019-10-11')).toEqual({
        'T-1@office': 'said',
        'T-3@head': 'said',
        'T-3@office': 'silent',
        'told.2@office': 'said',
      });
    });

    it('was known to the unit, already on the very day', async () => {
      await lived('2019-10-08', {
        answers: [{ on: '2019-10-08', deadline: DEADLINE, answer: { kind: 'received' } }],
      });
      expect(outcomes(await proof('2019-10-09', { time: '10:00' }))).toEqual({
        'T-3@head': 'silent',
        'T-3@office': 'silent',
      });
    });

    it('has nobody to be said to', async () => {
      const vacant = scheduleOf({ ...PARTS, units: [unit('so-tu-phap', { heads: [] })] });
      await live(record().db, vacant, '2019-10-01', '2019-10-09');
      const coverage = await prove(record().db, vacant, '2019-10-09');
      expect(outcomes(coverage)).toEqual({ 'T-3@head': 'silent', 'T-3@office': 'said' });
      expect(wordsOf(coverage)).toContain('Không có hộp thư');
    });

    it('is named by a ladder that came later', async () => {
      await lived('2019-10-16');
      const longer = scheduleOf({ ...PARTS, ladder: { '-4': 'office', ...PARTS.ladder } });
      const { db } = record();
      const before = await prove(db, longer, '2019-10-08', { today: '2019-10-16', fingerprint: 'two' });
      expect(wordsOf(before)).toBe('Kế hoạch trong thư mục chưa được áp dụng vào sổ.');
      await live(db, longer, '2019-11-28', '2019-11-28', { fingerprint: 'two' });
      const after = await prove(db, longer, '2019-10-08', { today: '2019-11-28', fingerprint: 'two' });
      expect(after.full).toBe(true);
    });
  });

  describe('a deadline that has changed since', () => {
    it('is proven by the date that held on the day', async () => {
      await lived('2019-11-01', {
        answers: [
          {
            on: '2019-10-10',
            deadline: DEADLINE,
            answer: { kind: 'extended', to: '2019-10-31', why: 'Lũ.' },
          },
        ],
      });
      const outcomeOn = async (day: string) => outcomes(await proof(day, { today: '2019-11-01' }));
      expect(await outcomeOn('2019-10-09')).toEqual({ 'T-3@head': 'said', 'T-3@office': 'said' });
      expect(await outcomeOn('2019-10-14')).toEqual({});
      expect(await outcomeOn('2019-10-31')).toEqual({ 'G1.T0@office': 'said' });
      await remove(record().db, `${DEADLINE}#T-3@head`);
      expect(await outcomeOn('2019-10-09')).toEqual({ 'T-3@head': 'missed', 'T-3@office': 'said' });
      await remove(record().db, `${DEADLINE}#G1.T0@office`);
      expect(await outcomeOn('2019-10-31')).toEqual({ 'G1.T0@office': 'missed' });
    });

    it('was extended on the very day, in the middle of its sending hours', async () => {
      await lived('2019-10-09', {
        answers: [
          {
            on: '2019-10-09',
            deadline: DEADLINE,
            answer: { kind: 'extended', to: '2019-10-31', why: 'Lũ.' },
          },
        ],
        answeredAt: '10:00',
      });
      expect(outcomes(await proof('2019-10-09'))).toEqual({
        'T-3@head': 'said',
        'T-3@office': 'said',
        'told.1@office': 'said',
      });
    });

    it('was withdrawn: what came before is still proven, and nothing was due after', async () => {
      const { db } = record();
      await lived('2019-10-10');
      const without = scheduleOf({ ...PARTS, duties: [duty('S01', 'thường xuyên', 'so-tu-phap')] });
      await live(db, without, '2019-10-11', '2019-10-15', { fingerprint: 'two' });
      expect(outcomes(await proof('2019-10-09'))).toEqual({ 'T-3@head': 'said', 'T-3@office': 'said' });
      expect(outcomes(await proof('2019-10-15'))).toEqual({});
    });
  });

  describe('what no ladder names', () => {
    it('counts when the record holds a notice planned for the day', async () => {
      await lived('2019-10-10');
      const notice = await record()
        .db.selectFrom('notice')
        .where('rung', '=', 'T-3')
        .selectAll()
        .executeTakeFirstOrThrow();
      const asked = { ...notice, id: `${DEADLINE}#ask.1@followUp`, rung: 'ask.1', planned: '2019-10-10' };
      await record().db.insertInto('notice').values(asked).execute();
      expect(outcomes(await proof('2019-10-10'))).toEqual({ 'ask.1@followUp': 'said' });
      await record().db.updateTable('notice').set({ letter: null }).where('rung', '=', 'ask.1').execute();
      expect(outcomes(await proof('2019-10-10'))).toEqual({ 'ask.1@followUp': 'missed' });
    });

    it('counts when a letter without notices is to leave on the day', async () => {
      const { db } = record();
      const slot = instantAt('2019-10-11', '07:30');
      const digest = {
        ...{ id: 'thu-tuan', folder: 'tinh-thu', mailbox: 'a@b.example', kind: 'report' as const },
        ...{ day: '2019-10-11', slot, next_attempt: slot, status: 'planned' as const },
      };
      await db.insertInto('letter').values(digest).execute();
      expect(outcomes(await proof('2019-10-11', { time: '09:00' }))).toEqual({ 'thu-tuan': 'waiting' });
      expect(outcomes(await proof('2019-10-11'))).toEqual({ 'thu-tuan': 'missed' });
      await db.updateTable('letter').set({ status: 'empty' }).execute();
      expect(outcomes(await proof('2019-10-11'))).toEqual({ 'thu-tuan': 'silent' });
    });
  });
});

async function remove(db: RecordDb, notice: string): Promise<void> {
  const { numDeletedRows } = await db.deleteFrom('notice').where('id', '=', notice).executeTakeFirst();
  expect(numDeletedRows).toBe(1n);
}
