import { addDays, isWeekend, yearOf, type IsoDate } from './dates.ts';
import { lunarDays } from './lunar-days.ts';
import { missingHolidays } from './missing-holidays.ts';
import { longDate, shortDate, twoDigits } from './wording.ts';
import type { DayOff, VnYear, WorkedDay } from './year-file.ts';

/** Something wrong in one year's file: `path` leads to the value, `message` is Vietnamese. */
export interface YearProblem {
  path: (string | number)[];
  message: string;
}

const TET_WEEKDAYS = 5;
const TET_REACH_DAYS = 7;

/** Everything wrong with one year that can be seen without the other years. Call `checkYears` as well. */
export function checkYear(year: VnYear): YearProblem[] {
  return [
    ...repeatedDates(year),
    ...year.off.flatMap(misplacedSwap),
    ...year.work.flatMap(misplacedWork),
    ...tetProblems(year),
    ...missingHolidays(year).map((message) => ({ path: ['off'], message })),
  ];
}

/**
 * What is wrong between the years of one calendar: a year given twice, a year left out between official ones (told of
 * the year after the gap, with an empty path), or a swap whose other half is missing or points elsewhere. The other
 * half may lie in another year; when that year is not given, nothing is said. It does not repeat what `checkYear` finds.
 */
export function checkYears(years: VnYear[]): (YearProblem & { year: number })[] {
  return years.flatMap((year, index) =>
    [
      ...repeatedYear(year, years.slice(0, index)),
      ...gapBefore(year, years),
      ...brokenSwaps(year, years),
    ].map((problem) => ({ year: year.year, ...problem })),
  );
}

function repeatedDates(year: VnYear): YearProblem[] {
  const seen = new Map<IsoDate, string>();
  const entries = (['off', 'work'] as const).flatMap((list) =>
    year[list].map(({ date }, index) => ({ list, date, path: [list, index, 'date'] })),
  );
  return entries.flatMap(({ list, date, path }) => {
    const earlier = seen.get(date);
    seen.set(date, list);
    if (earlier === undefined) return [];
    if (earlier === list) return [{ path, message: `ngày ${shortDate(date)} được ghi hai lần` }];
    return [{ path, message: `ngày ${shortDate(date)} vừa là ngày nghỉ vừa là ngày đi làm bù` }];
  });
}

function misplacedSwap(day: DayOff, index: number): YearProblem[] {
  if (day.kind !== 'hoan_doi') return [];
  const problems: YearProblem[] = [];
  if (isWeekend(day.date)) {
    const message = `${longDate(day.date)} vốn là ngày nghỉ hằng tuần, không thể là ngày nghỉ hoán đổi`;
    problems.push({ path: ['off', index, 'date'], message });
  }
  if (day.pairedWith === undefined) {
    const message = `ngày nghỉ hoán đổi ${shortDate(day.date)} phải ghi ngày đi làm bù ở mục pairedWith`;
    problems.push({ path: ['off', index], message });
  }
  return problems;
}

function misplacedWork(day: WorkedDay, index: number): YearProblem[] {
  if (isWeekend(day.date)) return [];
  const message = `${longDate(day.date)} vốn là ngày làm việc; ngày đi làm bù phải là thứ Bảy hoặc Chủ nhật`;
  return [{ path: ['work', index, 'date'], message }];
}

function tetProblems(year: VnYear): YearProblem[] {
  const newYear = lunarDays(year.year)?.newYear;
  if (newYear === undefined) return [];

  const [from, to] = [addDays(newYear, -TET_REACH_DAYS), addDays(newYear, TET_REACH_DAYS)];
  const block = statutoryDays(year)
    .map(({ date }) => date)
    .filter((date) => from <= date && date <= to && !isWeekend(date));
  const problems: YearProblem[] = [];
  if (!isWeekend(newYear) && !block.includes(newYear))
    problems.push({ path: ['off'], message: `thiếu ngày mùng 1 Tết Nguyên đán (${longDate(newYear)})` });
  if (block.length !== TET_WEEKDAYS) {
    const message =
      `Tết Nguyên đán năm ${year.year} phải có ${twoDigits(TET_WEEKDAYS)} ngày nghỉ từ thứ Hai đến thứ Sáu ` +
      `quanh ngày ${shortDate(newYear)}; tệp đang ghi ${twoDigits(block.length)} ngày`;
    problems.push({ path: ['off'], message });
  }
  return problems;
}

function repeatedYear(year: VnYear, earlier: VnYear[]): YearProblem[] {
  if (!earlier.some((other) => other.year === year.year)) return [];
  return [{ path: ['year'], message: `năm ${year.year} đã có ở một tệp khác` }];
}

function gapBefore({ year }: VnYear, years: VnYear[]): YearProblem[] {
  const official = years.filter(({ status }) => status === 'official').map((other) => other.year);
  const before = Math.max(...years.map((other) => other.year).filter((other) => other < year));
  if (before + 1 >= year || Math.min(...official) > before || Math.max(...official) < year) return [];
  const gap = before + 2 === year ? `năm ${before + 1}` : `các năm từ ${before + 1} đến ${year - 1}`;
  return [{ path: [], message: `thiếu lịch ${gap}, nằm giữa các năm đã có lịch chính thức` }];
}

function brokenSwaps(year: VnYear, years: VnYear[]): YearProblem[] {
  const isBeyond = (date: IsoDate) => !years.some((other) => other.year === yearOf(date));
  const answers = (
    other: { date: IsoDate; pairedWith?: IsoDate | undefined },
    date: IsoDate,
    partner: IsoDate,
  ) => other.date === partner && other.pairedWith === date;

  const unpaidSwaps = year.off.flatMap(({ kind, date, pairedWith }, index) => {
    if (kind !== 'hoan_doi' || pairedWith === undefined || isBeyond(pairedWith)) return [];
    if (years.some((other) => other.work.some((day) => answers(day, date, pairedWith)))) return [];
    const message =
      `ngày nghỉ hoán đổi ${shortDate(date)}: danh sách work năm ${yearOf(pairedWith)} ` +
      `chưa có ngày đi làm bù ${shortDate(pairedWith)} cho ngày này`;
    return [{ path: ['off', index, 'pairedWith'], message }];
  });
  const unexplainedWork = year.work.flatMap(({ date, pairedWith }, index) => {
    if (isBeyond(pairedWith)) return [];
    const isPaid = (day: DayOff) => day.kind === 'hoan_doi' && answers(day, date, pairedWith);
    if (years.some((other) => other.off.some(isPaid))) return [];
    const message =
      `ngày đi làm bù ${shortDate(date)}: danh sách off năm ${yearOf(pairedWith)} ` +
      `chưa có ngày nghỉ hoán đổi ${shortDate(pairedWith)} cho ngày này`;
    return [{ path: ['work', index, 'pairedWith'], message }];
  });
  return [...unpaidSwaps, ...unexplainedWork];
}

/** The holidays and made-up days that the whole country has. */
function statutoryDays(year: VnYear): DayOff[] {
  return year.off.filter(({ kind, scope }) => (kind === 'le' || kind === 'bu') && !scope?.length);
}
