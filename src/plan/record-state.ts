import type { IsoDate } from '../calendar/dates.ts';
import type { Extension, Happening } from './model.ts';

/** What the record knows that planning must respect. */
export interface RecordState {
  /** Ids of notices that were said, are being said, were refused or skipped: never planned again. */
  settled: ReadonlySet<string>;
  /** Ids of deadlines that nobody needs to be reminded of any more. */
  closed: ReadonlySet<string>;
  /** Ids of deadlines whose unit has said that it knows: only the last rungs are left. */
  received: ReadonlySet<string>;
  /** Deadlines that an extension has moved, by id. */
  extended: ReadonlyMap<string, Extension>;
  /** What has happened, for duties that start from an event. */
  happenings: readonly Happening[];
  /** The day the record was last planned: what has come due since is looked at too, however long ago; absent on a new record. */
  lastPlanned?: IsoDate;
}

/** Nothing has been said, answered or happened yet. */
export const EMPTY_STATE: RecordState = {
  settled: new Set(),
  closed: new Set(),
  received: new Set(),
  extended: new Map(),
  happenings: [],
};
