import { expect, it } from 'vitest';
import { takeAnswer } from '../../src/answer/take-answer.ts';
import { instantAt } from '../../src/calendar/dates.ts';
import { reportReply } from '../../src/worker/report-request.ts';
import { applyAt, onEachRecord } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';

const PARTS = {
  duties: [
    duty('A04', 'trước ngày 15/10/2019', ['so-tu-phap', 'so-tai-chinh']),
    duty('A05', 'đến hết ngày 25/10/2019', 'so-tu-phap'),
  ],
};
const SCHEDULE = scheduleOf(PARTS);

onEachRecord((record) => {
  const reply = (period: string, more: { plan?: string; unit?: string } = {}) =>
    reportReply(
      { period, ...more },
      {
        db: record().db,
        instructions: { schedule: SCHEDULE },
        now: instantAt('2019-10-21', '09:00'),
      },
    );

  async function lived(): Promise<void> {
    const { db } = record();
    await applyAt(db, SCHEDULE, '2019-10-01');
    const on = instantAt('2019-10-16', '09:00');
    const done = { kind: 'done', document: '12/BC-STP', on: '2019-10-16' } as const;
    await takeAnswer(db, on, SCHEDULE, {
      ...{ deadline: 'KH/A04/so-tu-phap/2019-10-14', by: 'test', answer: done },
    });
    const extended = { kind: 'extended', to: '2019-11-29', why: 'Lũ lụt.' } as const;
    await takeAnswer(db, on, SCHEDULE, {
      ...{ deadline: 'KH/A05/so-tu-phap/2019-10-25', by: 'test', answer: extended },
    });
  }

  it('counts what the record holds, each deadline by the day that now holds', async () => {
    await lived();
    const { lines, data } = await reply('2019-10');
    expect(data.deadlines.map(({ id, state, daysLate }) => [id, state, daysLate])).toEqual([
      ['KH/A04/so-tu-phap/2019-10-14', 'late', 2],
      ['KH/A04/so-tai-chinh/2019-10-14', 'overdue', 5],
    ]);
    expect(lines).toContain(
      'Tổng số 02 thời hạn: đúng hạn 00, trễ hạn 01, chưa hoàn thành 01 (trong đó quá hạn 01), chờ xác nhận 01.',
    );
    expect((await reply('2019-11')).data.deadlines).toMatchObject([
      { id: 'KH/A05/so-tu-phap/2019-10-25', nominal: '2019-11-29', original: '2019-10-25', state: 'open' },
    ]);
  });

  it('says of what is paused that it is, and counts it as before; of what is resumed no more', async () => {
    const { db } = record();
    await applyAt(db, SCHEDULE, '2019-10-01');
    const deadline = 'KH/A04/so-tai-chinh/2019-10-14';
    const on = instantAt('2019-10-16', '09:00');
    const paused = { kind: 'paused', why: 'Chờ Bộ hướng dẫn.' } as const;
    await takeAnswer(db, on, SCHEDULE, { deadline, by: 'test', answer: paused });
    const lineOf = async () => {
      const { data } = await reply('2019-10', { unit: 'so-tai-chinh' });
      return [data.deadlines.map(({ state, paused: isPaused }) => [state, isPaused]), data.total.overdue];
    };
    expect(await lineOf()).toEqual([[['overdue', true]], 1]);
    const resumed = { kind: 'resumed', why: 'Đã có hướng dẫn.' } as const;
    await takeAnswer(db, on, SCHEDULE, { deadline, by: 'test', answer: resumed });
    expect(await lineOf()).toEqual([[['overdue', false]], 1]);
  });

  it('no longer waits for a completion that was accepted, and leaves out what was withdrawn', async () => {
    await lived();
    const { db } = record();
    await db.updateTable('deadline').set({ accepted: true }).where('status', '=', 'done').execute();
    await db
      .updateTable('deadline')
      .set({ status: 'withdrawn' })
      .where('unit', '=', 'so-tai-chinh')
      .execute();
    expect((await reply('2019-10')).data.total).toMatchObject({ total: 1, late: 1, open: 0, waiting: 0 });
  });

  it('keeps to one plan and one unit', async () => {
    await lived();
    expect((await reply('2019', { unit: 'so-tai-chinh' })).data.total.total).toBe(1);
    expect((await reply('2019', { plan: 'KH' })).data.total.total).toBe(3);
    expect((await reply('2018')).lines).toContain('Không có thời hạn nào trong kỳ này.');
  });

  it('refuses a period, a plan or a unit that it does not know, with what may have been meant', async () => {
    await lived();
    await expect(reply('2019-Q5')).rejects.toThrow('--period: chưa hiểu kỳ “2019-Q5”');
    await expect(reply('2019', { unit: 'so-tu-phop' })).rejects.toThrow('có phải ý bạn là “so-tu-phap”?');
    await expect(reply('2019', { plan: 'KHH' })).rejects.toThrow('có phải ý bạn là “KH”?');
  });
});
