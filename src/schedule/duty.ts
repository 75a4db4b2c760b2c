import type { Calendar } from '../calendar/calendar.ts';
import { lastDayOfMonth, type IsoDate } from '../calendar/dates.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { DueRule } from '../phrase/due-rule.ts';
import { occurrences } from '../phrase/occurrences.ts';
import { readPhrase, type Reading } from '../phrase/read-phrase.ts';
import type { Entry, FolderDraft } from './draft.ts';
import { openGroup } from './open-group.ts';
import type { LadderEntry, ObligationEntry, UnitEntry } from './shape.ts';

/** An obligation whose time words are understood, with what the folder says about the parties to it. */
export interface Duty {
  entry: Entry<ObligationEntry>;
  rule: DueRule;
  leads: UnitEntry[];
  followUp: UnitEntry | undefined;
  authority: UnitEntry | undefined;
  ladder: Entry<LadderEntry> | undefined;
  /** Whether all of these are known; where one is not, nothing may be said of all of them. */
  complete: boolean;
  /** Only deadlines from `from` to `to`, both included, are watched. */
  from: IsoDate;
  to: IsoDate | undefined;
}

/** What is said of an obligation without time words. */
interface Unsaid {
  ok: false;
  error: string;
  suggestion?: undefined;
}

const UNSAID: Unsaid = {
  ok: false,
  error:
    'thiếu thời hạn: ghi nguyên văn cụm từ thời hạn vào “phrase”, hoặc ngày cụ thể vào “due”; nếu là nhiệm vụ thường xuyên thì ghi “standing: true”',
};

/**
 * How the obligation's time words read: `due` before the plan's own phrase. Without either it must say itself that it
 * is a standing duty: one whose line was lost would otherwise never be reminded of.
 */
export function readDue(entry: Pick<ObligationEntry, 'due' | 'phrase' | 'standing'>): Reading | Unsaid {
  const words = entry.due ?? entry.phrase ?? (entry.standing ? 'thường xuyên' : undefined);
  return words === undefined ? UNSAID : readPhrase(words);
}

/** The ids of the units that lead an obligation, groups opened. */
export function leadIds(lead: ObligationEntry['lead'], groups: Parameters<typeof openGroup>[1]): string[] {
  return [...new Set([lead].flat().flatMap((id) => openGroup(id, groups)))];
}

/** Every obligation of the folder that can be understood so far. */
export function dutiesOf(folder: FolderDraft): Duty[] {
  const units = new Map(folder.units.map(({ value }) => [value.id, value]));
  const groups = new Map(folder.groups.map(({ value }) => [value.id, value]));
  const ladders = new Map(folder.ladders.map((ladder) => [ladder.value.id, ladder]));

  return folder.plans.flatMap(({ plan, obligations }) =>
    obligations.flatMap((entry): Duty[] => {
      const reading = readDue(entry.value);
      if (plan === undefined || !reading.ok) return [];
      const { lead, from, to } = entry.value;
      const ids = leadIds(lead, groups);
      const leads = ids.flatMap((id) => units.get(id) ?? []);
      const followUp = units.get(entry.value.followUp ?? plan.value.followUp);
      const authority = units.get(plan.value.authority);
      const ladder = ladders.get(entry.value.ladder ?? plan.value.ladder);
      return [
        {
          entry,
          rule: reading.rule,
          leads,
          followUp,
          authority,
          ladder,
          complete: leads.length > 0 && leads.length === ids.length && !!followUp && !!authority && !!ladder,
          from: later(plan.value.from, from),
          to: earlier(plan.value.to, to),
        },
      ];
    }),
  );
}

/** The nominal days of a dated duty that are watched and that the calendar knows. Days after an event are not foreseen. */
export function watchedDays(duty: Duty, calendar: Calendar): IsoDate[] {
  if (duty.rule.kind === 'once' && !calendar.covers(duty.rule.nominal)) return [];
  const from = later(duty.from, `${calendar.firstYear}-01-01`);
  const to = earlier(duty.to, lastDayOfMonth(calendar.lastYear, 12));
  // Looking for a day after the last one leads past the calendar's end, where a last working day cannot be told.
  const literalBeyond: WorkingCalendar = {
    ...calendar,
    lastWorkingDayOnOrBefore: (date) =>
      calendar.covers(date) ? calendar.lastWorkingDayOnOrBefore(date) : date,
  };
  return occurrences(duty.rule, { from, to, calendar: literalBeyond })
    .map(({ nominal }) => nominal)
    .filter((nominal) => from <= nominal && (to === undefined || nominal <= to));
}

function later(date: IsoDate, other: IsoDate | undefined): IsoDate {
  return other !== undefined && other > date ? other : date;
}

function earlier(date: IsoDate | undefined, other: IsoDate | undefined): IsoDate | undefined {
  if (date === undefined || other === undefined) return date ?? other;
  return date < other ? date : other;
}
