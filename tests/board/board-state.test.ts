import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeAnswer } from '../../src/answer/take-answer.ts';
import type { Answer } from '../../src/answer/answer.ts';
import type { BoardRow } from '../../src/board/board-row.ts';
import { chooseRows, countsOf } from '../../src/board/choose-rows.ts';
import { readBoard } from '../../src/board/read-board.ts';
import { instantAt, type IsoDate } from '../../src/calendar/dates.ts';
import type { OpenRecord } from '../../src/record/open-record.ts';
import { applyAt, empty, openTestRecord, SLOW } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';

/** The last day on time is Monday 14/10/2019; reminders begin three working days before, on Wednesday 09/10. */
const SCHEDULE = scheduleOf({
  duties: [duty('A04', 'trước ngày 15/10/2019', 'so-tu-phap')],
});
const ID = 'KH/A04/so-tu-phap/2019-10-14';

let record: OpenRecord;
beforeAll(async () => {
  record = await openTestRecord();
}, SLOW);
beforeEach(() => empty(record.db));
afterAll(() => record.close());

async function said(day: IsoDate, answer: Answer): Promise<void> {
  const now = instantAt(day, '10:00');
  await takeAnswer(record.db, now, SCHEDULE, { deadline: ID, by: 'Sở Tư pháp', answer });
}

async function rowOn(day: IsoDate, schedule = SCHEDULE): Promise<BoardRow> {
  const [row] = await readBoard(record.db, schedule, instantAt(day, '09:00'), 'all');
  if (row === undefined) throw new Error('The board is empty');
  return row;
}

describe('the state of a deadline', () => {
  it.each([
    ['2019-10-08', 'calm', '○', 'Còn hạn', 'còn 04 ngày làm việc'],
    ['2019-10-09', 'upcoming', '◔', 'Sắp đến hạn', 'còn 03 ngày làm việc'],
    ['2019-10-11', 'upcoming', '◔', 'Sắp đến hạn', 'còn 01 ngày làm việc'],
    ['2019-10-14', 'today', '◑', 'Đến hạn hôm nay', ''],
    ['2019-10-15', 'overdue', '●', 'Quá hạn 01 ngày làm việc', ''],
    ['2019-10-21', 'overdue', '●', 'Quá hạn 05 ngày làm việc', ''],
  ])('follows the calendar: on %s it is %s', async (day, state, shape, words, distance) => {
    await applyAt(record.db, SCHEDULE, '2019-10-01');
    expect(await rowOn(day)).toMatchObject({ state, shape, words, distance, waitsFor: undefined });
  });

  it('is due today from the last working day before a day off on', async () => {
    const saturday = scheduleOf({ duties: [duty('A07', 'trong tháng 11/2019', 'so-noi-vu')] });
    await applyAt(record.db, saturday, '2019-11-01');
    const at = async (day: IsoDate) => (await rowOn(day, saturday)).words;
    expect(await at('2019-11-29')).toBe('Ngày làm việc cuối trước hạn');
    expect(await at('2019-11-30')).toBe('Đến hạn hôm nay');
    expect(await at('2019-12-01')).toBe('Quá hạn');
    expect(await at('2019-12-02')).toBe('Quá hạn 01 ngày làm việc');
  });

  it('waits for a confirmation once the unit reports, and is done on time once it is accepted', async () => {
    await applyAt(record.db, SCHEDULE, '2019-10-01');
    await said('2019-10-14', { kind: 'done', document: '12/BC-STP', on: '2019-10-14' });
    expect(await rowOn('2019-10-15')).toMatchObject({
      ...{ state: 'awaiting', shape: '◇', words: 'Chờ xác nhận', distance: 'kết quả đúng hạn' },
      ...{ waitsFor: 'confirmation', document: '12/BC-STP' },
    });
    await said('2019-10-15', { kind: 'accepted' });
    const row = await rowOn('2019-10-16');
    expect(row).toMatchObject({ state: 'on-time', shape: '✓', words: 'Hoàn thành đúng hạn', distance: '' });
    expect(row.waitsFor).toBeUndefined();
  });

  it('tells late completion with how late it was', async () => {
    await applyAt(record.db, SCHEDULE, '2019-10-01');
    await said('2019-10-17', { kind: 'done', document: '12/BC-STP', on: '2019-10-16' });
    expect((await rowOn('2019-10-17')).distance).toBe('kết quả trễ 02 ngày làm việc');
    await said('2019-10-17', { kind: 'accepted' });
    const row = { state: 'late', words: 'Hoàn thành trễ hạn', distance: 'trễ 02 ngày làm việc' };
    expect(await rowOn('2019-12-02')).toMatchObject(row);
  });

  it.each<Answer>([
    { kind: 'asked', to: '2019-10-25', why: 'Chờ số liệu của các huyện' },
    { kind: 'not-ours', why: 'Thuộc Thanh tra tỉnh' },
  ])('waits for a decision on “$kind” before its day', async (answer) => {
    await applyAt(record.db, SCHEDULE, '2019-10-01');
    await said('2019-10-08', answer);
    const waiting = { state: 'awaiting', words: 'Chờ quyết định', waitsFor: 'decision' };
    expect(await rowOn('2019-10-08')).toMatchObject({ ...waiting, distance: 'còn 04 ngày làm việc' });
  });

  it('stays overdue while a request waits, and is found under both', async () => {
    await applyAt(record.db, SCHEDULE, '2019-10-01');
    await said('2019-10-15', { kind: 'asked', to: '2019-10-25', why: 'Chờ số liệu' });
    const row = await rowOn('2019-10-16');
    expect(row).toMatchObject({ state: 'overdue', waitsFor: 'decision' });
    expect(countsOf([row])).toMatchObject({ all: 1, overdue: 1, awaiting: 1, calm: 0 });
    await said('2019-10-16', { kind: 'extended' });
    const extended = { state: 'calm', nominal: '2019-10-25', original: '2019-10-14' };
    expect(await rowOn('2019-10-16')).toMatchObject({ ...extended, waitsFor: undefined });
  });

  it('is paused whatever its day, until the pause is over', async () => {
    await applyAt(record.db, SCHEDULE, '2019-10-01');
    await said('2019-10-08', { kind: 'paused', until: '2019-10-20', why: 'Thiên tai' });
    const row = await rowOn('2019-10-18');
    expect(row).toMatchObject({ state: 'paused', words: 'Tạm dừng đôn đốc', distance: 'đến hết 20/10/2019' });
    expect(countsOf([row])).toMatchObject({ all: 1, paused: 1, overdue: 0 });
    expect(await rowOn('2019-10-21')).toMatchObject({ state: 'overdue' });
    await said('2019-10-21', { kind: 'withdrawn', why: 'Kế hoạch mới' });
    await applyAt(record.db, SCHEDULE, '2019-10-22');
    expect(await rowOn('2019-10-22')).toMatchObject({ state: 'withdrawn', words: 'Đã rút theo quyết định' });
  });

  it('keeps what left the plan out unless it is asked for', async () => {
    await applyAt(record.db, SCHEDULE, '2019-10-01');
    const other = scheduleOf({ duties: [duty('A99', 'trước ngày 15/10/2019', 'so-y-te')] });
    await applyAt(record.db, other, '2019-10-02');
    const rows = await readBoard(record.db, other, instantAt('2019-10-02', '09:00'), 'all');
    expect(rows.map(({ obligation, state }) => [obligation, state])).toEqual([
      ['A99', 'calm'],
      ['A04', 'withdrawn'],
    ]);
    expect(chooseRows(rows, {}).map(({ obligation }) => obligation)).toEqual(['A99']);
    expect(chooseRows(rows, { state: 'withdrawn' }).map(({ title }) => title)).toEqual(['Nhiệm vụ A04']);
    expect(countsOf(rows)).toMatchObject({ all: 1, withdrawn: 1 });
  });
});
