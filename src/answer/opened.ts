import type { IsoDate } from '../calendar/dates.ts';
import type { Unit } from '../schedule/schedule.ts';
import type { DeadlineSight } from './deadline-sight.ts';
import type { EventKind } from './event-kind.ts';
import type { KnownHappening } from './known-happenings.ts';
import type { Claims } from './link.ts';

type Of<P extends Claims['for']> = Extract<Claims, { for: P }>;

/** A link that leads nowhere: it was never signed here, was cut or changed, or its key has been ended. */
export interface UnknownLink {
  as: 'unknown';
}

/** A link whose last day has passed; whom to ask, where the schedules tell. */
export interface ExpiredLink {
  as: 'expired';
  until: IsoDate;
  contact: Unit | undefined;
}

/** A deadline's page. */
export interface OpenedDeadline<P extends 'answer' | 'decide' = 'answer' | 'decide'> {
  as: 'deadline';
  claims: Of<P>;
  sight: DeadlineSight;
  /** Whether the link's unit may act: it is the leading unit, or for decisions the unit that decides now. */
  mayAct: boolean;
  /** Goes into the page's forms with the number of answers shown. */
  mark: string;
  /** The address of the leading unit's calendar, and of the page of all that it leads. */
  calendar: string;
  all: string;
}

/** The page on which the owner of a kind registers events. */
export interface OpenedEvent {
  as: 'event';
  claims: Of<'event'>;
  kind: EventKind;
  /** Whether the link's unit owns the kind now. */
  mayAct: boolean;
  today: IsoDate;
  /** What has been registered, latest first. */
  known: KnownHappening[];
  mark: string;
}

/** The page of all that a unit leads. */
export interface OpenedUnit {
  as: 'unit';
  folder: string;
  unit: Unit;
  today: IsoDate;
  /** The address of the unit's calendar; undefined while nothing can sign it. */
  calendar: string | undefined;
}

export type Opened<Page> = UnknownLink | ExpiredLink | Page;
