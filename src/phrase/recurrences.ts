import { isAnchor, type Every, type Piece } from './pieces.ts';

const LENGTHS: Every[] = ['week', 'month', 'quarter', 'half', 'year'];

/** Beside one of these a period's bare name is a recurrence. */
const REPEATING = new Set<Piece['kind']>(['recurrence', 'periodic', 'last-month', 'edge-day']);

/** The recurrences named, from short to long, each once. `isReport`: several bare names are those of a report, "báo cáo quý, 6 tháng, năm". */
export function recurrencesOf(
  pieces: Piece[],
  { isReport }: { isReport: boolean },
  faults: string[],
): Every[] {
  const named = new Set<Every>();
  for (const piece of pieces) {
    if (piece.kind === 'recurrence' || piece.kind === 'unit') named.add(piece.every);
    if (piece.kind === 'last-month' && piece.of === 'quarter') named.add('quarter');
  }
  const isList = isReport && named.size > 1 && !pieces.some(isAnchor);
  if (pieces.some(isBareName) && !isList && !pieces.some(({ kind }) => REPEATING.has(kind))) {
    faults.push('Chưa nêu rõ là kỳ nào, hay lặp lại “hằng tháng”, “hằng quý”, “hằng năm”.');
  }
  if (pieces.some(({ kind }) => kind === 'nine-months') && !named.has('quarter')) {
    faults.push('Báo cáo 9 tháng chỉ đọc được khi báo cáo cả các quý.');
    named.add('quarter');
  }
  return LENGTHS.filter((every) => named.has(every));
}

function isBareName({ kind }: Piece): boolean {
  return kind === 'unit' || kind === 'nine-months';
}
