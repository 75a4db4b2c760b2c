import type { IsoDate } from '../calendar/dates.ts';
import type { Addressee } from '../schedule/shape.ts';

/** obligation × unit × period, with its two dates. */
export interface Deadline {
  /** `plan/obligation/unit/period`, e.g. `kon-tum-2019/A04/so-tu-phap/2019-10-14`. */
  id: string;
  folder: string;
  plan: string;
  obligation: string;
  unit: string;
  period: string;
  /** The event it follows, as letters name it: `703/QĐ-UBND ngày 14/06/2019`; null for a period of the calendar. */
  about: string | null;
  /** The last day that is still on time; an extension moves it. */
  nominal: IsoDate;
  /** The last working day on or before the nominal day: what reminders aim at. */
  aim: IsoDate;
}

/**
 * What a letter says: something is coming, is due on this very day, is late; or, to a superior, that units are late.
 * It is also the template's folder name.
 */
export const LETTER_KINDS = ['upcoming', 'today', 'overdue', 'report'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** deadline × rung × addressee: one thing to be said once. */
export interface Notice {
  /** `<deadline id>#<rung id>@<addressee>`. */
  id: string;
  deadline: string;
  rung: string;
  /** Its place in the climb: working days from the aim date, later still by a thousand for each extension. */
  order: number;
  addressee: Addressee;
  /** The unit whose mailbox it goes to. */
  unit: string;
  mailbox: string;
  kind: LetterKind;
  /** The day the ladder names. */
  planned: IsoDate;
  /** The day it is said: `planned`, or later when that day was missed. */
  day: IsoDate;
  /** Why it is said, in Vietnamese. */
  reason: string;
}

/** A notice that will not be said, and why, in Vietnamese. */
export interface SkippedNotice extends Omit<Notice, 'mailbox' | 'day'> {
  mailbox: string | null;
  /** Its day has passed: nothing can change this any more. Until then the schedule may still be mended. */
  final: boolean;
}

/** One e-mail: all notices of one kind for one mailbox in one sending slot. */
export interface Letter {
  /** Follows from its content alone; it is the BullMQ job id and the left part of the Message-ID. */
  id: string;
  folder: string;
  mailbox: string;
  kind: LetterKind;
  /** The day it leaves. */
  day: IsoDate;
  /** The instant its sending slot opens. */
  slot: Date;
  /** Worst first. */
  notices: Notice[];
}

/** A granted extension: the day that now holds, the one the plan gave, and how many extensions there have been. */
export interface Extension {
  nominal: IsoDate;
  original: IsoDate;
  count: number;
}

/** Something that happened on a day and sets off the duties that wait for its kind. */
export interface Happening {
  kind: string;
  day: IsoDate;
  /** The document it is known by, e.g. `703/QĐ-UBND`. */
  reference: string;
}

/** What the planner answers. */
export interface PlannedWork {
  /** Nominal days the planner looked at, both ends included: it knows nothing of deadlines outside them. */
  window: { from: IsoDate; to: IsoDate };
  deadlines: Deadline[];
  letters: Letter[];
  skipped: SkippedNotice[];
}
