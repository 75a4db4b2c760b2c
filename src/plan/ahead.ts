import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { IsoDate } from '../calendar/dates.ts';
import type { ScheduleFolder } from '../schedule/schedule.ts';
import { answerNoticesOf } from './answer-notices.ts';
import type { Duty } from './deadlines.ts';
import type { Notice, SkippedNotice } from './model.ts';
import { noticesOf } from './notices.ts';
import type { RecordState } from './record-state.ts';

/** What is still to be said of one deadline, and what will not be said and why. */
export interface Ahead {
  said: Notice[];
  skipped: SkippedNotice[];
}

/** Everything ahead of a deadline, however far, that `state` does not know as settled; nothing for one that is closed. `sendable` is the first day a letter can leave. */
export function aheadOf(
  duty: Duty,
  folder: ScheduleFolder,
  calendar: WorkingCalendar,
  state: RecordState,
  sendable: IsoDate,
): Ahead {
  if (state.closed.has(duty.deadline.id)) return { said: [], skipped: [] };
  const kinds = [noticesOf, answerNoticesOf].map((of) => of(duty, folder, calendar, state, sendable));
  return {
    said: kinds.flatMap(({ said }) => said),
    skipped: kinds.flatMap(({ skipped }) => skipped),
  };
}
