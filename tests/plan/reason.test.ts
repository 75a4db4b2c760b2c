import { describe, expect, it } from 'vitest';
import { duty, planAt, scheduleOf } from '../support/schedules.ts';

const LADDER = { '-3': 'office', '0': 'office', '5': 'office' };
const MONDAY = 'trước ngày 15/10/2019';
const SUNDAY = 'trong tháng 6 năm 2019';

/** The reason of the only notice that leaves on `day`. */
function reasonOn(day: string, phrase: string, more: { due?: string; ladder?: Record<string, string> } = {}) {
  const { ladder = LADDER, ...rest } = more;
  const schedule = scheduleOf({ duties: [duty('A', phrase, 'so-tu-phap', rest)], ladder });
  const said = planAt(schedule, day, { horizon: day }).letters.flatMap(({ notices }) => notices);
  if (said.length !== 1) throw new Error(`${said.length} notices`);
  return said[0]?.reason;
}

describe('the reason of a notice', () => {
  it('says how many working days are left', () => {
    expect(reasonOn('2019-10-09', MONDAY)).toBe(
      'Còn 03 ngày làm việc đến hạn thứ Hai, 14/10/2019 (“trước ngày 15/10/2019”); bậc T-3, Thang thử.',
    );
  });

  it('names the last working day when the due day is not worked', () => {
    expect(reasonOn('2019-06-25', SUNDAY)).toBe(
      'Còn 03 ngày làm việc đến hạn Chủ nhật, 30/06/2019, ngày làm việc cuối trước hạn là thứ Sáu, 28/06/2019 (“trong tháng 6 năm 2019”); bậc T-3, Thang thử.',
    );
  });

  it('says that the day has come', () => {
    expect(reasonOn('2019-10-14', MONDAY)).toBe(
      'Đến hạn hôm nay, thứ Hai, 14/10/2019 (“trước ngày 15/10/2019”); bậc T0, Thang thử.',
    );
  });

  it('says on the last working day that the due day itself is not worked', () => {
    expect(reasonOn('2019-06-28', SUNDAY)).toBe(
      'Ngày làm việc cuối trước hạn Chủ nhật, 30/06/2019 (“trong tháng 6 năm 2019”); bậc T0, Thang thử.',
    );
  });

  it('says how many working days have passed', () => {
    expect(reasonOn('2019-10-21', MONDAY)).toBe(
      'Quá hạn 05 ngày làm việc, hạn là thứ Hai, 14/10/2019 (“trước ngày 15/10/2019”); bậc T+5, Thang thử.',
    );
  });

  it('says that it comes late, and when it should have come', () => {
    expect(reasonOn('2019-10-10', MONDAY)).toBe(
      'Còn 02 ngày làm việc đến hạn thứ Hai, 14/10/2019 (“trước ngày 15/10/2019”); bậc T-3, Thang thử. Theo lịch phải nhắc ngày 09/10/2019, nay gửi bù.',
    );
  });

  it("quotes the plan's phrase, not the reading given beside it", () => {
    expect(reasonOn('2019-10-09', 'báo cáo định kỳ', { due: MONDAY })).toContain('(“báo cáo định kỳ”)');
  });
});

describe('the reason of a skipped notice', () => {
  const skippedOn = (day: string, phrase = MONDAY) => {
    const schedule = scheduleOf({ duties: [duty('A', phrase, 'so-tu-phap')], ladder: LADDER });
    const { skipped } = planAt(schedule, day, { horizon: day });
    return Object.fromEntries(skipped.map(({ rung, reason }) => [rung, reason]));
  };

  it('names the later rung that speaks for it', () => {
    expect(skippedOn('2019-10-14')).toEqual({
      'T-3': 'Lần nhắc T-3 (09/10/2019) được thay bằng lần nhắc T0 đến sau.',
    });
  });

  it('says that a reminder before the date is of no use after it', () => {
    expect(skippedOn('2019-10-15')['T0']).toBe(
      'Đã qua thời hạn thứ Hai, 14/10/2019 khi thư có thể gửi; không nhắc trước hạn nữa.',
    );
  });

  it('says that a reminder of lateness has itself come too late, from the eleventh working day on', () => {
    expect(skippedOn('2019-11-04')['T+5']).toBeUndefined();
    expect(skippedOn('2019-11-05')['T+5']).toBe('Đã quá 10 ngày làm việc sau ngày dự kiến gửi (21/10/2019).');
  });
});
