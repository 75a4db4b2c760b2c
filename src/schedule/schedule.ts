import type { Calendar } from '../calendar/calendar.ts';
import type { IsoDate, LocalTime } from '../calendar/dates.ts';
import type { DueRule } from '../phrase/due-rule.ts';
import type {
  Addressee,
  EventEntry,
  GroupEntry,
  HeadEntry,
  ObligationEntry,
  PlanEntry,
  UnitEntry,
} from './shape.ts';

/** Everything the schedule files say, read, checked and looked up. */
export interface Schedule {
  calendar: Calendar;
  folders: ScheduleFolder[];
}

/** One folder under `schedules/`: the units of one province, its ladders, and its plans. */
export interface ScheduleFolder {
  /** The folder's name. */
  id: string;
  units: ReadonlyMap<string, Unit>;
  groups: ReadonlyMap<string, Group>;
  /** Every ladder of the folder, also those that no duty climbs. */
  ladders: ReadonlyMap<string, Ladder>;
  /** Letters leave at `at` on a working day, and never after `until`. */
  sending: { at: LocalTime; until: LocalTime };
  /** Which digests are sent; `admins` is the mailbox of those who run the system. */
  digests: { weekly: boolean; monthly: boolean; admins?: string | undefined };
  plans: Plan[];
}

/** `heads` are who leads it, each in their days, which never overlap; on the days between them nobody does. */
export type Unit = Omit<UnitEntry, 'head'> & { heads: readonly HeadEntry[] };

/** A named set of units; `members` are unit ids, groups inside groups already opened. */
export type Group = Omit<GroupEntry, 'members'> & { members: string[] };

/** When a rung is climbed, in working days from the aim date: -15 is fifteen working days before it, 0 that day, 1 the first after. */
export interface Rung {
  /** Names the rung inside its ladder: `T-15`, `T0`, `T+1`. */
  id: string;
  offset: number;
  to: Addressee[];
  /** The follow-up unit's letter carries a draft urging letter. */
  draft?: boolean;
}

export interface Ladder {
  id: string;
  name: string;
  /** Earliest first; offsets are unique. */
  rungs: Rung[];
}

export type Plan = Omit<PlanEntry, 'ladder'> & {
  ladder: Ladder;
  obligations: Obligation[];
  /** The kinds of event that set off deadlines, and who registers them, where the plan tells. */
  events?: EventEntry[];
};

export type Obligation = Omit<ObligationEntry, 'lead' | 'ladder' | 'followUp' | 'due' | 'standing'> & {
  /** Unit ids, groups opened; validity dates are applied when a deadline is planned. */
  leads: string[];
  /** The group's name when the whole group leads. */
  leadName?: string;
  ladder: Ladder;
  followUp: string;
  rule: DueRule;
  /** How the phrase (or `due`, when given) was read, in Vietnamese. */
  explanation: string;
  /** The reading's own words when the plan's phrase gives no day. */
  due?: string;
};

/** Whether the unit exists on `date`, or the head is in office. */
export function isLive({ from, to }: Pick<Unit, 'from' | 'to'>, date: IsoDate): boolean {
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}
