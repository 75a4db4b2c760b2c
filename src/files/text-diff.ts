/** A line of a difference: kept, taken out, put in; `…` stands for lines that are left out. */
export interface DiffLine {
  sign: ' ' | '-' | '+' | '…';
  text: string;
}

/** Unchanged lines shown around a change. */
const CONTEXT = 3;
/** Comparing more pairs of lines than this takes too long: the stretch is then shown as replaced whole. */
const MOST_PAIRS = 4_000_000;

/** What lines `after` has in place of those of `before`, with a few unchanged ones around; none when both are equal. */
export function textDiff(before: string, after: string): DiffLine[] {
  const [old, fresh] = [before.split(/\r?\n/), after.split(/\r?\n/)];
  let head = 0;
  while (head < Math.min(old.length, fresh.length) && old[head] === fresh[head]) head++;
  let tail = 0;
  const most = Math.min(old.length, fresh.length) - head;
  while (tail < most && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
  const lines = [
    ...old.slice(0, head).map(kept),
    ...changes(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)),
    ...old.slice(old.length - tail).map(kept),
  ];
  return aroundChanges(lines);
}

/** The difference as text, one line each: `+ title: …`. */
export function diffText(lines: readonly DiffLine[]): string {
  return lines.map(({ sign, text }) => `${sign} ${text}`).join('\n');
}

/** By the longest common subsequence. */
function changes(old: string[], fresh: string[]): DiffLine[] {
  if (old.length * fresh.length > MOST_PAIRS) return [...old.map(gone), ...fresh.map(come)];
  const common = Array.from({ length: old.length + 1 }, () => new Uint32Array(fresh.length + 1));
  const at = (row: number, column: number) => common[row]?.[column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = fresh.length - 1; column >= 0; column--) {
      (common[row] as Uint32Array)[column] =
        old[row] === fresh[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const lines: DiffLine[] = [];
  let [row, column] = [0, 0];
  while (row < old.length && column < fresh.length) {
    if (old[row] === fresh[column]) {
      lines.push(kept(old[row] ?? ''));
      row++;
      column++;
    } else if (at(row + 1, column) >= at(row, column + 1)) lines.push(gone(old[row++] ?? ''));
    else lines.push(come(fresh[column++] ?? ''));
  }
  return [...lines, ...old.slice(row).map(gone), ...fresh.slice(column).map(come)];
}

function aroundChanges(lines: DiffLine[]): DiffLine[] {
  const near = new Set<number>();
  for (const [index, { sign }] of lines.entries()) {
    if (sign === ' ') continue;
    for (let other = index - CONTEXT; other <= index + CONTEXT; other++) near.add(other);
  }
  if (near.size === 0) return [];
  return lines.flatMap((line, index) => {
    if (near.has(index)) return [line];
    return near.has(index - 1) ? [{ sign: '…' as const, text: '' }] : [];
  });
}

function kept(text: string): DiffLine {
  return { sign: ' ', text };
}

function gone(text: string): DiffLine {
  return { sign: '-', text };
}

function come(text: string): DiffLine {
  return { sign: '+', text };
}
