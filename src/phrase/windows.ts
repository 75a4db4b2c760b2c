import { daysBetween } from '../calendar/dates.ts';
import { isAnchor, isInYear, type Anchor, type Piece } from './pieces.ts';
import { dateIn, stretchOf } from './stretch.ts';

/** A window whose start names no year may reach over the new year, when it is shorter than this many days. */
const HALF_A_YEAR = 183;

/** "từ A đến B" is due at the end of B. */
export function closeWindows(pieces: Piece[], faults: string[]): Piece[] {
  const at = pieces.findIndex(({ kind }) => kind === 'from');
  if (at < 0) return pieces;
  const [start, until] = [pieces[at + 1], pieces[at + 2]];
  const end = pieces.slice(at + 2).find(isAnchor);
  if (!isAnchor(start) || !end || (until?.kind !== 'by' && until?.kind !== 'before')) {
    faults.push('Chỉ nêu mốc bắt đầu (“từ”), không nêu mốc kết thúc.');
    return closeWindows(
      pieces.filter((_, index) => index !== at),
      faults,
    );
  }
  if (startsAfter(start, end)) faults.push('Mốc kết thúc sớm hơn mốc bắt đầu.');
  return closeWindows(
    pieces.filter((_, index) => index !== at && index !== at + 1),
    faults,
  );
}

function startsAfter(start: Anchor, end: Anchor): boolean {
  if (start.kind === 'day-of-month' && end.kind === 'day-of-month')
    return Number(start.day) > Number(end.day);
  if (start.kind === 'weekday' && end.kind === 'weekday') return start.weekday > end.weekday;
  if (!isInYear(start) || !isInYear(end) || end.year === undefined) return false;
  const { first } = stretchOf(start);
  const last = dateIn(end.year, stretchOf(end).last);
  if (dateIn(start.year ?? end.year, first) <= last) return false;
  return start.year !== undefined || daysBetween(dateIn(end.year - 1, first), last) > HALF_A_YEAR;
}
