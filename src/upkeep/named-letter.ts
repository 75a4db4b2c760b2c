import { localDate } from '../calendar/dates.ts';
import { distanceWords } from '../plan/distance-words.ts';
import type { QueuedLetter, QueuedNotice } from '../record/queued-letters.ts';
import type { Schedule, ScheduleFolder } from '../schedule/schedule.ts';

/** A letter whose notices are told by name. */
export interface NamedLetter extends Omit<QueuedLetter, 'notices'> {
  notices: NamedNotice[];
}

export interface NamedNotice extends QueuedNotice {
  /** The clause and title of the duty, and who leads it; ids when the schedule no longer names them. */
  duty: string;
  lead: string;
  /** How far the day is, in working days and in words. */
  distance: string;
}

/** The letter with the names that the schedule has for what it speaks of. */
export function namedLetter(letter: QueuedLetter, { folders, calendar }: Schedule, now: Date): NamedLetter {
  const folder = folders.find(({ id }) => id === letter.folder);
  const notices = letter.notices.map((notice) => ({
    ...notice,
    ...namesOf(notice.deadline, folder),
    distance: distanceWords(notice, calendar, localDate(now)),
  }));
  return { ...letter, notices };
}

function namesOf(deadline: string, folder: ScheduleFolder | undefined): { duty: string; lead: string } {
  const [plan, obligation, unit = ''] = deadline.split('/');
  const found = folder?.plans.find(({ id }) => id === plan)?.obligations.find(({ id }) => id === obligation);
  return {
    duty: found === undefined ? deadline : `${found.clause}: ${found.title}`,
    lead: folder?.units.get(unit)?.name ?? unit,
  };
}
