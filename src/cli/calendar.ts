import { Command } from 'commander';
import type { Calendar } from '../calendar/calendar.ts';
import { shortDate, twoDigits, weekdayName } from '../calendar/wording.ts';
import type { DayOff, VnYear, WorkedDay } from '../calendar/year-file.ts';
import { Refusal, type CliContext } from './context.ts';

const STATUS = { official: 'lịch chính thức', provisional: 'lịch tạm tính (provisional)' };

/** `calendar YEAR`: shows the days off, the worked weekends and the number of working days of one year. */
export function calendarCommand(context: CliContext, loadCalendar: () => Promise<Calendar>): Command {
  return new Command('calendar')
    .description('Xem lịch làm việc một năm: ngày nghỉ, ngày đi làm bù, số ngày làm việc')
    .argument('<YEAR>', 'năm, bốn chữ số')
    .option('--json', 'in một đối tượng JSON')
    .action(async (text: string, options: { json?: boolean }) => {
      const calendar = await loadCalendar();
      const year = calendar.year(knownYear(text, calendar));
      const workingDays = workingDaysOf(year.year, calendar);
      if (options.json) return context.print(asJson(year, workingDays));
      for (const line of asText(year, workingDays)) context.print(line);
    });
}

function knownYear(text: string, { firstYear, lastYear }: Calendar): number {
  if (!/^\d{4}$/.test(text))
    throw new Refusal(`“${text}” không phải là năm; hãy viết bốn chữ số, ví dụ 2019`);
  const year = Number(text);
  if (firstYear <= year && year <= lastYear) return year;
  throw new Refusal(
    `Chưa có lịch làm việc năm ${year}; chỉ xem được từ năm ${firstYear} đến năm ${lastYear}`,
  );
}

function workingDaysOf(year: number, calendar: Calendar): number {
  const first = calendar.firstWorkingDayOnOrAfter(`${year}-01-01`);
  return calendar.workingDaysBetween(first, `${year}-12-31`) + 1;
}

function asJson({ year, status, sources, off, work }: VnYear, workingDays: number): string {
  return JSON.stringify({ year, status, sources, off, work, workingDays });
}

function asText({ year, status, sources, off, work }: VnYear, workingDays: number): string[] {
  return [
    `Lịch làm việc năm ${year}: ${STATUS[status]}`,
    'Căn cứ:',
    ...sources.map(({ ref, date }) => `  - ${ref}${date ? ` (ngày ${shortDate(date)})` : ''}`),
    `Ngày nghỉ từ thứ Hai đến thứ Sáu: ${twoDigits(off.length)}`,
    ...off.map(dayLine),
    `Ngày thứ Bảy, Chủ nhật đi làm bù: ${twoDigits(work.length)}`,
    ...work.map(dayLine),
    `Số ngày làm việc trong năm: ${workingDays}`,
  ];
}

function dayLine({ date, name, scope }: DayOff | WorkedDay): string {
  const units = scope?.length ? ` (chỉ áp dụng cho: ${scope.join(', ')})` : '';
  return `  ${shortDate(date)}  ${weekdayName(date).padEnd(8)}  ${name}${units}`;
}
