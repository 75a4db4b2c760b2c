import { aheadOf, type Ahead } from '../plan/ahead.ts';
import { firstSendableDay } from '../plan/sending-days.ts';
import { deadlineNotices, type RecordedNotice } from '../record/deadline-notices.ts';
import type { RecordDb } from '../record/open-record.ts';
import { readState } from '../record/read-state.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { seeDeadline, type DeadlineSight } from './deadline-sight.ts';

/** A deadline from what the plan says to what comes next. */
export interface DeadlineStory {
  sight: DeadlineSight;
  /** What the record knows to have been said, not said, or to be in a letter that waits. */
  notices: RecordedNotice[];
  /** What is still to be said, soonest first, and what will not be. */
  ahead: Ahead;
}

/** The story of deadline `id` at `now`; undefined when neither the record nor the schedules have a place for it. */
export async function readStory(
  db: RecordDb,
  schedule: Schedule,
  now: Date,
  id: string,
): Promise<DeadlineStory | undefined> {
  const sight = await seeDeadline(db, schedule, now, id);
  if (sight === undefined) return undefined;
  return { sight, notices: await deadlineNotices(db, id), ahead: await ahead(db, sight, now) };
}

async function ahead(db: RecordDb, { facts, duty, closing, folder, calendar }: DeadlineSight, now: Date) {
  if (duty === undefined || closing !== undefined) return { said: [], skipped: [] };
  const sendable = firstSendableDay(now, folder.sending.until, calendar);
  const state = await readState(db, facts.id);
  const { said, skipped } = aheadOf(duty, folder, calendar, state, sendable);
  return { said: said.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)), skipped };
}
