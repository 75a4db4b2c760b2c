import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/calendar/calendar.ts';
import type { VnYear } from '../../src/calendar/year-file.ts';
import { calendarCommand } from '../../src/cli/calendar.ts';
import { Refusal, type CliContext } from '../../src/cli/context.ts';
import { virtualClock } from '../../src/clock/clock.ts';
import { officialYear, officialYears } from './official-years.ts';

async function run(args: string[], years: VnYear[] = officialYears()): Promise<string[]> {
  const printed: string[] = [];
  const context: CliContext = {
    clock: virtualClock(new Date('2019-06-17T00:30:00Z')),
    colour: false,
    settings: () => {
      throw new Error('The calendar needs no settings of its own');
    },
    print: (line) => void printed.push(line),
    complain: (line) => void printed.push(`stderr: ${line}`),
    async *inputLines() {},
  };
  await calendarCommand(context, async () => createCalendar(years)).parseAsync(args, { from: 'user' });
  return printed;
}

describe('dondoc calendar', () => {
  it('shows an official year', async () => {
    expect(await run(['2025'])).toEqual([
      'Lịch làm việc năm 2025: lịch chính thức',
      'Căn cứ:',
      '  - Bộ luật Lao động 2019, Điều 111 và Điều 112',
      '  - Thông báo 6150/TB-BLĐTBXH (ngày 03/12/2024)',
      'Ngày nghỉ từ thứ Hai đến thứ Sáu: 12',
      '  01/01/2025  thứ Tư    Tết Dương lịch',
      '  27/01/2025  thứ Hai   Tết Nguyên đán',
      '  28/01/2025  thứ Ba    Tết Nguyên đán',
      '  29/01/2025  thứ Tư    Tết Nguyên đán',
      '  30/01/2025  thứ Năm   Tết Nguyên đán',
      '  31/01/2025  thứ Sáu   Tết Nguyên đán',
      '  07/04/2025  thứ Hai   Ngày Giỗ Tổ Hùng Vương',
      '  30/04/2025  thứ Tư    Ngày Chiến thắng',
      '  01/05/2025  thứ Năm   Ngày Quốc tế lao động',
      '  02/05/2025  thứ Sáu   Nghỉ hoán đổi với ngày 26/04/2025',
      '  01/09/2025  thứ Hai   Ngày liền kề Quốc khánh',
      '  02/09/2025  thứ Ba    Quốc khánh',
      'Ngày thứ Bảy, Chủ nhật đi làm bù: 01',
      '  26/04/2025  thứ Bảy   Đi làm bù cho ngày 02/05/2025',
      'Số ngày làm việc trong năm: 250',
    ]);
  });

  it('says that a computed year is provisional', async () => {
    const lines = await run(['2027']);
    expect(lines[0]).toBe('Lịch làm việc năm 2027: lịch tạm tính (provisional)');
    expect(lines).toContain('Ngày thứ Bảy, Chủ nhật đi làm bù: 00');
  });

  it('names the units of a day that is not for everybody', async () => {
    const file = officialYear(2020);
    file.off = [
      { date: '2020-10-28', kind: 'dia_phuong', name: 'Nghỉ chống bão', scope: ['so-y-te', 'so-nong'] },
    ];
    expect(await run(['2020'], [file])).toContain(
      '  28/10/2020  thứ Tư    Nghỉ chống bão (chỉ áp dụng cho: so-y-te, so-nong)',
    );
  });

  it('prints one JSON object', async () => {
    const lines = await run(['2019', '--json']);
    expect(lines).toHaveLength(1);
    const { year, status, sources, off, work } = officialYear(2019);
    expect(JSON.parse(lines[0]!)).toEqual({ year, status, sources, off, work, workingDays: 252 });
  });

  it('counts the first known year although the day before it is unknown', async () => {
    expect((await run(['2018'])).at(-1)).toBe('Số ngày làm việc trong năm: 250');
  });

  it.each([
    ['năm nay', '“năm nay” không phải là năm; hãy viết bốn chữ số, ví dụ 2019'],
    ['19', '“19” không phải là năm; hãy viết bốn chữ số, ví dụ 2019'],
    ['2017', 'Chưa có lịch làm việc năm 2017; chỉ xem được từ năm 2018 đến năm 2035'],
    ['2036', 'Chưa có lịch làm việc năm 2036; chỉ xem được từ năm 2018 đến năm 2035'],
  ])('refuses the year %s', async (year, message) => {
    await expect(run([year])).rejects.toThrow(new Refusal(message));
  });
});
