import { isAnchor, isInYear, type Piece } from './pieces.ts';

/**
 * `pieces` without the words about the duty, which are dropped at both ends and faulted in the middle.
 * A period right after the name of a report, or any date right after other names, may be part of that name.
 */
export function withoutTopics(pieces: Piece[], faults: string[]): Piece[] {
  const meant = pieces.filter(({ kind }) => kind !== 'filler' && kind !== 'standing');
  const start = meant.findIndex((piece) => !isTopic(piece));
  if (start < 0) return [];
  const core = meant.slice(start, meant.findLastIndex((piece) => !isTopic(piece)) + 1);
  if (core.some(isTopic)) faults.push('Cụm từ có nội dung công việc xen giữa các từ chỉ thời gian.');
  if (isName(meant.slice(0, start), core[0])) {
    faults.push('Không rõ thời gian này là hạn hay là tên kỳ, ngày của báo cáo, kế hoạch, văn bản.');
  }
  return core.filter((piece) => !isTopic(piece));
}

function isName(title: Piece[], first: Piece | undefined): boolean {
  if (!isAnchor(first)) return false;
  const names = title.flatMap((piece) => (piece.kind === 'topic' && piece.names ? [piece.names] : []));
  if (first.kind !== 'day' && names.includes('period')) return true;
  return isInYear(first) && names.includes('time');
}

function isTopic({ kind }: Piece): boolean {
  return kind === 'topic' || kind === 'goal' || kind === 'baseline';
}
