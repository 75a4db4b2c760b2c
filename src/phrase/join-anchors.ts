import { isoDate, weekdayOf } from '../calendar/dates.ts';
import { shortDate, weekdayName } from '../calendar/wording.ts';
import type { Bounded } from './arrangement.ts';
import { isInYear } from './pieces.ts';

/** One bounded anchor where two of them tell the same day, or a day and its year. */
export function joinAnchors(bounded: Bounded[], faults: string[]): Bounded[] {
  return joinYears(joinWeekdays(bounded, faults), faults);
}

/** "thứ Hai, ngày 14/10/2019" is one day, told twice: both have to agree. */
function joinWeekdays(bounded: Bounded[], faults: string[]): Bounded[] {
  const told = bounded.map(({ anchor }) => anchor).find((anchor) => anchor.kind === 'weekday');
  const dayTold = bounded.map(({ anchor }) => anchor).find((anchor) => anchor.kind === 'day');
  if (bounded.length !== 2 || !told || !dayTold) return bounded;
  const { year, month, day } = dayTold;
  const date = year === undefined ? undefined : isoDate(year, month, day);
  if (date !== undefined && weekdayOf(date) !== told.weekday) {
    faults.push(`Ngày ${shortDate(date)} là ${weekdayName(date)}, không khớp với thứ đã ghi.`);
  }
  const exclusive = bounded.some((one) => one.exclusive);
  return [{ anchor: dayTold, exclusive, final: true, told: true }];
}

/** "trước ngày 15/10, năm 2019": a year told apart belongs to the day. */
function joinYears(bounded: Bounded[], faults: string[]): Bounded[] {
  const [one, two] = bounded;
  if (!one || !two || bounded.length > 2) return bounded;
  return withYear(one, two, faults) ?? withYear(two, one, faults) ?? bounded;
}

function withYear(
  bounded: Bounded,
  { anchor: other, final, told }: Bounded,
  faults: string[],
): Bounded[] | undefined {
  const { anchor } = bounded;
  if (final || other.kind !== 'year' || other.year === undefined || other.part !== undefined)
    return undefined;
  if (!isInYear(anchor) || anchor.kind === 'year') return undefined;
  if (anchor.year !== undefined && anchor.year !== other.year && told && !bounded.told) return undefined;
  const year = anchor.year ?? other.year;
  if (year !== other.year) faults.push(`Năm ${year} và năm ${other.year} mâu thuẫn nhau.`);
  return [{ ...bounded, anchor: { ...anchor, year } }];
}
