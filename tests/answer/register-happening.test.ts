import { expect, it } from 'vitest';
import { registerHappening } from '../../src/answer/register-happening.ts';
import { instantAt } from '../../src/calendar/dates.ts';
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
});
