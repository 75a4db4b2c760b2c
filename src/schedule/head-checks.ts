import { addDays, type IsoDate } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import { entryProblem, type Entry, type FolderDraft } from './draft.ts';
import { headsOf } from './heads.ts';
import type { Problem } from './problem.ts';
import type { HeadEntry, UnitEntry } from './shape.ts';

/** Heads who leave before they come. */
export function reversedHeads(folder: FolderDraft): Problem[] {
  return folder.units.flatMap((unit) =>
    headsOf(unit.value).flatMap(({ from, to }, index) => {
      if (from === undefined || to === undefined || from <= to) return [];
      const message = `ngày cuối phụ trách (${shortDate(to)}) trước ngày đầu (${shortDate(from)})`;
      return [entryProblem(unit, ['head', index, 'to'], message)];
    }),
  );
}

/** Days on which a unit would have two heads: whose letter is it? */
export function overlappingHeads(folder: FolderDraft): Problem[] {
  return folder.units.flatMap((unit) => {
    const inOrder = headsOf(unit.value)
      .map((head, index) => ({ ...head, index }))
      .toSorted((a, b) => compare(a.from ?? '', b.from ?? ''));
    return inOrder.flatMap((head, place) => {
      const next = inOrder[place + 1];
      if (next === undefined || (head.to !== undefined && head.to < (next.from ?? ''))) return [];
      return [overlap(unit, head, next)];
    });
  });
}

/** Heads from before their unit began or after it ended. */
export function headsBeyondLives(folder: FolderDraft): Problem[] {
  return folder.units.flatMap((unit) =>
    headsOf(unit.value).flatMap((head, index) =>
      (['from', 'to'] as const).flatMap((end) => outside(unit, head, end, index)),
    ),
  );
}

function overlap(
  unit: Entry<UnitEntry>,
  head: HeadEntry & { index: number },
  next: HeadEntry & { index: number },
): Problem {
  if (next.from === undefined)
    return entryProblem(
      unit,
      ['head', next.index],
      'hai người cùng phụ trách từ đầu: thiếu ngày đầu phụ trách (from) của một người',
    );
  const dayBefore = addDays(next.from, -1);
  const message = `từ ngày ${shortDate(next.from)} đã có người khác phụ trách; ngày cuối của người trước (to) phải trước ngày đó`;
  const isPossible = head.from === undefined || head.from <= dayBefore;
  return entryProblem(unit, ['head', head.index, 'to'], message, isPossible ? dayBefore : undefined);
}

function outside(unit: Entry<UnitEntry>, head: HeadEntry, end: 'from' | 'to', index: number): Problem[] {
  const day = head[end];
  const { from, to } = unit.value;
  const problem = (message: string, bound: IsoDate, endOfBound: 'from' | 'to') => [
    entryProblem(unit, ['head', index, end], message, end === endOfBound ? bound : undefined),
  ];
  if (day !== undefined && from !== undefined && day < from)
    return problem(
      `ngày ${shortDate(day)} trước ngày cơ quan bắt đầu hoạt động (${shortDate(from)})`,
      from,
      'from',
    );
  if (day !== undefined && to !== undefined && day > to)
    return problem(`ngày ${shortDate(day)} sau ngày cuối cơ quan còn hoạt động (${shortDate(to)})`, to, 'to');
  return [];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
