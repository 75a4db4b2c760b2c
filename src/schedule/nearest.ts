const SHORTEST_BEGINNING = 3;

/**
 * The candidate that `word` was probably meant to be: the shortest that it begins, else the one with the fewest slips;
 * undefined when none is near enough to suggest.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const folded = fold(word);
  const known = [...candidates];
  return shortestBegunBy(folded, known) ?? fewestSlips(folded, known);
}

/** Lower case, without accents, single spaces: `Sở  Tư pháp` and `so tu phap` are the same. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

function shortestBegunBy(folded: string, candidates: readonly string[]): string | undefined {
  if (folded.length < SHORTEST_BEGINNING) return undefined;
  const begun = candidates.filter((candidate) => fold(candidate).startsWith(folded));
  return begun.sort((a, b) => a.length - b.length)[0];
}

function fewestSlips(folded: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(folded.length / 3)) + 1;
  for (const candidate of candidates) {
    const other = fold(candidate);
    if (Math.abs(other.length - folded.length) >= bestDistance) continue;
    const distance = editDistance(folded, other);
    if (distance >= bestDistance) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

/** Damerau-Levenshtein, optimal string alignment: inserted, deleted, changed and swapped neighbouring letters cost 1. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = cell(last, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
          ? cell(beforeLast, column - 2) + 1
          : Infinity;
      current[column] = Math.min(cell(last, column) + 1, cell(current, column - 1) + 1, changed, swapped);
    }
    beforeLast = last;
    last = current;
  }
  return cell(last, b.length);
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
