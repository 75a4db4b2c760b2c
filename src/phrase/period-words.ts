import { inYear, QUARTER, SEP, unclear, type Entry } from './entry.ts';
import type { Slots } from './pattern.ts';
import type { Anchor, Piece } from './pieces.ts';

/** "6 tháng đầu năm" and its sisters: the months named, counted from the start or the end of a year, as a period. */
const STRETCHES: Record<string, Extract<Anchor, { kind: 'quarter' | 'half' }>> = {
  '3 0': { kind: 'quarter', quarter: 1 },
  '6 0': { kind: 'half', half: 1 },
  '9 0': { kind: 'quarter', quarter: 3 },
  '6 2': { kind: 'half', half: 2 },
  '3 2': { kind: 'quarter', quarter: 4 },
};

export const MAY_OR_YEAR = 'Không rõ “năm” là tháng 5 hay là chữ đứng trước số của năm.';
const PART_OF_QUARTER =
  'Bộ luật Dân sự chỉ định nghĩa đầu, giữa, cuối của tháng và của năm, không định nghĩa của quý.';
const WEEK = 'Tuần không cho biết ngày nào là hạn.';

/** Months, quarters, halves, years. */
export const PERIOD_WORDS: Entry[] = [
  ['{count} tháng năm {year}', monthsOrMay],
  ['{count} tháng năm', monthsOrMay],
  [
    '{part}? tháng năm {year}',
    ({ part, year }) => [{ kind: 'month', month: 5, year, part }, unclear(MAY_OR_YEAR)],
  ],
  [
    'tháng sau năm {year}',
    ({ year }) => [
      { kind: 'month', month: 6, year },
      unclear('Không rõ “sau” là số sáu hay là tháng kế tiếp.'),
    ],
  ],
  ...inYear('{part}? tháng {month}', month),
  [`{month} ${SEP} {year}`, month],
  [`{year} - {month}`, month],
  [
    'tháng {month} và {nextMonth}',
    ({ nextMonth = 0, ...slots }) => [month(slots), month({ month: nextMonth })],
  ],
  ...inYear(`tháng cuối cùng? của? ${QUARTER} {quarter}`, lastMonth),
  ...inYear(`ngày? {day} của? tháng cuối cùng? của? ${QUARTER} {quarter}`, lastMonth),
  ...inYear('tuần đầu tiên? của? tháng {month}', (slots) => week({ ...slots, count: 1 })),
  ...inYear('tuần thứ {count} của? tháng {month}', week),
  ...inYear('tuần cuối cùng? của? tháng {month}', (slots) => [month({ ...slots, part: 2 }), unclear(WEEK)]),
  ...inYear(`cuối? ${QUARTER} {quarter}`, quarter),
  ...inYear(`đầu|giữa ${QUARTER} {quarter}`, (slots) => [quarter(slots), unclear(PART_OF_QUARTER)]),
  ['đầu|giữa quý', () => unclear(PART_OF_QUARTER)],
  ['{year} - q {quarter}', quarter],
  ['{year} - h {half}', ({ half = 0, year }) => ({ kind: 'half', half, year })],
  ['{count} tháng {part} của? năm? {year}', stretch],
  ['{count} tháng {part} năm?', stretch],
  ['nửa {part} của? năm? {year}', (slots) => stretch({ ...slots, count: 6 })],
  ['nửa {part} năm?', (slots) => stretch({ ...slots, count: 6 })],
  ['{part}? năm {year}', year],
  ['{part} năm', year],
  ['cả năm {year}', year],
  ['{year}', year],
  ['các? năm? {since} - {year}', years],
  ['giai đoạn {since} - {year}', years],
  ['các? năm {since} và|, {year}', listedYears],
  ['các? năm {since} và|, {nextYear} và|, {year}', listedYears],
  ['tuần thứ {count} của?', () => unclear(WEEK)],
  ['tuần {count}', () => unclear(WEEK)],
  ['cuối|đầu|giữa tuần', () => unclear(WEEK)],
];

/** "9 tháng năm 2019" may be nine months of a year, or the ninth of May. */
function monthsOrMay({ count = 0, year }: Slots): Piece[] {
  if (count === 6 && year === undefined)
    return [{ kind: 'unit', every: 'half' }, { kind: 'unit', every: 'year' }, unclear(MAY_OR_YEAR)];
  const period = STRETCHES[`${count} 0`];
  const meant: Anchor = period ? { ...period, year } : { kind: 'day', day: count, month: 5, year };
  return [meant, unclear(MAY_OR_YEAR)];
}

function month({ part, month = 0, year }: Slots): Piece {
  return { kind: 'month', month, year, part };
}

function quarter({ quarter: number = 0, year }: Slots): Piece {
  return { kind: 'quarter', quarter: number, year };
}

function year({ part, year: number }: Slots): Piece {
  return { kind: 'year', year: number, part };
}

/** "ngày 25 tháng cuối quý III/2019" is 25/09/2019. */
function lastMonth({ quarter: number = 0, day, year }: Slots): Piece {
  if (number < 1 || number > 4) return { kind: 'quarter', quarter: number, year };
  return day === undefined
    ? { kind: 'month', month: number * 3, year }
    : { kind: 'day', day, month: number * 3, year };
}

function week({ count = 0, month = 0, year }: Slots): Piece[] {
  return [{ kind: 'day', day: count * 7, month, year }, unclear(WEEK)];
}

function years({ since = 0, year = 0 }: Slots): Piece[] {
  return [
    { kind: 'from' },
    { kind: 'year', year: since },
    { kind: 'by', within: false },
    { kind: 'year', year },
  ];
}

/** Years in a row, told one by one, may be one duty that ends with the last, or a duty of each. */
function listedYears({ since = 0, year = 0 }: Slots): Piece[] {
  const fault =
    'Nêu nhiều năm riêng lẻ: nếu là một hạn chung, đề nghị ghi “giai đoạn … - …”; ' +
    'nếu mỗi năm một hạn, đề nghị tách thành nhiều nhiệm vụ.';
  return [{ kind: 'year', year }, unclear(fault, `giai đoạn ${since}-${year}`)];
}

function stretch({ count = 0, part = 0, year }: Slots): Piece {
  const period = STRETCHES[`${count} ${part}`];
  if (period) return { ...period, year };
  return unclear('Chỉ đọc được 3, 6, 9 tháng đầu năm và 3, 6 tháng cuối năm.');
}
