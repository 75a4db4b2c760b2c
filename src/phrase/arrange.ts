import type { Arrangement, Bounded } from './arrangement.ts';
import { joinAnchors } from './join-anchors.ts';
import { mend } from './mend.ts';
import { isAnchor, isInYear, type Piece } from './pieces.ts';
import { recurrencesOf } from './recurrences.ts';
import { takeTime } from './time-of-day.ts';
import { withoutTopics } from './topics.ts';
import { closeWindows } from './windows.ts';

/** Sorts `pieces`; what is found wrong is added to `faults` (Vietnamese sentences), what is left stays usable for a suggestion. */
export function arrange(pieces: Piece[], faults: string[]): Arrangement {
  const told = withoutTopics(pieces, faults).map((piece) => existing(piece, faults));
  const { rest, time } = takeTime(told, faults);
  const bounded = joinAnchors(bind(closeWindows(rest, faults), faults), faults);
  const edge = told.find((piece) => piece.kind === 'edge-day');
  compareWithBaseline(pieces, bounded, faults);
  return {
    bounded,
    recurrences: recurrencesOf(told, { isReport: pieces.some(isReport) }, faults),
    lastMonth: told.some(({ kind }) => kind === 'last-month'),
    ...(edge && { edgeDay: edge.which }),
    ...(time !== undefined && { time }),
    standing: pieces.some(({ kind }) => kind === 'standing' || kind === 'periodic' || kind === 'goal'),
  };
}

function existing(piece: Piece, faults: string[]): Piece {
  if (!isAnchor(piece)) return piece;
  const { anchor, fault } = mend(piece);
  if (fault !== undefined) faults.push(fault);
  return anchor;
}

function bind(pieces: Piece[], faults: string[]): Bounded[] {
  const bounded: Bounded[] = [];
  pieces.forEach((piece, at) => {
    const previous = pieces[at - 1];
    const exclusive = previous?.kind === 'before';
    const told = exclusive || previous?.kind === 'by';
    const final = exclusive || (previous?.kind === 'by' && !previous.within);
    if (isAnchor(piece)) bounded.push({ anchor: piece, exclusive, final, told });
    const next = pieces[at + 1];
    if (piece.kind === 'before' && !isAnchor(next))
      faults.push('Sau “trước” chưa có ngày, tháng, quý hoặc năm.');
    if (piece.kind === 'by' && (next === undefined || next.kind === 'unit' || next.kind === 'nine-months')) {
      faults.push('Chưa nêu rõ ngày, tháng, quý hoặc năm nào.');
    }
  });
  return bounded;
}

function compareWithBaseline(pieces: Piece[], bounded: Bounded[], faults: string[]): void {
  const baseline = pieces.find((piece) => piece.kind === 'baseline');
  const isLater = ({ anchor }: Bounded) =>
    isInYear(anchor) && anchor.year !== undefined && baseline !== undefined && baseline.year >= anchor.year;
  if (bounded.some(isLater)) faults.push('Năm lấy làm gốc so sánh phải trước năm của mục tiêu.');
}

function isReport(piece: Piece): boolean {
  return piece.kind === 'topic' && piece.names === 'period';
}
