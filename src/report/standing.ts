import { localDate, type IsoDate } from '../calendar/dates.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { EventName } from '../record/events.ts';
import type { Life, LifeChange } from '../record/read-lives.ts';

/** How a deadline stood at some moment. */
export interface Standing {
  nominal: IsoDate;
  aim: IsoDate;
  extensions: number;
  /** What had ended its reminders, when nothing had armed them again. */
  closedBy: LifeChange | undefined;
  /** The unit had said that it knew, in this term. */
  receivedBy: LifeChange | undefined;
  /** The figures that had met the target; from then on nobody was reminded. */
  metBy: LifeChange | undefined;
  /** The unit had said that the duty was not its own, and nobody had decided yet. */
  handedBackBy: LifeChange | undefined;
  /** The decision that paused its reminders, while that holds. */
  pausedBy: LifeChange | undefined;
  /** What had begun the term, when it was an extension or one that was undone. */
  extendedBy: LifeChange | undefined;
}

const CLOSING: EventName[] = ['deadline-done', 'deadline-withdrawn', 'deadline-taken-off'];
const ARMING: EventName[] = ['deadline-returned', 'deadline-restored', 'deadline-reinstated'];
/** What begins another ladder with another day. */
const MOVING: EventName[] = ['deadline-extended', 'deadline-extension-undone'];
const UNPAUSING: EventName[] = [
  ...(['deadline-resumed', 'deadline-returned', 'deadline-taken-off', 'deadline-reinstated'] as const),
];

/** How the deadline stood at `moment`, from its changes alone: those that came later are taken back, the latest first. */
export function standingAt(life: Life, moment: Date, calendar: WorkingCalendar): Standing {
  const { nominal, aim, extensions } = life;
  let dates = { nominal, aim, extensions };
  for (const [index, change] of [...life.changes.entries()].reverse()) {
    if (change.at <= moment) break;
    if (change.what === 'deadline-moved') dates = { ...dates, ...movedFrom(change) };
    if (MOVING.includes(change.what)) {
      const before = nominalBefore(life, index);
      dates = {
        nominal: before,
        aim: calendar.lastWorkingDayOnOrBefore(before),
        extensions: dates.extensions - 1,
      };
    }
  }
  const past = life.changes.filter(({ at }) => at <= moment);
  const last = (...names: EventName[]) => past.findLast(({ what }) => names.includes(what));
  const turned = last(...CLOSING, ...ARMING);
  const figures = past.findLast(({ detail }) => typeof detail.met === 'boolean');
  const handing = last('deadline-handed-back', 'deadline-kept', 'deadline-done', 'deadline-taken-off');
  const term = last('deadline-received', ...MOVING);
  return {
    ...dates,
    closedBy: turned !== undefined && CLOSING.includes(turned.what) ? turned : undefined,
    receivedBy: term?.what === 'deadline-received' ? term : undefined,
    metBy: figures?.detail.met === true ? figures : undefined,
    handedBackBy: handing?.what === 'deadline-handed-back' ? handing : undefined,
    extendedBy: last(...MOVING),
    pausedBy: pauseAt(last('deadline-paused', ...UNPAUSING), localDate(moment)),
  };
}

/** The pause that a change began, when it still holds on `day`. */
function pauseAt(change: LifeChange | undefined, day: IsoDate): LifeChange | undefined {
  if (change?.what !== 'deadline-paused') return undefined;
  const { until } = change.detail;
  return typeof until === 'string' && until < day ? undefined : change;
}

/** The nominal day that held before the change at `index`. */
function nominalBefore({ changes, original, nominal }: Life, index: number): IsoDate {
  for (const { what, detail } of changes.slice(0, index).reverse()) {
    if (MOVING.includes(what) && typeof detail.to === 'string') return detail.to;
    if (what === 'deadline-moved') return datesIn(detail.to).nominal ?? nominal;
  }
  return original ?? nominal;
}

function movedFrom({ detail }: LifeChange): { nominal?: IsoDate; aim?: IsoDate } {
  return datesIn(detail.from);
}

function datesIn(value: unknown): { nominal?: IsoDate; aim?: IsoDate } {
  return value ?? {};
}
