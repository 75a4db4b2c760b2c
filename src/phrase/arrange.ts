import { isoDate, weekdayOf, type LocalTime } from '../calendar/dates.ts';
import { shortDate, twoDigits, weekdayName } from '../calendar/wording.ts';
import { mend } from './mend.ts';
import { isAnchor, isInYear, type Anchor, type Every, type Piece } from './pieces.ts';
import { dateIn, stretchOf } from './stretch.ts';

const LENGTHS: Every[] = ['week', 'month', 'quarter', 'half', 'year'];

/** Beside one of these a period's bare name is a recurrence. */
const REPEATING = new Set<Piece['kind']>(['recurrence', 'periodic', 'last-month', 'last-day']);

/** An anchor, whether "trước" stands before it, and whether any word makes it the end itself. */
export interface Bounded {
  anchor: Anchor;
  exclusive: boolean;
  final: boolean;
}

/** A phrase sorted into what a rule is made of. */
export interface Arrangement {
  bounded: Bounded[];
  recurrences: Every[];
  lastMonth: boolean;
  lastDay?: 'last' | 'last-working';
  time?: LocalTime;
  standing: boolean;
}

/**
 * Sorts `pieces`. Words about the duty are dropped at both ends and faulted in the middle;
 * everything found wrong is added to `faults` (Vietnamese sentences) and what is left stays usable for a suggestion.
 */
export function arrange(pieces: Piece[], faults: string[]): Arrangement {
  const told = withoutTopics(pieces, faults).map((piece) => existing(piece, faults));
  const { rest, time } = takeTime(told, faults);
  const bounded = bind(closeWindows(rest, faults), faults);
  const lastDay = told.find((piece) => piece.kind === 'last-day');
  return {
    bounded: joinYears(joinWeekdays(bounded, faults), faults),
    recurrences: recurrencesOf(told, faults),
    lastMonth: told.some(({ kind }) => kind === 'last-month'),
    ...(lastDay && { lastDay: lastDay.working ? 'last-working' : 'last' }),
    ...(time !== undefined && { time }),
    standing: pieces.some(({ kind }) => kind === 'standing' || kind === 'periodic' || kind === 'goal'),
  };
}

function withoutTopics(pieces: Piece[], faults: string[]): Piece[] {
  const meant = pieces.filter(({ kind }) => kind !== 'filler' && kind !== 'standing');
  const start = meant.findIndex((piece) => !isTopic(piece));
  const core = start < 0 ? [] : meant.slice(start, meant.findLastIndex((piece) => !isTopic(piece)) + 1);
  if (core.some(isTopic)) faults.push('Cụm từ có nội dung công việc xen giữa các từ chỉ thời gian.');
  const title = meant[start - 1];
  if (title?.kind === 'topic' && title.report && isAnchor(core[0]) && core[0].kind !== 'day') {
    faults.push('Không rõ thời gian này là hạn hay là tên kỳ của báo cáo, kế hoạch.');
  }
  return core.filter((piece) => !isTopic(piece));
}

function existing(piece: Piece, faults: string[]): Piece {
  if (!isAnchor(piece)) return piece;
  const { anchor, fault } = mend(piece);
  if (fault !== undefined) faults.push(fault);
  return anchor;
}

function isTopic({ kind }: Piece): boolean {
  return kind === 'topic' || kind === 'goal';
}

/**
 * "trước 16 giờ 30 phút ngày X" is due on X itself, so this "trước" goes with the time.
 * 24 giờ is the day's own end (Bộ luật Dân sự 2015, Art. 148(6)) and adds nothing.
 */
function takeTime(pieces: Piece[], faults: string[]): { rest: Piece[]; time?: LocalTime } {
  const at = pieces.findIndex(({ kind }) => kind === 'time');
  const piece = pieces[at];
  if (piece?.kind !== 'time') return { rest: pieces };
  const { hour, minute } = piece;
  const isMidnight = hour === 0 && minute === 0;
  const ownsBefore = pieces[at - 1]?.kind === 'before' && !isMidnight;
  const rest = [...pieces.slice(0, ownsBefore ? at - 1 : at), ...pieces.slice(at + 1)];
  if (isMidnight) faults.push('0 giờ là lúc ngày bắt đầu; đề nghị ghi “trước ngày …”.');
  else if (rest.some(({ kind }) => kind === 'before' || kind === 'time')) {
    faults.push('Không rõ giờ này thuộc về ngày nào.');
  }
  if (isMidnight || (hour === 24 && minute === 0)) return { rest };
  if (hour > 23 || minute > 59) faults.push(`Không có ${hour} giờ ${twoDigits(minute)} phút.`);
  return { rest, time: `${twoDigits(Math.min(hour, 23))}:${twoDigits(Math.min(minute, 59))}` };
}

/** "từ A đến B" is due at the end of B. */
function closeWindows(pieces: Piece[], faults: string[]): Piece[] {
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
  return dateIn(start.year ?? end.year, stretchOf(start).first) > dateIn(end.year, stretchOf(end).last);
}

function bind(pieces: Piece[], faults: string[]): Bounded[] {
  const bounded: Bounded[] = [];
  pieces.forEach((piece, at) => {
    const previous = pieces[at - 1];
    const exclusive = previous?.kind === 'before';
    const final = exclusive || (previous?.kind === 'by' && !previous.within);
    if (isAnchor(piece)) bounded.push({ anchor: piece, exclusive, final });
    const next = pieces[at + 1];
    if (piece.kind === 'before' && !isAnchor(next))
      faults.push('Sau “trước” chưa có ngày, tháng, quý hoặc năm.');
    if (piece.kind === 'by' && (next === undefined || next.kind === 'unit')) {
      faults.push('Chưa nêu rõ ngày, tháng, quý hoặc năm nào.');
    }
  });
  return bounded;
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
  return [{ anchor: dayTold, exclusive: bounded.some(({ exclusive }) => exclusive), final: true }];
}

/** "trước ngày 15/10, năm 2019": a year told apart belongs to the day. */
function joinYears(bounded: Bounded[], faults: string[]): Bounded[] {
  const [one, two] = bounded;
  if (!one || !two || bounded.length > 2) return bounded;
  return withYear(one, two, faults) ?? withYear(two, one, faults) ?? bounded;
}

function withYear(
  bounded: Bounded,
  { anchor: other, final }: Bounded,
  faults: string[],
): Bounded[] | undefined {
  const { anchor } = bounded;
  if (final || other.kind !== 'year' || other.year === undefined || other.part !== undefined)
    return undefined;
  if (!isInYear(anchor) || anchor.kind === 'year') return undefined;
  const year = anchor.year ?? other.year;
  if (year !== other.year) faults.push(`Năm ${year} và năm ${other.year} mâu thuẫn nhau.`);
  return [{ ...bounded, anchor: { ...anchor, year } }];
}

/** From short to long, each once. */
function recurrencesOf(pieces: Piece[], faults: string[]): Every[] {
  const named = new Set<Every>();
  for (const piece of pieces) {
    if (piece.kind === 'recurrence' || piece.kind === 'unit') named.add(piece.every);
    if (piece.kind === 'last-month' && piece.of === 'quarter') named.add('quarter');
  }
  if (pieces.some(({ kind }) => kind === 'unit') && !pieces.some(({ kind }) => REPEATING.has(kind))) {
    faults.push('Chưa nêu rõ là kỳ nào, hay lặp lại “hằng tháng”, “hằng quý”, “hằng năm”.');
  }
  return LENGTHS.filter((every) => named.has(every));
}
