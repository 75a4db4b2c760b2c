import { localDate, localTime } from '../calendar/dates.ts';
import { longDate } from '../calendar/wording.ts';

/** The subject, or words in its place. */
export function subjectText(subject: string): string {
  return subject === '' ? '(không có tiêu đề)' : subject;
}

/** `thứ Hai, 14/10/2019 07:30`, the time in Vietnam, or words in its place. */
export function sentText(date: Date | undefined): string {
  return date === undefined ? 'không ghi ngày gửi' : `${longDate(localDate(date))} ${localTime(date)}`;
}

/** `3,2 KB`. */
export function sizeText(bytes: number): string {
  return `${(bytes / 1024).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} KB`;
}
