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

/** Kinds that a ladder brings forth: something is coming, is due on this very day, is late; or, to a superior, that units are late. */
export const LADDER_KINDS = ['upcoming', 'today', 'overdue', 'report'] as const;

/** Kinds that an answer brings forth: a request waits for a decision; a unit is told what was decided. */
export const ANSWER_KINDS = ['request', 'decision'] as const;

/** Kinds that a returned letter brings forth: the unit that follows up is told of a mailbox that takes no mail. */
export const BOUNCE_KINDS = ['undelivered'] as const;

/**
 * Kinds that sum up: for the follow-up unit, the authority, and the people who run the system; `admin` tells the latter what is ill.
 * They carry no notices.
 */
export const DIGEST_KINDS = ['weekly', 'monthly', 'daily', 'admin'] as const;

/** What a letter is; also its template's folder. */
export const LETTER_KINDS = [...LADDER_KINDS, ...ANSWER_KINDS, ...BOUNCE_KINDS, ...DIGEST_KINDS] as const;
export type LadderKind = (typeof LADDER_KINDS)[number];
export type DigestKind = (typeof DIGEST_KINDS)[number];
/** Digests that come round by the calendar; an `admin` letter comes when something is ill. */
export type RoundDigestKind = Exclude<DigestKind, 'admin'>;
/** Kinds that speak of single deadlines, notice by notice. */
export type NoticeKind = LadderKind | (typeof ANSWER_KINDS)[number] | (typeof BOUNCE_KINDS)[number];
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Whether a letter of this kind sums up, and so carries no notices. */
export function isDigest(kind: LetterKind): kind is DigestKind {
  return DIGEST_KINDS.some((digest) => digest === kind);
}

/** deadline × rung × addressee: one thing to be said once. */
export interface Notice {
  /** `<deadline id>#<rung id>@<addressee>`; what an answer or a returned letter brings forth has a number in the rung's place: `ask.2`, `told.3`, `back.4`. */
  id: string;
  deadline: string;
  rung: string;
  /** Its place in the climb: working days from the aim date, later still by a thousand for each move of the day. */
  order: number;
  addressee: Addressee;
  /** The unit whose mailbox it goes to. */
  unit: string;
  mailbox: string;
  kind: NoticeKind;
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
  /** Worst first; none in a digest, whose content is gathered when it leaves. */
  notices: Notice[];
  /** Why a digest is sent, in Vietnamese; in other letters each notice has a reason of its own. */
  reason: string | null;
}

/**
 * What decisions have made of a deadline's day: the day that now holds (absent: the plan's own again, wherever the plan puts it), the one
 * the plan gave, and how often a decision moved it; each move begins another ladder.
 */
export interface Extension {
  nominal?: IsoDate;
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

/** A happening that is on record. */
export interface RecordedHappening extends Happening {
  /** When it was registered. */
  at: Date;
}

/** An answer that brings a letter forth: a request that nobody has decided yet, or the last decision on a deadline. */
export interface Spoken {
  deadline: string;
  /** The deadline's nominal day: however far it is, what was answered is told. */
  nominal: IsoDate;
  /** The answer's number within its deadline. */
  number: number;
  kind: 'request' | 'decision';
  at: Date;
}

/** A mailbox that takes no mail, because a letter to it came back for good. */
export interface DeadMailbox {
  /** Numbers the marking: a mailbox that was mended and fails again has another. */
  number: number;
  /** In lower case. */
  mailbox: string;
  folder: string;
  since: Date;
  /** The unit that was written to, and a deadline that the letters to it speak of; null when only sums went there. */
  about: { deadline: string; plan: string; obligation: string; unit: string } | null;
}

/** What a unit reports of a target: a count out of a total, or a value. */
export interface Figures {
  count?: number;
  total?: number;
  value?: number;
}

/** What the planner answers. */
export interface PlannedWork {
  /** Nominal days the planner looked at, both ends included: it knows nothing of deadlines outside them. */
  window: { from: IsoDate; to: IsoDate };
  deadlines: Deadline[];
  letters: Letter[];
  skipped: SkippedNotice[];
}
