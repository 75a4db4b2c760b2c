import { localDate, localTime, weekdayOf, type IsoDate } from './dates.ts';

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];

/** The weekday's Vietnamese name as written inside a sentence: `thứ Hai`, `Chủ nhật`. */
export function weekdayName(date: IsoDate): string {
  return WEEKDAYS[weekdayOf(date) - 1] ?? '';
}

/** `14/10/2019`, the form official documents use in body text and tables. */
export function shortDate(date: IsoDate): string {
  const [year, month, dayOfMonth] = date.split('-');
  return `${dayOfMonth}/${month}/${year}`;
}

/** `thứ Hai, 14/10/2019`. */
export function longDate(date: IsoDate): string {
  return `${weekdayName(date)}, ${shortDate(date)}`;
}

/** `07:30 thứ Hai, 14/10/2019`: an instant as Vietnam's clocks show it. */
export function moment(instant: Date): string {
  return `${localTime(instant)} ${longDate(localDate(instant))}`;
}

/** `tháng 02 năm 2020`: the month as the head of a document writes it, a leading zero for the first two only (Nghị định 30/2020/NĐ-CP). */
export function monthOfYear(date: IsoDate): string {
  const [year, month] = date.split('-');
  return `tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

/** A count as official documents write it, at least two digits: `03`, `15`. */
export function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}

/** `03 ngày làm việc`. */
export function workingDays(count: number): string {
  return `${twoDigits(count)} ngày làm việc`;
}
