import type { Calendar } from '../calendar/calendar.ts';
import type { IsoDate } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import { entryProblem, type FolderDraft } from './draft.ts';
import { readDue, watchedDays, type Duty } from './duty.ts';
import { beyondCalendar } from './plan-checks.ts';
import type { Problem } from './problem.ts';
import { isLive } from './schedule.ts';
import type { UnitEntry } from './shape.ts';

/** Time words that are missing, or not understood, with the nearest words that are. */
export function unreadPhrases(folder: FolderDraft): Problem[] {
  return folder.plans.flatMap(({ obligations }) =>
    obligations.flatMap((entry) => {
      const reading = readDue(entry.value);
      if (reading.ok) return [];
      const key = entry.value.due === undefined ? 'phrase' : 'due';
      return [entryProblem(entry, [key], reading.error, reading.suggestion)];
    }),
  );
}

/** A deadline counted from an event that is not named, or an event that no deadline is counted from. */
export function misplacedEvents(duties: readonly Duty[]): Problem[] {
  return duties.flatMap(({ entry, rule }) => {
    const { event } = entry.value;
    if (rule.kind === 'after-event' && event === undefined)
      return [
        entryProblem(entry, ['event'], 'thời hạn tính từ một sự kiện: thiếu khóa “event” (mã loại sự kiện)'),
      ];
    if (rule.kind !== 'after-event' && event !== undefined)
      return [entryProblem(entry, ['event'], 'thời hạn này không tính từ sự kiện nào: bỏ khóa “event”')];
    return [];
  });
}

/** Duties said to be standing whose time words give a day. */
export function datedStandings(duties: readonly Duty[]): Problem[] {
  return duties.flatMap(({ entry, rule }) => {
    if (rule.kind === 'standing' || !entry.value.standing) return [];
    const words = entry.value.due === undefined ? 'phrase' : 'due';
    const message = `“${words}” đã cho thời hạn, nên đây không phải nhiệm vụ thường xuyên: bỏ khóa “standing”`;
    return [entryProblem(entry, ['standing'], message)];
  });
}

/** Standing duties asked to list the standing duties: no letter is ever written for them. */
export function standingListers(duties: readonly Duty[]): Problem[] {
  return duties.flatMap(({ entry, rule }) => {
    if (rule.kind !== 'standing' || !entry.value.listsStanding) return [];
    const message = 'nhiệm vụ thường xuyên không có thư nhắc, nên không kèm được danh sách (listsStanding)';
    return [entryProblem(entry, ['listsStanding'], message)];
  });
}

/** Dated duties with no day that would be watched. */
export function unwatchedDuties(duties: readonly Duty[], calendar: Calendar | undefined): Problem[] {
  if (calendar === undefined) return [];
  return duties.flatMap((duty) => {
    const message = whyUnwatched(duty, calendar);
    if (message === undefined) return [];
    return [entryProblem(duty.entry, [duty.entry.value.due === undefined ? 'phrase' : 'due'], message)];
  });
}

/** Dated duties all of whose leads have ceased, or do not exist yet, whenever they are due. */
export function lifelessLeads(duties: readonly Duty[], calendar: Calendar | undefined): Problem[] {
  if (calendar === undefined) return [];
  return duties.flatMap((duty) => {
    if (!duty.complete || duty.rule.kind === 'standing') return [];
    if (duty.rule.kind === 'after-event') {
      if (duty.leads.some((lead) => livesWithin(lead, duty.from, duty.to))) return [];
    } else {
      const days = watchedDays(duty, calendar);
      if (days.length === 0 || duty.leads.some((lead) => days.some((day) => isLive(lead, day)))) return [];
    }
    const message = 'không cơ quan chủ trì nào còn hoạt động vào ngày đến hạn';
    return [entryProblem(duty.entry, ['lead'], message)];
  });
}

function whyUnwatched(duty: Duty, calendar: Calendar): string | undefined {
  const { rule, from, to } = duty;
  if (rule.kind === 'standing' || rule.kind === 'after-event') return undefined;
  if (to !== undefined && to < from) return undefined;
  if (rule.kind === 'once' && !calendar.covers(rule.nominal)) return beyondCalendar(rule.nominal, calendar);
  if (watchedDays(duty, calendar).length > 0) return undefined;
  if (rule.kind === 'once')
    return `ngày đến hạn ${shortDate(rule.nominal)} không nằm trong thời gian theo dõi (${span(from, to)})`;
  return `không có kỳ hạn nào trong thời gian theo dõi (${span(from, to)})`;
}

function span(from: IsoDate, to: IsoDate | undefined): string {
  return to === undefined ? `từ ${shortDate(from)}` : `từ ${shortDate(from)} đến ${shortDate(to)}`;
}

function livesWithin(unit: UnitEntry, from: IsoDate, to: IsoDate | undefined): boolean {
  return (
    (unit.to === undefined || from <= unit.to) &&
    (unit.from === undefined || to === undefined || unit.from <= to)
  );
}
