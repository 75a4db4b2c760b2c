import { addDays, instantAt, localDate, type IsoDate, type LocalTime } from '../calendar/dates.ts';
import { moment } from '../calendar/wording.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { isSuperior } from '../plan/addressee.ts';
import { climb, obstacleTo, type Step } from '../plan/climb.ts';
import type { Duty } from '../plan/deadlines.ts';
import { dutyOf } from '../plan/duty-of.ts';
import type { Life, LifeChange } from '../record/read-lives.ts';
import type { Schedule, ScheduleFolder } from '../schedule/schedule.ts';
import { standingAt, type Standing } from './standing.ts';

/** One thing that a ladder names for a day. */
export interface DueStep {
  /** The notice's id. */
  id: string;
  deadline: string;
  /** Why it need not be said after all, in Vietnamese, as far as the deadline itself tells. */
  excuse: string | undefined;
}

/**
 * Everything that the ladders name for `day`, worked out from the deadlines as they stood then, without the planner and without
 * the notices that it wrote. A deadline withdrawn before the day, or whose duty has left the schedule, names nothing. `today` is
 * the day on which this is asked: a pause or an ending excuses a step only until it is over. A term that
 * begins after days that its ladder names makes up for them on the first day of it.
 */
export function dueSteps(
  lives: Life[],
  { folders, calendar }: Schedule,
  day: IsoDate,
  today: IsoDate,
): DueStep[] {
  return lives.flatMap((life) => {
    const folder = folders.find(({ id }) => id === life.folder);
    return folder === undefined ? [] : stepsOf(life, folder, calendar, { day, today });
  });
}

interface Asked {
  day: IsoDate;
  today: IsoDate;
}

function stepsOf(
  life: Life,
  folder: ScheduleFolder,
  calendar: WorkingCalendar,
  { day, today }: Asked,
): DueStep[] {
  const morning = standingAt(life, instantAt(day, folder.sending.at), calendar);
  const evening = eveningOf(life, calendar, { day, today }, folder.sending.until);
  const { closedBy } = evening;
  const isWithdrawn = closedBy?.what === 'deadline-withdrawn' || closedBy?.what === 'deadline-taken-off';
  if (isWithdrawn && localDate(closedBy.at) < day) return [];
  const lastEvening = instantAt(calendar.previousWorkingDay(day), folder.sending.until);
  const beginsToday = ({ extendedBy }: Standing) =>
    calendar.isWorkingDay(day) && extendedBy !== undefined && extendedBy.at > lastEvening;
  const stepsIn = (standing: Standing) => {
    const duty = dutyOf({ ...life, nominal: standing.nominal, aim: standing.aim }, folder);
    if (duty === undefined) return [];
    return climb(duty, folder, calendar, standing.extensions)
      .filter(({ planned }) => planned === day || (planned < day && beginsToday(standing)))
      .map((step) => ({ id: step.id, deadline: life.id, excuse: excuseFor(step, duty, standing, day) }));
  };
  const due = stepsIn(evening);
  if (morning.extensions === evening.extensions) return due;
  // An extension of that very day ended the term that the morning's steps belonged to.
  const ended = stepsIn(morning).map((step) => ({ ...step, excuse: excuseOf(evening.extendedBy) }));
  return [...ended, ...due];
}

/**
 * How the deadline stood in the evening of the day, without what kept it silent, when that is over. A ladder that speaks again
 * says what was held back, or writes down why not, by the evening of the first working day on which it stands open in the same
 * term; from then on neither a pause nor an ending excuses the loss of a step.
 */
function eveningOf(life: Life, calendar: WorkingCalendar, { day, today }: Asked, until: LocalTime): Standing {
  const evening = standingAt(life, instantAt(day, until), calendar);
  const isSilent = ({ closedBy, pausedBy }: Standing) => (closedBy ?? pausedBy) !== undefined;
  if (!isSilent(evening)) return evening;
  for (const next of turningDays(life, calendar, { day, today })) {
    const then = standingAt(life, instantAt(next, until), calendar);
    if (then.extensions !== evening.extensions || then.nominal !== evening.nominal) return evening;
    if (!isSilent(then)) return { ...evening, closedBy: undefined, pausedBy: undefined };
  }
  return evening;
}

/** The working days after `day` and before `today` on whose evening the deadline may stand otherwise than before. */
function turningDays(life: Life, calendar: WorkingCalendar, { day, today }: Asked): IsoDate[] {
  const days = life.changes.flatMap(({ at, detail }) => {
    const on = localDate(at);
    return [on, addDays(on, 1), ...(typeof detail.until === 'string' ? [addDays(detail.until, 1)] : [])];
  });
  const working = days
    .filter((date) => date < today)
    .map((date) => calendar.firstWorkingDayOnOrAfter(date))
    .filter((date) => date > day && date < today);
  return [...new Set(working)].sort();
}

function excuseFor(step: Step, duty: Duty, standing: Standing, day: IsoDate): string | undefined {
  const thinned = standing.receivedBy !== undefined && step.rung.offset < -1;
  return (
    excuseOf(standing.closedBy) ??
    excuseOf(standing.pausedBy) ??
    excuseOf(standing.metBy) ??
    (isSuperior(step.addressee) ? undefined : excuseOf(standing.handedBackBy)) ??
    (thinned ? excuseOf(standing.receivedBy) : undefined) ??
    obstacleTo(step, duty, day)
  );
}

function excuseOf(change: LifeChange | undefined): string | undefined {
  if (change === undefined) return undefined;
  return `${change.why.replace(/\.$/, '')} (ghi lúc ${moment(change.at)}).`;
}
