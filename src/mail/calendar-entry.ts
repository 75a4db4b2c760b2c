import type { Calendar } from '../calendar/calendar.ts';
import type { IsoDate } from '../calendar/dates.ts';
import type { DeadlineStatus } from '../record/database.ts';
import type { UnitDeadline } from '../record/unit-deadlines.ts';
import type { ScheduleFolder } from '../schedule/schedule.ts';
import { dateNotes } from './date-notes.ts';
import { periodWords } from './period-words.ts';
import { planName } from './plan-name.ts';

/** A deadline as a calendar program is to show it: plain data, and every optional field `null` when there is nothing to say. */
export interface CalendarEntry {
  /** The deadline's id. */
  deadline: string;
  title: string;
  /** The unit that leads: `Sở Tư pháp`. */
  unit: string;
  /** The last day still on time, and the last working day on or before it. */
  nominal: IsoDate;
  aim: IsoDate;
  /** `quý III năm 2019`. */
  period: string | null;
  /** The event it follows: `703/QĐ-UBND ngày 14/06/2019`. */
  about: string | null;
  clause: string | null;
  /** `Kế hoạch số …/KH-UBND, tháng 6 năm 2019`. */
  plan: string;
  /** How far the date can be relied on. */
  notes: string[];
  status: DeadlineStatus;
  sequence: number;
  /** RFC 5545's DTSTAMP. */
  stamp: Date;
  /** Without commas and semicolons, which the library would escape as in a text. */
  url: string | null;
}

/**
 * A recorded deadline with what the schedule says of it. A withdrawn one may be unknown to the schedule by now: it is still
 * to be taken out of calendars, so it goes by its own ids.
 * @throws UnknownYear when its obligation is known and its year's calendar is not.
 */
export function calendarEntry(
  deadline: UnitDeadline,
  folder: ScheduleFolder,
  calendar: Calendar,
): CalendarEntry {
  const plan = folder.plans.find(({ id }) => id === deadline.plan);
  const obligation = plan?.obligations.find(({ id }) => id === deadline.obligation);
  return {
    deadline: deadline.id,
    title: obligation?.title ?? `Nhiệm vụ ${deadline.obligation}`,
    unit: folder.units.get(deadline.unit)?.name ?? deadline.unit,
    nominal: deadline.nominal,
    aim: deadline.aim,
    period: obligation === undefined || obligation.rule.kind === 'once' ? null : periodWords(deadline.period),
    about: deadline.about,
    clause: obligation?.clause ?? null,
    plan: plan === undefined ? deadline.plan : planName(plan),
    notes: obligation === undefined ? [] : dateNotes(deadline, obligation, calendar),
    status: deadline.status,
    sequence: deadline.sequence,
    stamp: deadline.changed,
    url: null,
  };
}
