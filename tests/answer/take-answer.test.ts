import { expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/dates.ts';
import { answerShape, AnswerRefused, type Answer } from '../../src/answer/answer.ts';
import { findDeadline } from '../../src/answer/find-deadline.ts';
import { takeAnswer } from '../../src/answer/take-answer.ts';
import { applyAt, eventsOf, onEachRecord } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';

const ID = 'KH/A04/so-tu-phap/2019-10-14';
const schedule = scheduleOf({
  duties: [duty('A04', 'trước ngày 15/10/2019', ['so-tu-phap', 'so-tai-chinh'])],
  ladder: { '-3': 'office', '0': 'office', '1': 'office followUp', '5': 'followUp' },
});

onEachRecord((record) => {
  const take = (answer: Answer, day: string, deadline = ID) =>
    takeAnswer(record().db, instantAt(day, '09:00'), schedule, { deadline, by: 'Sở Nội vụ', answer });
  const plan = (day: string) => applyAt(record().db, schedule, day, { time: '09:00' });
  const days = async () => {
    const letters = await record()
      .db.selectFrom('notice')
      .innerJoin('letter', 'letter.id', 'notice.letter')
      .where('notice.deadline', '=', ID)
      .where('letter.status', '=', 'planned')
      .where('notice.kind', '!=', 'decision')
      .select(['notice.rung', 'notice.addressee', 'letter.day'])
      .orderBy('letter.day')
      .orderBy('notice.id')
      .execute();
    return letters.map(({ rung, addressee, day }) => `${day} ${rung} ${addressee}`);
  };
  const done = { kind: 'done', document: '12/BC-STP', on: '2019-10-11' } as const;

  it('done stops everything, and says whether it was on time', async () => {
    await plan('2019-10-10');
    expect(await take(done, '2019-10-11')).toBe(
      'Hoàn thành trước hạn: văn bản 12/BC-STP ngày 11/10/2019 (hạn 14/10/2019).',
    );
    await plan('2019-10-11');
    expect(await days()).toEqual([]);
  });

  it('a late completion is recorded as late, in working days', async () => {
    await plan('2019-10-10');
    expect(await take({ ...done, on: '2019-10-21' }, '2019-10-22')).toContain('quá hạn 05 ngày làm việc');
  });

  it('a returned completion arms the ladder again', async () => {
    await plan('2019-10-10');
    await take(done, '2019-10-11');
    await plan('2019-10-11');
    await take({ kind: 'returned', why: 'thiếu phụ lục' }, '2019-10-14');
    await plan('2019-10-14');
    expect(await days()).toEqual([
      '2019-10-14 T0 office',
      '2019-10-15 T+1 followUp',
      '2019-10-15 T+1 office',
      '2019-10-21 T+5 followUp',
    ]);
  });

  it('an extension moves the date, keeps the first one beside it, and begins the ladder anew', async () => {
    await plan('2019-10-10');
    await take({ kind: 'extended', to: '2019-10-31', why: 'chờ số liệu' }, '2019-10-10');
    await take({ kind: 'extended', to: '2019-11-08', why: 'chờ thêm' }, '2019-10-10');
    await plan('2019-10-10');
    const row = await record()
      .db.selectFrom('deadline')
      .where('id', '=', ID)
      .select(['nominal', 'original_nominal', 'extensions'])
      .executeTakeFirst();
    expect(row).toEqual({ nominal: '2019-11-08', original_nominal: '2019-10-14', extensions: 2 });
    expect((await days()).map((day) => day.split(' ')[1])).toEqual(['G2.T-3', 'G2.T0']);
    expect(await eventsOf(record().db, 'deadline-moved')).toEqual([]);
  });

  it('refuses what cannot be, and changes nothing', async () => {
    await plan('2019-10-10');
    const refusals: [Answer, RegExp][] = [
      [{ ...done, on: '2019-10-12' }, /sau hôm nay/],
      [{ kind: 'extended', to: '2019-10-14', why: 'x' }, /phải sau hạn đang có/],
      [{ kind: 'extended', to: '2040-01-01', why: 'x' }, /ngoài các năm có lịch/],
      [{ kind: 'returned', why: 'x' }, /chưa được ghi nhận hoàn thành/],
    ];
    for (const [answer, message] of refusals)
      await expect(take(answer, '2019-10-11')).rejects.toThrow(message);
    await expect(take(done, '2019-10-11', 'KH/A04/khong-co/2019-10-14')).rejects.toThrow(AnswerRefused);
    await take({ kind: 'received' }, '2019-10-11');
    await expect(take({ kind: 'received' }, '2019-10-11')).rejects.toThrow(/đã báo nhận/);
    await take(done, '2019-10-11');
    await expect(take(done, '2019-10-11')).rejects.toThrow(/đã được ghi nhận hoàn thành/);
    const events = await eventsOf(record().db, 'deadline-received', 'deadline-done', 'deadline-extended');
    expect(events.map(({ what }) => what)).toEqual(['deadline-received', 'deadline-done']);
  });

  it('finds a deadline by parts of its id, or lists those that the words fit', async () => {
    await plan('2019-10-10');
    expect(await findDeadline(record().db, ID)).toBe(ID);
    expect(await findDeadline(record().db, 'A04/so-tu-phap')).toBe(ID);
    await expect(findDeadline(record().db, 'A04')).rejects.toThrow(
      /ứng với 2 thời hạn[\s\S]*so-tai-chinh[\s\S]*so-tu-phap/,
    );
    await expect(findDeadline(record().db, 'A99')).rejects.toThrow(/Không có thời hạn nào/);
  });
});

it('takes documents in official form only', () => {
  const taken = (document: string) =>
    answerShape.safeParse({ kind: 'done', document, on: '2019-10-11' }).success;
  expect(
    ['12/BC-STP', '06/2024/QĐ-UBND', '581/BNV-CCHC', '20-CT/TU', '09/2019/NĐ-CP'].filter(taken),
  ).toHaveLength(5);
  expect(['', 'BC-STP', '12/', '12/BC-STP\r\nBcc: x', 'số 12', '<b>1</b>/BC-STP'].filter(taken)).toEqual([]);
});
