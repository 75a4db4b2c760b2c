import { isoDate, lastDayOfMonth } from '../calendar/dates.ts';
import { twoDigits } from '../calendar/wording.ts';
import type { Anchor } from './pieces.ts';

/** An anchor that exists, and what was wrong with the one that was written. */
export interface Mended {
  anchor: Anchor;
  fault?: string;
}

const EARLIEST_YEAR = 1945;
const LATEST_YEAR = 2199;
const A_LEAP_YEAR = 2000;

/** The nearest anchor that exists. Never used as the reading, only as the suggestion beside the refusal. */
export function mend(anchor: Anchor): Mended {
  if ('year' in anchor && anchor.year !== undefined && !isPlausible(anchor.year)) {
    return { anchor: mend({ ...anchor, year: undefined }).anchor, fault: `Năm ${anchor.year} không hợp lý.` };
  }
  switch (anchor.kind) {
    case 'day':
      return mendDay(anchor.day, anchor.month, anchor.year);
    case 'month':
      return within(anchor.month, 1, 12, `Không có tháng ${anchor.month}.`, (month) => ({
        ...anchor,
        month,
      }));
    case 'quarter':
      return within(anchor.quarter, 1, 4, `Không có quý ${anchor.quarter}.`, (quarter) => ({
        ...anchor,
        quarter,
      }));
    case 'half':
      return within(anchor.half, 1, 2, 'Một năm chỉ có 6 tháng đầu năm và 6 tháng cuối năm.', (half) => ({
        ...anchor,
        half,
      }));
    case 'day-of-month':
      if (anchor.day === 'last') return { anchor };
      return within(anchor.day, 1, 31, `Không có ngày ${anchor.day} trong tháng.`, (day) => ({
        ...anchor,
        day,
      }));
    case 'year':
    case 'weekday':
      return { anchor };
  }
}

function mendDay(day: number, month: number, year: number | undefined): Mended {
  const written = [twoDigits(day), twoDigits(month), ...(year === undefined ? [] : [year])].join('/');
  if (isoDate(year ?? A_LEAP_YEAR, month, day) !== undefined)
    return { anchor: { kind: 'day', day, month, year } };
  if (isoDate(year ?? A_LEAP_YEAR, day, month) !== undefined) {
    return {
      anchor: { kind: 'day', day: month, month: day, year },
      fault: `“${written}” ghi tháng trước ngày; văn bản hành chính ghi ngày trước tháng.`,
    };
  }
  const realMonth = clamp(month, 1, 12);
  const lastDay = Number(lastDayOfMonth(year ?? A_LEAP_YEAR, realMonth).slice(8));
  return {
    anchor: { kind: 'day', day: clamp(day, 1, lastDay), month: realMonth, year },
    fault: `Không có ngày ${written}.`,
  };
}

function within(
  value: number,
  least: number,
  most: number,
  fault: string,
  anchorWith: (value: number) => Anchor,
): Mended {
  const near = clamp(value, least, most);
  return near === value ? { anchor: anchorWith(value) } : { anchor: anchorWith(near), fault };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

function isPlausible(year: number): boolean {
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
}
