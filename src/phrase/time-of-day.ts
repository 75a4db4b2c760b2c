import type { LocalTime } from '../calendar/dates.ts';
import { twoDigits } from '../calendar/wording.ts';
import { cutPieces } from './cut-pieces.ts';
import type { Piece } from './pieces.ts';
import { tokenise } from './tokens.ts';

const HALVED = new Set<Piece['kind']>(['day', 'day-of-month', 'weekday']);

/**
 * Takes the time of day out of `pieces`.
 * "trước 16 giờ 30 phút ngày X" is due on X itself, so this "trước" goes with the time.
 * 24 giờ is the day's own end (Bộ luật Dân sự 2015, Art. 148(6)) and adds nothing.
 */
export function takeTime(pieces: Piece[], faults: string[]): { rest: Piece[]; time?: LocalTime } {
  const whole = withoutHalfDay(pieces, faults);
  const at = whole.findIndex(({ kind }) => kind === 'time');
  const piece = whole[at];
  if (piece?.kind !== 'time') return { rest: whole };
  const { hour, minute } = piece;
  const isMidnight = hour === 0 && minute === 0;
  const ownsBefore = whole[at - 1]?.kind === 'before' && !isMidnight;
  const rest = [...whole.slice(0, ownsBefore ? at - 1 : at), ...whole.slice(at + 1)];
  if (isMidnight) faults.push('0 giờ là lúc ngày bắt đầu; đề nghị ghi “trước ngày …”.');
  else if (rest.some(({ kind }) => kind === 'before' || kind === 'time')) {
    faults.push('Không rõ giờ này thuộc về ngày nào.');
  }
  if (isMidnight || (hour === 24 && minute === 0)) return { rest };
  if (hour > 23 || minute > 59) faults.push(`Không có ${hour} giờ ${twoDigits(minute)} phút.`);
  return { rest, time: `${twoDigits(Math.min(hour, 23))}:${twoDigits(Math.min(minute, 59))}` };
}

/** A time of day that stands alone, in the words that phrases have for it: `16 giờ 30` is `16:30`; undefined when it is none. */
export function readTimeOfDay(text: string): LocalTime | undefined {
  const faults: string[] = [];
  const { rest, time } = takeTime(cutPieces(tokenise(text)), faults);
  return rest.length === 0 && faults.length === 0 ? time : undefined;
}

/** "chiều thứ Sáu" is due on that Friday; before an afternoon nobody can tell. */
function withoutHalfDay(pieces: Piece[], faults: string[]): Piece[] {
  const at = pieces.findIndex(({ kind }) => kind === 'half-day');
  if (at < 0) return pieces;
  const [previous, next] = [pieces[at - 1], pieces[at + 1]];
  const rest = pieces.filter((_, index) => index !== at);
  if (!next || !HALVED.has(next.kind) || rest.some(({ kind }) => kind === 'time' || kind === 'half-day')) {
    faults.push('Không rõ buổi này thuộc về ngày nào.');
  }
  if (previous?.kind === 'before') faults.push('“Trước” một buổi không cho biết hạn lúc mấy giờ.');
  return rest.filter(({ kind }) => kind !== 'half-day');
}
