import type { UnitDeadline } from '../record/unit-deadlines.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { calendarEntry } from './calendar-entry.ts';
import { deadlineCalendar } from './deadline-calendar.ts';
import { UnknownInSchedule } from './unknown-in-schedule.ts';

const HOUR = 3600;

/**
 * A unit's calendar to subscribe to: iCalendar text with all its deadlines, those that have ended as cancelled events. The
 * text changes only when a deadline or the schedule does, so it can be compared with what a program already has.
 * `domain` is the one the letters are sent from: both name a deadline alike.
 * @throws UnknownInSchedule when the schedule has no such folder or unit.
 */
export function unitFeed(
  deadlines: UnitDeadline[],
  schedule: Schedule,
  { folder: folderId, unit: unitId }: { folder: string; unit: string },
  domain: string,
): string {
  const folder = schedule.folders.find(({ id }) => id === folderId);
  const unit = folder?.units.get(unitId);
  if (folder === undefined || unit === undefined)
    throw new UnknownInSchedule(`No unit ${unitId} in ${folderId}`);
  const entries = deadlines.map((deadline) => calendarEntry(deadline, folder, schedule.calendar));
  return deadlineCalendar(entries, domain, { name: `Thời hạn nhiệm vụ: ${unit.name}`, refresh: HOUR });
}
