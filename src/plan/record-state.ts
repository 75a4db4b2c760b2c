import type { IsoDate } from '../calendar/dates.ts';
import type { DeadMailbox, Extension, RecordedHappening, Spoken } from './model.ts';
import type { DeadlinePause } from './pause.ts';

/** What the record knows that planning must respect. */
export interface RecordState {
  /** Ids of notices that were said, are being said, were refused or skipped: never planned again. */
  settled: ReadonlySet<string>;
  /** Ids of deadlines that nobody needs to be reminded of any more: done, or withdrawn by a decision. */
  closed: ReadonlySet<string>;
  /** Ids of deadlines whose unit has said that it knows: only the last rungs are left. */
  received: ReadonlySet<string>;
  /** Ids of deadlines whose unit says that the duty is not its own, while that is undecided. */
  handedBack: ReadonlySet<string>;
  /** Answers that bring letters forth. */
  spoken: readonly Spoken[];
  /** Ids of digests that were sent, tried, or found to have nothing to say. */
  digested: ReadonlySet<string>;
  /** Ids of deadlines whose target is met by the figures reported: there is nothing left to remind of. */
  met: ReadonlySet<string>;
  /** The last pause of each deadline that was ever paused, by id. */
  paused: ReadonlyMap<string, DeadlinePause>;
  /** Deadlines that an extension has moved, by id. */
  extended: ReadonlyMap<string, Extension>;
  /** What has happened, for duties that start from an event. */
  happenings: readonly RecordedHappening[];
  /** When a deadline's ladder was armed anew: its completion returned, its extension granted or undone, the duty kept where it is or reinstated. */
  armed: ReadonlyMap<string, Date>;
  /** Mailboxes that take no mail: their units are written to at the other one. */
  dead: readonly DeadMailbox[];
  /** The day the record was last planned: what has come due since is looked at too, however long ago; absent on a new record. */
  lastPlanned?: IsoDate;
}

/** Nothing has been said, answered or happened yet. */
export const EMPTY_STATE: RecordState = {
  settled: new Set(),
  closed: new Set(),
  received: new Set(),
  handedBack: new Set(),
  spoken: [],
  digested: new Set(),
  met: new Set(),
  paused: new Map(),
  extended: new Map(),
  happenings: [],
  armed: new Map(),
  dead: [],
};
