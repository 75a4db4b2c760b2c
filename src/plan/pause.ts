import { localDate, type IsoDate } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';

/** A time in which nobody is reminded of a deadline, because whoever decides on it said so; the last one there was. */
export interface DeadlinePause {
  since: Date;
  /** The last day of it; null: until it is ended. */
  until: IsoDate | null;
  /** When it was ended before that. */
  ended: Date | null;
  why: string;
}

/** Whether the pause holds on `day`, which is not before it began. It ends by itself after its last day. */
export function isPausedOn(
  pause: Pick<DeadlinePause, 'until' | 'ended'> | undefined,
  day: IsoDate,
): pause is DeadlinePause {
  return pause !== undefined && pause.ended === null && (pause.until === null || day <= pause.until);
}

/** `tạm dừng đôn đốc đến hết ngày 31/10/2019`, or without a day while nobody can tell. */
export function pauseWords({ until }: Pick<DeadlinePause, 'until'>): string {
  return until === null ? 'tạm dừng đôn đốc' : `tạm dừng đôn đốc đến hết ngày ${shortDate(until)}`;
}

/** Why nothing is said while the pause holds, in one Vietnamese sentence. */
export function pauseReason(pause: Pick<DeadlinePause, 'until' | 'why'>): string {
  return `Đang ${pauseWords(pause)}: ${pause.why}`;
}

/** The first day on which a ladder that is paused on `sendable` speaks again: undefined when it is not paused then, null while nobody can tell. */
export function resumesOn(
  pause: DeadlinePause | undefined,
  calendar: WorkingCalendar,
  sendable: IsoDate,
): IsoDate | null | undefined {
  if (!isPausedOn(pause, sendable)) return undefined;
  return pause.until === null ? null : calendar.nextWorkingDay(pause.until);
}

/** Whether what was named for `day` was held back by the pause, which may be over by now. */
export function wasHeldBack(pause: DeadlinePause | undefined, day: IsoDate): boolean {
  if (pause === undefined || day < localDate(pause.since)) return false;
  const last = pause.ended === null ? pause.until : localDate(pause.ended);
  return last === null || day <= last;
}
