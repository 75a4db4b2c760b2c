import { isoDate, lastDayOfMonth, type IsoDate } from '../calendar/dates.ts';
import type { YearAnchor } from './pieces.ts';

/** A day of any year; `last` is the month's last day. */
export interface DayOfYear {
  month: number;
  day: number | 'last';
}

/** From which day to which day of a year something runs. */
export interface Stretch {
  first: DayOfYear;
  last: DayOfYear;
}

/**
 * The days an anchor covers.
 * Parts follow Bộ luật Dân sự 2015, Art. 146(2)-(3): a month's start, middle, end are 1, 15, last; a year's are 1/1, 30/6, 31/12.
 */
export function stretchOf(anchor: YearAnchor): Stretch {
  switch (anchor.kind) {
    case 'day':
      return oneDay(anchor.month, anchor.day);
    case 'month':
      if (anchor.part === undefined) return months(anchor.month, anchor.month);
      return oneDay(anchor.month, ([1, 15, 'last'] as const)[anchor.part] ?? 'last');
    case 'quarter':
      return months(anchor.quarter * 3 - 2, anchor.quarter * 3);
    case 'half':
      return months(anchor.half * 6 - 5, anchor.half * 6);
    case 'year':
      if (anchor.part === undefined) return months(1, 12);
      return ([oneDay(1, 1), oneDay(6, 30), oneDay(12, 'last')] as const)[anchor.part] ?? months(1, 12);
  }
}

/** The label of the period an anchor names in `year`; undefined for a plain day. */
export function periodOf(anchor: YearAnchor, year: number): string | undefined {
  switch (anchor.kind) {
    case 'day':
      return undefined;
    case 'month':
      return `${year}-${String(anchor.month).padStart(2, '0')}`;
    case 'quarter':
      return `${year}-Q${anchor.quarter}`;
    case 'half':
      return `${year}-H${anchor.half}`;
    case 'year':
      return String(year);
  }
}

/** `dayOfYear` in `year`; a day that the month does not have that year becomes its last (only 29/02 can). */
export function dateIn(year: number, { month, day }: DayOfYear): IsoDate {
  return (day === 'last' ? undefined : isoDate(year, month, day)) ?? lastDayOfMonth(year, month);
}

function oneDay(month: number, day: number | 'last'): Stretch {
  return { first: { month, day }, last: { month, day } };
}

function months(first: number, last: number): Stretch {
  return { first: { month: first, day: 1 }, last: { month: last, day: 'last' } };
}
