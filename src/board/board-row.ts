import type { IsoDate } from '../calendar/dates.ts';
import type { BoardState } from './board-state.ts';

/** A deadline as the board shows it. Ids are the record's; names those of the schedules, or the id of what has left them. */
export interface BoardRow extends BoardState {
  id: string;
  plan: string;
  /** `Kế hoạch số 703/KH-UBND`, or the title of a plan without number. */
  planName: string;
  planTitle: string;
  /** `703/KH-UBND`, or the title of a plan without number. */
  planNumber: string;
  obligation: string;
  /** The duty's title, and the event that set it off. */
  title: string;
  /** The clause as the plan's own words name it; empty when the schedules have lost the duty. */
  clause: string;
  /** Short: `II.2.1.b/3` where the clause ends in such a symbol, else the clause. */
  clauseSymbol: string;
  unit: string;
  unitName: string;
  /** The unit's place in the unit files. */
  unitRank: number;
  nominal: IsoDate;
  aim: IsoDate;
  original: IsoDate | null;
  /** The document that was reported as proof, and its date. */
  document: string | null;
  doneOn: IsoDate | null;
}
