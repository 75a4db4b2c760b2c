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

/** Everything ahead of a deadline, however far, that `state` does not know as settled; of one that is closed only the decision that closed it. `sendable` is the first day a letter can leave. */
export function aheadOf(
  duty: Duty,
  folder: ScheduleFolder,
  calendar: WorkingCalendar,
  state: RecordState,
  sendable: IsoDate,
): Ahead {
  const speaking = state.closed.has(duty.deadline.id) ? [answerNoticesOf] : [noticesOf, answerNoticesOf];
  const kinds = speaking.map((of) => of(duty, folder, calendar, state, sendable));
  return {
    said: kinds.flatMap(({ said }) => said),
    skipped: kinds.flatMap(({ skipped }) => skipped),
  };
}
