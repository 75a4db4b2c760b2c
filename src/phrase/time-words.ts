import type { EventUnit } from './due-rule.ts';
import type { Slots } from './pattern.ts';
import type { Every, Piece } from './pieces.ts';

/** A pattern's text and what it says; slots are numbers, and an optional slot that was absent is undefined. */
export type Entry = readonly [pattern: string, says: (slots: Slots) => Piece | Piece[]];

const EVERY = 'hằng|hàng|mỗi|từng';
const SEP = '/|-|.';
const QUARTER = 'quý|quí|qúy|q';
const SINCE = ',? kể|tính? từ|sau ngày|khi|lúc?';

const UNITS: [words: string, unit: EventUnit, times: number][] = [
  ['ngày làm việc', 'working-day', 1],
  ['ngày', 'day', 1],
  ['tuần', 'day', 7],
  ['tuần lễ', 'day', 7],
  ['tháng', 'month', 1],
];

/** "6 tháng đầu năm" and its sisters: the months named, counted from the start or the end of a year, as a period. */
const STRETCHES: Record<string, Piece> = {
  '3 0': { kind: 'quarter', quarter: 1 },
  '6 0': { kind: 'half', half: 1 },
  '9 0': { kind: 'quarter', quarter: 3 },
  '6 2': { kind: 'half', half: 2 },
  '3 2': { kind: 'quarter', quarter: 4 },
};

const LUNAR = 'Ngày tháng âm lịch chưa được hỗ trợ; đề nghị ghi ngày dương lịch.';
const RELATIVE = 'Thời gian tính từ lúc viết (tháng này, năm sau, ngày mai) không xác định được ngày.';

const DAYS: Entry[] = [
  [`ngày? {day} ${SEP} {month} ${SEP} {year}`, day],
  [`ngày? {day} ${SEP} {month} của? năm {year}`, day],
  [`ngày? {day} tháng {month} năm? {year}`, day],
  [`ngày? {day} tháng {month} ${SEP} {year}`, day],
  [`ngày? {year} ${SEP} {month} ${SEP} {day}`, day],
  [`ngày? {day} ${SEP} {month}`, day],
  [`ngày? {day} tháng {month}`, day],
  [`ngày? {day} ${SEP} {month} ${SEP} {shortYear}`, shortYear],
  [`ngày? {day} ${SEP} {month} năm {shortYear}`, shortYear],
  [`ngày? {day} tháng {month} năm {shortYear}`, shortYear],
  ['ngày mùng|mồng? {day}', ({ day = 0 }) => ({ kind: 'day-of-month', day })],
  ['{part} tháng', partOfMonth],
  [`{part} ${EVERY} tháng`, (slots) => [partOfMonth(slots), { kind: 'recurrence', every: 'month' }]],
  ['ngày cuối cùng? của? kỳ|kì? báo? cáo?', () => ({ kind: 'last-day', working: false })],
  ['ngày làm việc cuối cùng? của? kỳ|kì? báo? cáo?', () => ({ kind: 'last-day', working: true })],
  ['thứ {weekday}', weekday],
  ['thứ sau', () => ({ kind: 'weekday', weekday: 5 })],
  ['chủ nhật', () => ({ kind: 'weekday', weekday: 7 })],
  ['{hour} giờ|h|g {minute} phút?', time],
  ['{hour} giờ|h|g', time],
  [`{hour} giờ|h|g {day} ${SEP} {month} ${SEP} {year}`, (slots) => [time(slots), day(slots)]],
  ['{hour} : {minute}', time],
];

const PERIODS: Entry[] = [
  [
    'tháng năm {year}',
    () => ({ kind: 'unclear', fault: 'Không rõ “tháng năm” là tháng 5 hay còn thiếu số của tháng.' }),
  ],
  [
    'tháng sau năm {year}',
    ({ year }) => [
      { kind: 'month', month: 6, year },
      { kind: 'unclear', fault: 'Không rõ “sau” là số sáu hay là tháng kế tiếp.' },
    ],
  ],
  ['{part}? tháng {month} của? năm? {year}', month],
  [`{part}? tháng {month} ${SEP} {year}`, month],
  [`{month} ${SEP} {year}`, month],
  [`{year} - {month}`, month],
  ['{part}? tháng {month}', month],
  [`${QUARTER} {quarter} của? năm? {year}`, quarter],
  [`${QUARTER} {quarter} ${SEP} {year}`, quarter],
  [`cuối ${QUARTER} {quarter} của? năm? {year}`, quarter],
  [`cuối ${QUARTER} {quarter} ${SEP} {year}`, quarter],
  [`cuối? ${QUARTER} {quarter}`, quarter],
  ['{year} - q {quarter}', quarter],
  ['{year} - h {half}', ({ half = 0, year }) => ({ kind: 'half', half, year })],
  ['{count} tháng {part} của? năm? {year}', stretch],
  ['{count} tháng {part} năm?', stretch],
  ['nửa {part} của? năm? {year}', (slots) => stretch({ ...slots, count: 6 })],
  ['nửa {part} năm?', (slots) => stretch({ ...slots, count: 6 })],
  ['{part}? năm {year}', ({ part, year }) => ({ kind: 'year', part, year })],
  ['{part} năm', ({ part }) => ({ kind: 'year', part })],
  ['{year}', ({ year }) => ({ kind: 'year', year })],
  ['các? năm? {since} - {year}', years],
  ['các năm {since} và|,? {year}', years],
  ['giai đoạn {since} - {year}', years],
  ['năm {shortYear}', () => ({ kind: 'unclear', fault: 'Năm cần ghi đủ bốn chữ số.' })],
  [
    'tháng {month} / {shortYear}',
    ({ month, shortYear = 0 }) => [
      { kind: 'month', month: month ?? 0, year: fullYear(shortYear) },
      { kind: 'unclear', fault: 'Năm cần ghi đủ bốn chữ số.' },
    ],
  ],
];

const RECURRENCES: Entry[] = [
  ...recurring('tuần', 'week'),
  ...recurring('tháng', 'month'),
  ...recurring(QUARTER, 'quarter'),
  ...recurring('năm', 'year'),
  ['tháng cuối cùng? của? mỗi|hằng|hàng? quý|quí|qúy', () => ({ kind: 'last-month', of: 'quarter' })],
  ['tháng cuối cùng? của? kỳ|kì báo? cáo?', () => ({ kind: 'last-month', of: 'period' })],
  [`cuối ${EVERY}? quý|quí|qúy`, () => ({ kind: 'last-month', of: 'quarter' })],
  [`${EVERY} {count} tháng`, everyMonths],
  ['{count} tháng một|1 lần', everyMonths],
];

const EVENTS: Entry[] = UNITS.flatMap(([words, unit, times]): Entry[] => [
  [
    `sau? {count} ${words} ${SINCE}`,
    ({ count = 0 }) => ({ kind: 'event', count: count * times, unit, trigger: '' }),
  ],
  [
    `{count} ${words}`,
    ({ count = 0 }) =>
      words === 'tháng' && count === 6
        ? { kind: 'unit', every: 'half' }
        : { kind: 'span', count: count * times, unit },
  ],
]);

const UNCLEAR: Entry[] = [
  ...['hoặc', 'hay'].map(unclear('Cụm từ nêu nhiều khả năng; mỗi cụm từ chỉ được nêu một thời hạn.')),
  ...['tháng giêng', 'tháng chạp', 'âm lịch', 'ngày? rằm', 'ngày? mùng|mồng {day} tháng {month}'].map(
    unclear(LUNAR),
  ),
  ...['ngày|tuần|tháng|quý|năm này|nay|sau|tới|trước', 'hôm nay|qua', 'ngày? mai|kia', 'thời gian tới'].map(
    unclear(RELATIVE),
  ),
  ...[`${EVERY} ngày`].map(
    unclear('Không nhắc hạn hằng ngày được; nếu là việc làm liên tục, đề nghị ghi “thường xuyên”.'),
  ),
  ...['tuần thứ {count} của?', 'tuần {count}', 'cuối|đầu|giữa tuần'].map(
    unclear('Tuần không cho biết ngày nào là hạn.'),
  ),
  ...[`đầu|giữa ${QUARTER} {quarter}`, 'đầu|giữa quý'].map(
    unclear('Bộ luật Dân sự chỉ định nghĩa đầu, giữa, cuối của tháng và của năm, không định nghĩa của quý.'),
  ),
  ...[`{count} giờ ${SINCE}`, '{count} tiếng'].map(
    unclear('Thời hạn tính bằng giờ từ một sự kiện chưa được hỗ trợ.'),
  ),
  ...['sau ngày|khi', 'ngay sau khi', 'ngay khi'].map(
    unclear('Chỉ nêu mốc bắt đầu (“sau”), không nêu mốc kết thúc.'),
  ),
  ...['khoảng', 'dự kiến'].map(unclear('Thời hạn phỏng chừng không xác định được ngày.')),
  ...['hết? giờ làm việc', 'giờ hành chính'].map(unclear('Đề nghị ghi rõ mấy giờ.')),
];

/** Every way the room knows to write a time with numbers or periods in it. */
export const TIME_WORDS: Entry[] = [...DAYS, ...PERIODS, ...RECURRENCES, ...EVENTS, ...UNCLEAR];

function day({ day = 0, month = 0, year }: Slots): Piece {
  return { kind: 'day', day, month, year };
}

/** Bộ luật Dân sự 2015, Art. 146(2): the start, middle and end of a month are its 1st, 15th and last day. */
function partOfMonth({ part = 0 }: Slots): Piece {
  return { kind: 'day-of-month', day: ([1, 15, 'last'] as const)[part] ?? 'last' };
}

function shortYear({ day = 0, month = 0, shortYear = 0 }: Slots): Piece[] {
  return [
    { kind: 'day', day, month, year: fullYear(shortYear) },
    { kind: 'unclear', fault: 'Năm cần ghi đủ bốn chữ số.' },
  ];
}

function fullYear(shortYear: number): number {
  return shortYear < 100 ? 2000 + shortYear : shortYear;
}

function month({ part, month = 0, year }: Slots): Piece {
  return { kind: 'month', month, year, part };
}

function quarter({ quarter = 0, year }: Slots): Piece {
  return { kind: 'quarter', quarter, year };
}

function years({ since = 0, year = 0 }: Slots): Piece[] {
  return [
    { kind: 'from' },
    { kind: 'year', year: since },
    { kind: 'by', within: false },
    { kind: 'year', year },
  ];
}

function stretch({ count = 0, part = 0, year }: Slots): Piece {
  const period = STRETCHES[`${count} ${part}`];
  return period
    ? { ...period, ...(year === undefined ? {} : { year }) }
    : { kind: 'unclear', fault: 'Chỉ đọc được 3, 6, 9 tháng đầu năm và 3, 6 tháng cuối năm.' };
}

/** Vietnam counts the week's days from "thứ Hai", Monday. */
function weekday({ weekday = 0 }: Slots): Piece | Piece[] {
  if (weekday >= 2 && weekday <= 7) return { kind: 'weekday', weekday: weekday - 1 };
  return [
    { kind: 'weekday', weekday: 5 },
    { kind: 'unclear', fault: `Không có thứ ${weekday}.` },
  ];
}

function time({ hour = 0, minute = 0 }: Slots): Piece {
  return { kind: 'time', hour, minute };
}

function recurring(words: string, every: Every): Entry[] {
  return [
    [`${EVERY} ${words}`, () => ({ kind: 'recurrence', every })],
    [words, () => ({ kind: 'unit', every })],
  ];
}

function everyMonths({ count = 0 }: Slots): Piece {
  if (count === 6) return { kind: 'recurrence', every: 'half' };
  return { kind: 'unclear', fault: 'Chỉ nhận kỳ tuần, tháng, quý, 6 tháng và năm.' };
}

function unclear(fault: string): (pattern: string) => Entry {
  return (pattern) => [pattern, () => ({ kind: 'unclear', fault })];
}
