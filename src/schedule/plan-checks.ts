import type { Calendar } from '../calendar/calendar.ts';
import { shortDate } from '../calendar/wording.ts';
import { entryProblem, type Entry, type FolderDraft } from './draft.ts';
import { lookUpLadder, lookUpUnit, lookUpUnitOrGroup } from './lookup.ts';
import type { Problem } from './problem.ts';
import type { ObligationEntry, PlanEntry } from './shape.ts';

/** Plans whose issuer, follow-up unit, authority or ladder is not in the folder. */
export function unknownPlanParts(folder: FolderDraft): Problem[] {
  return plansOf(folder).flatMap((plan) => [
    ...(['issuer', 'followUp', 'authority'] as const).flatMap((part) =>
      lookUpUnit(folder, plan, [part], plan.value[part]),
    ),
    ...lookUpLadder(folder, plan, ['ladder'], plan.value.ladder),
  ]);
}

/** Duties that name a unit, group or ladder that is not in the folder. */
export function unknownObligationParts(folder: FolderDraft): Problem[] {
  return obligationsOf(folder).flatMap((obligation) => {
    const { lead, with: helpers, via, followUp, ladder, recipient } = obligation.value;
    return [
      ...(typeof lead === 'string' ? lookUpUnitOrGroup(folder, obligation, ['lead'], lead) : []),
      ...(Array.isArray(lead) ? lookUpEach(folder, obligation, 'lead', lead) : []),
      ...lookUpEach(folder, obligation, 'with', helpers ?? []),
      ...lookUpUnit(folder, obligation, ['via'], via),
      ...lookUpUnit(folder, obligation, ['followUp'], followUp),
      ...lookUpLadder(folder, obligation, ['ladder'], ladder),
      ...(recipient !== undefined && looksLikeId(recipient)
        ? lookUpUnitOrGroup(folder, obligation, ['recipient'], recipient)
        : []),
    ];
  });
}

/** Plans and duties that are watched until before they are watched from. */
export function reversedWindows(folder: FolderDraft): Problem[] {
  return [...plansOf(folder), ...obligationsOf(folder)].flatMap((entry) => {
    const { from, to } = entry.value;
    if (from === undefined || to === undefined || from <= to) return [];
    return [entryProblem(entry, ['to'], `ngày cuối (${shortDate(to)}) trước ngày đầu (${shortDate(from)})`)];
  });
}

/** Days to watch from or to that the calendar does not know: nothing could be counted from there. */
export function windowsBeyondCalendar(folder: FolderDraft, calendar: Calendar | undefined): Problem[] {
  if (calendar === undefined) return [];
  return [...plansOf(folder), ...obligationsOf(folder)].flatMap((entry) =>
    (['from', 'to'] as const).flatMap((end) => {
      const date = entry.value[end];
      if (date === undefined || calendar.covers(date)) return [];
      return [entryProblem(entry, [end], beyondCalendar(date, calendar))];
    }),
  );
}

/** Says that a day lies outside the calendar, and where the calendar lies. */
export function beyondCalendar(date: string, { firstYear, lastYear }: Calendar): string {
  return `ngày ${shortDate(date)} ngoài lịch làm việc đã có (từ năm ${firstYear} đến năm ${lastYear})`;
}

function lookUpEach(
  folder: FolderDraft,
  obligation: Entry<ObligationEntry>,
  key: 'lead' | 'with',
  ids: readonly string[],
): Problem[] {
  return ids.flatMap((id, index) => lookUpUnitOrGroup(folder, obligation, [key, index], id));
}

/** A recipient may be any name; one in the form of an id would be printed in a letter if it were mistyped. */
function looksLikeId(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)+$/.test(text);
}

function plansOf(folder: FolderDraft): Entry<PlanEntry>[] {
  return folder.plans.flatMap(({ plan }) => plan ?? []);
}

function obligationsOf(folder: FolderDraft): Entry<ObligationEntry>[] {
  return folder.plans.flatMap(({ obligations }) => obligations);
}
