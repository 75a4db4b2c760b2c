import { instantAt, localDate, localTime, type IsoDate, type LocalTime } from '../calendar/dates.ts';
import { moment } from '../calendar/wording.ts';
import type { RecordedDay } from '../record/read-day.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { DueStep } from './due-steps.ts';
import { judgeLetter, judgeNotice, missed, type Judgement, type Outcome } from './outcome.ts';

/** One thing that was to be said on the day, and what became of it. */
export interface CoverageItem extends Judgement {
  /** The notice's id, or that of a letter without notices. */
  id: string;
  /** The schedule folder it belongs to. */
  folder: string;
  /** The deadline that a notice speaks of; null for a letter without notices, such as a digest. */
  deadline: string | null;
}

/** The proof of a day. */
export interface Coverage {
  day: IsoDate;
  /** Everything was said, or the record tells why not. */
  full: boolean;
  counts: Record<Outcome, number>;
  items: CoverageItem[];
}

export interface CoverageFacts {
  due: DueStep[];
  recorded: RecordedDay;
  /** Through which day the record has been planned. */
  plannedThrough: IsoDate;
  /** When the schedule in hand was loaded into the record; undefined when it has not been loaded. */
  loadedAt: Date | undefined;
}

/** Holds what the ladders name for `day` against what the record tells, item by item. */
export function coverDay(day: IsoDate, now: Date, schedule: Schedule, facts: CoverageFacts): Coverage {
  const { folders } = schedule;
  const { due, recorded } = facts;
  const hours = new Map(folders.map(({ id, sending }) => [id, sending.until]));
  const untilOf = (letter: { folder: string } | null) => hours.get(letter?.folder ?? '') ?? LAST_HOUR;
  const excuses = new Map(due.map(({ id, excuse }) => [id, excuse]));
  const known = new Set(recorded.notices.map(({ id }) => id));
  const items = [
    ...recorded.notices.map((notice) => {
      const { id, status } = notice;
      const excuse = status === 'planned' ? excuses.get(id) : undefined;
      const folder = notice.letter?.folder ?? folderOf(id, schedule);
      return {
        id,
        folder,
        deadline: notice.deadline,
        ...(silent(excuse) ?? judgeNotice(notice, now, untilOf(notice.letter), recorded.pause)),
      };
    }),
    ...due
      .filter(({ id }) => !known.has(id))
      .map((step) => ({
        id: step.id,
        folder: folderOf(step.id, schedule),
        deadline: step.deadline,
        ...(silent(step.excuse) ?? judgeUnwritten(step, day, facts)),
      })),
    ...recorded.letters.map((letter) => ({
      id: letter.id,
      folder: letter.folder,
      deadline: null,
      ...judgeLetter(letter, day, now, untilOf(letter), recorded.pause),
    })),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
  return coverageOf(day, items);
}

/** The proof of a day that these items, or some of them, amount to. */
export function coverageOf(day: IsoDate, items: CoverageItem[]): Coverage {
  const count = (outcome: Outcome) => items.filter((item) => item.outcome === outcome).length;
  const counts = {
    said: count('said'),
    late: count('late'),
    silent: count('silent'),
    undelivered: count('undelivered'),
    waiting: count('waiting'),
    missed: count('missed'),
  };
  return { day, full: counts.missed === 0, counts, items };
}

/** The last working day whose sending hours are over everywhere. */
export function lastFinishedDay(now: Date, { folders, calendar }: Schedule): IsoDate {
  const today = localDate(now);
  const until =
    folders
      .map(({ sending }) => sending.until)
      .sort()
      .at(-1) ?? LAST_HOUR;
  return localTime(now) >= until
    ? calendar.lastWorkingDayOnOrBefore(today)
    : calendar.previousWorkingDay(today);
}

/** A notice's id begins with its plan's. */
function folderOf(notice: string, { folders }: Schedule): string {
  const plan = notice.slice(0, notice.indexOf('/'));
  return folders.find(({ plans }) => plans.some(({ id }) => id === plan))?.id ?? '';
}

/** Nothing says when a folder that has left the schedule may send. */
const LAST_HOUR: LocalTime = '24:00';

/** A step of which the record holds no notice. */
function judgeUnwritten({ id }: DueStep, day: IsoDate, facts: CoverageFacts): Judgement {
  if (day > facts.plannedThrough) return { outcome: 'waiting', words: 'Chưa đến lúc lập thư.' };
  if (facts.recorded.told.has(id)) return missed('lời nhắc đã được lập nhưng không còn trong sổ');
  const { loadedAt } = facts;
  if (loadedAt === undefined)
    return { outcome: 'silent', words: 'Kế hoạch trong thư mục chưa được áp dụng vào sổ.' };
  if (loadedAt >= instantAt(day, LAST_HOUR))
    return {
      outcome: 'silent',
      words: `Kế hoạch hiện nay được nạp sau ngày này, lúc ${moment(loadedAt)}.`,
    };
  return missed('sổ không có lời nhắc này');
}

function silent(excuse: string | undefined): Judgement | undefined {
  return excuse === undefined ? undefined : { outcome: 'silent', words: excuse };
}
