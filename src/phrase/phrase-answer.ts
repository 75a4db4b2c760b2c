import type { Calendar } from '../calendar/calendar.ts';
import { UnknownYear } from '../calendar/unknown-year.ts';
import type { DueRule } from './due-rule.ts';
import { knownDates, type DatesQuery, type DueDate, type KnownDates } from './known-dates.ts';
import { movedIntoCalendar } from './move-into-calendar.ts';
import { readPhrase } from './read-phrase.ts';

/** How a phrase is read with its next due days, or why it is refused and a phrase that is not. */
export type PhraseAnswer =
  | {
      ok: true;
      rule: DueRule;
      explanation: string;
      dates: DueDate[];
      /** What is to be known of the dates, in Vietnamese. */
      notes: string[];
    }
  | { ok: false; error: string; suggestion: string };

/** Always understood. */
export const UNDERSTOOD = 'trong tháng 6 năm 2019';

/** Reads a phrase and counts its due days; days that the calendar does not reach refuse it. */
export function answerPhrase(phrase: string, query: DatesQuery, calendar: Calendar): PhraseAnswer {
  const reading = readPhrase(phrase);
  if (!reading.ok) return reading;
  const { rule, explanation } = reading;
  try {
    const known = knownDates(rule, query, calendar);
    return { ok: true, rule, explanation, dates: known.dates, notes: notesOf(known, calendar) };
  } catch (error) {
    if (!(error instanceof UnknownYear)) throw error;
    const near = movedIntoCalendar(phrase, rule, error.year, calendar);
    const suggestion = near.find((text) => hasKnownDates(text, query, calendar)) ?? UNDERSTOOD;
    return { ok: false, error: `${error.message}.`, suggestion };
  }
}

function notesOf({ isCut, provisionalYears }: KnownDates, { firstYear, lastYear }: Calendar): string[] {
  return [
    ...(isCut
      ? [`lịch làm việc chỉ có từ năm ${firstYear} đến hết năm ${lastYear} nên không nêu các kỳ ngoài lịch`]
      : []),
    ...(provisionalYears.length > 0 ? [`theo lịch tạm tính năm ${provisionalYears.join(', ')}`] : []),
  ];
}

function hasKnownDates(phrase: string, query: DatesQuery, calendar: Calendar): boolean {
  const reading = readPhrase(phrase);
  if (!reading.ok) return false;
  try {
    return knownDates(reading.rule, query, calendar).dates.length > 0;
  } catch (error) {
    if (error instanceof UnknownYear) return false;
    throw error;
  }
}
