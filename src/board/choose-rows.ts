import type { IsoDate } from '../calendar/dates.ts';
import { fold } from '../phrase/tokens.ts';
import type { BoardRow } from './board-row.ts';
import { BOARD_STATES, type BoardStateId } from './board-state.ts';

/** What is asked of the board; what is absent is not asked. */
export interface BoardFilter {
  /** Absent: every state but withdrawn. */
  state?: BoardStateId;
  /** A unit's id. */
  unit?: string;
  /** A plan's id. */
  plan?: string;
  /** A clause's symbol. */
  clause?: string;
  /** `2019-10`: the nominal day lies in it. */
  month?: string;
  /** The aim or the nominal day is this one. */
  day?: IsoDate;
  /** Words looked for; case and Vietnamese marks do not matter. */
  words?: string;
}

/** How many rows each count of the board stands for; `all` leaves withdrawn ones out. */
export type BoardCounts = Record<BoardStateId | 'all', number>;

/** The rows that the whole filter asks for, in their order. */
export function chooseRows(rows: readonly BoardRow[], filter: BoardFilter): BoardRow[] {
  return narrowRows(rows, filter).filter((row) => isIn(row, filter.state));
}

/** The rows that the filter asks for whatever their state: what the counts beside the states are counted from. */
export function narrowRows(rows: readonly BoardRow[], filter: Omit<BoardFilter, 'state'>): BoardRow[] {
  const words = fold(filter.words ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return rows.filter(
    (row) =>
      (filter.unit === undefined || row.unit === filter.unit) &&
      (filter.plan === undefined || row.plan === filter.plan) &&
      (filter.clause === undefined || row.clauseSymbol === filter.clause) &&
      (filter.month === undefined || row.nominal.startsWith(`${filter.month}-`)) &&
      (filter.day === undefined || row.aim === filter.day || row.nominal === filter.day) &&
      (words.length === 0 || says(row, words)),
  );
}

/** Counts rows by state; one that is overdue and waits for a decision counts in both, as it is found under both. */
export function countsOf(rows: readonly BoardRow[]): BoardCounts {
  const none = Object.fromEntries(BOARD_STATES.map(({ id }) => [id, 0])) as Record<BoardStateId, number>;
  const counts: BoardCounts = { ...none, all: 0 };
  for (const row of rows) {
    counts[row.state] += 1;
    if (row.state !== 'withdrawn') counts.all += 1;
    if (row.waitsFor !== undefined && row.state !== 'awaiting') counts.awaiting += 1;
  }
  return counts;
}

function isIn(row: BoardRow, state: BoardStateId | undefined): boolean {
  if (state === undefined) return row.state !== 'withdrawn';
  return state === 'awaiting' ? row.waitsFor !== undefined : row.state === state;
}

function says(row: BoardRow, words: string[]): boolean {
  const { title, unitName, clause, planName, planTitle, document } = row;
  const text = fold([title, unitName, clause, planName, planTitle, document ?? ''].join(' '));
  return words.every((word) => text.includes(word));
}
