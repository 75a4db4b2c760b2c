import { isIsoDate, isoDate, type IsoDate } from '../calendar/dates.ts';

/** A day as officials write it (`11/10/2019`, `1-10-2019`, `01.10.2019`) or as a date field sends it; undefined for anything else. */
export function readDay(text: string): IsoDate | undefined {
  if (isIsoDate(text)) return text;
  const [, day, month, year] = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(text) ?? [];
  return year === undefined ? undefined : isoDate(Number(year), Number(month), Number(day));
}
