import { expect, it } from 'vitest';
import { registerHappening } from '../../src/answer/register-happening.ts';
import { instantAt } from '../../src/calendar/dates.ts';
import { cancelHappening } from '../../src/answer/cancel-happening.ts';
import { takeAnswer } from '../../src/answer/take-answer.ts';
import { applyAt, eventsOf, onEachRecord } from '../support/record.ts';
import { duty, scheduleOf } from '../support/schedules.ts';

const phrase = 'chậm nhất là 05 ngày làm việc kể từ ngày có quyết định công bố';
const schedule = scheduleOf({
  duties: [duty('A13', phrase, 'van-phong', { event: 'cong-bo-tthc' })],
  ladder: { '-1': 'office', '0': 'office' },
});
const happening = { kind: 'cong-bo-tthc', day: '2019-06-14', reference: '703/QĐ-UBND' };

onEachRecord((record) => {
  const register = (changed: Partial<typeof happening> = {}) =>
    registerHappening(record().db, instantAt('2019-06-14', '09:00'), 'Văn phòng', schedule, {
      ...happening,
      ...changed,
    });

  it('the same document twice makes one deadline', async () => {
    expect(await register()).toMatchObject({ known: false });
    expect(await register()).toEqual({
      said: 'Văn bản 703/QĐ-UBND ngày 14/06/2019 đã được ghi nhận trước đó.',
      known: true,
    });
    await applyAt(record().db, schedule, '2019-06-14');
    const rows = await record().db.selectFrom('deadline').select(['id', 'nominal']).execute();
    expect(rows).toEqual([{ id: 'KH/A13/van-phong/2019-06-14.703-QD-UBND', nominal: '2019-06-21' }]);
    expect(await eventsOf(record().db, 'happening-registered')).toHaveLength(1);
  });

  it('the same document with another day is refused', async () => {
    await register();
    await expect(register({ day: '2019-06-13' })).rejects.toThrow('đã được ghi nhận với ngày 14/06/2019');
  });

  it('a day to come, or one that the calendar does not know, is refused', async () => {
    await expect(register({ day: '2019-06-15' })).rejects.toThrow('ở sau hôm nay (14/06/2019)');
    await expect(register({ day: '1999-06-14' })).rejects.toThrow('ngoài các năm có lịch làm việc');
  });

  it('a kind that no duty waits for is refused with the nearest one', async () => {
    await expect(register({ kind: 'cong-bo-tthx' })).rejects.toThrow('có phải ý bạn là “cong-bo-tthc”');
  });

  const cancel = (reference = happening.reference) =>
    cancelHappening(record().db, instantAt('2019-06-17', '09:00'), 'Văn phòng', schedule, {
      kind: happening.kind,
      reference,
      why: 'ghi nhầm số',
    });
  const deadlines = () => record().db.selectFrom('deadline').select(['id', 'status']).orderBy('id').execute();
  const ID = 'KH/A13/van-phong/2019-06-14.703-QD-UBND';

  it('taken back, its deadlines are withdrawn, the record keeps both, and it may be registered again', async () => {
    await register();
    await applyAt(record().db, schedule, '2019-06-14');
    expect(await cancel()).toContain('rút 1 thời hạn do sự kiện này đặt ra. Lý do: ghi nhầm số');
    expect(await deadlines()).toEqual([{ id: ID, status: 'withdrawn' }]);
    await applyAt(record().db, schedule, '2019-06-18');
    expect(await deadlines()).toEqual([{ id: ID, status: 'withdrawn' }]);
    expect(await eventsOf(record().db, 'happening-cancelled')).toHaveLength(1);
    await expect(cancel()).rejects.toThrow('Không có văn bản 703/QĐ-UBND nào đang được ghi nhận');
    expect(await register({ day: '2019-06-13' })).toMatchObject({ known: false });
    await applyAt(record().db, schedule, '2019-06-18');
    expect(await deadlines()).toEqual([
      { id: 'KH/A13/van-phong/2019-06-13.703-QD-UBND', status: 'open' },
      { id: ID, status: 'withdrawn' },
    ]);
  });

  it('with the same day again, its deadline is restored', async () => {
    await register();
    await applyAt(record().db, schedule, '2019-06-14');
    await cancel();
    await register();
    await applyAt(record().db, schedule, '2019-06-17');
    expect(await deadlines()).toEqual([{ id: ID, status: 'open' }]);
  });

  it('is not taken back while something was answered, and says on what', async () => {
    await register();
    await applyAt(record().db, schedule, '2019-06-14');
    const at = instantAt('2019-06-14', '10:00');
    const say = (answer: Parameters<typeof takeAnswer>[3]['answer']) =>
      takeAnswer(record().db, at, schedule, { deadline: ID, by: 'Văn phòng', answer });
    await say({ kind: 'received' });
    await expect(cancel()).rejects.toThrow(`đã có trả lời hoặc quyết định về ${ID}`);
    expect(await record().db.selectFrom('happening').select('cancelled_at').execute()).toEqual([
      { cancelled_at: null },
    ]);
    await say({ kind: 'withdrawn', why: 'sự kiện ghi nhầm' });
    await cancel();
    expect(await deadlines()).toEqual([{ id: ID, status: 'withdrawn' }]);
  });
});
