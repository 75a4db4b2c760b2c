import { EVERY, SEP, unclear, type Entry } from './entry.ts';
import type { Slots } from './pattern.ts';
import { MAY_OR_YEAR } from './period-words.ts';
import type { Piece } from './pieces.ts';

const SHORT_YEAR = 'Năm cần ghi đủ bốn chữ số.';
const LAST_NAMED_DAY = 10;

const DATES: Entry[] = [
  ['ngày? {day} tháng năm {year}', (slots) => [day({ ...slots, month: 5 }), unclear(MAY_OR_YEAR)]],
  [`ngày? {day} ${SEP} {month} ${SEP} {year}`, day],
  [`ngày? {day} ${SEP} {month} của? năm {year}`, day],
  [`ngày? {day} tháng {month} năm? {year}`, day],
  [`ngày? {day} tháng {month} ${SEP} {year}`, day],
  ['ngày? {day} , tháng {month} ,? năm {year}', day],
  [`ngày? {day} , tháng {month} ${SEP} {year}`, day],
];

/** Days of a year, of a month, of a week. */
export const DAY_WORDS: Entry[] = [
  ...DATES,
  ...DATES.map(([text, says]): Entry => [text.replace('ngày?', 'ngày? mùng|mồng'), firstTen(says)]),
  [`ngày? {year} ${SEP} {month} ${SEP} {day}`, day],
  [`ngày? {day} ${SEP} {month}`, day],
  [`ngày? {day} tháng {month}`, day],
  [`ngày? {day} ${SEP} {month} ${SEP} {shortYear}`, shortYear],
  [`ngày? {day} ${SEP} {month} năm {shortYear}`, shortYear],
  [`ngày? {day} tháng {month} năm {shortYear}`, shortYear],
  ['tháng {month} / {shortYear}', shortYear],
  ['năm {shortYear}', () => unclear(SHORT_YEAR)],
  ['ngày mùng|mồng? {day}', ({ day = 0 }) => ({ kind: 'day-of-month', day })],
  ['{part} tháng', partOfMonth],
  [`{part} ${EVERY} tháng`, (slots) => [partOfMonth(slots), { kind: 'recurrence', every: 'month' }]],
  ['ngày cuối cùng? của? kỳ|kì? báo? cáo?', () => ({ kind: 'edge-day', which: 'last' })],
  ['ngày làm việc cuối cùng? của? kỳ|kì? báo? cáo?', () => ({ kind: 'edge-day', which: 'last-working' })],
  ['ngày làm việc đầu tiên? của?', () => ({ kind: 'edge-day', which: 'first-working' })],
  ['thứ {weekday}', weekday],
  ['thứ sau', () => ({ kind: 'weekday', weekday: 5 })],
  ['chủ nhật', () => ({ kind: 'weekday', weekday: 7 })],
];

function day({ day = 0, month = 0, year }: Slots): Piece {
  return { kind: 'day', day, month, year };
}

/** "mùng", "mồng" go before the days 1 to 10; beside "tháng" and "năm" in numbers the day is a solar one. */
function firstTen(says: Entry[1]): Entry[1] {
  return (slots) => {
    const said = [says(slots)].flat();
    if ((slots.day ?? 0) <= LAST_NAMED_DAY) return said;
    return [...said, unclear('“Mùng”, “mồng” chỉ đi với ngày 1 đến ngày 10.')];
  };
}

function shortYear({ day: dayOfMonth, month = 0, shortYear = 0 }: Slots): Piece[] {
  const year = shortYear < 100 ? 2000 + shortYear : shortYear;
  const anchor: Piece =
    dayOfMonth === undefined ? { kind: 'month', month, year } : day({ day: dayOfMonth, month, year });
  return [anchor, unclear(SHORT_YEAR)];
}

/** Bộ luật Dân sự 2015, Art. 146(2): the start, middle and end of a month are its 1st, 15th and last day. */
function partOfMonth({ part = 0 }: Slots): Piece {
  return { kind: 'day-of-month', day: ([1, 15, 'last'] as const)[part] ?? 'last' };
}

/** Vietnam counts the week's days from "thứ Hai", Monday. */
function weekday({ weekday = 0 }: Slots): Piece | Piece[] {
  if (weekday >= 2 && weekday <= 7) return { kind: 'weekday', weekday: weekday - 1 };
  return [{ kind: 'weekday', weekday: 5 }, unclear(`Không có thứ ${weekday}.`)];
}
