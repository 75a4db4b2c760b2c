import type { Calendar } from '../calendar/calendar.ts';
import { shortDate } from '../calendar/wording.ts';
import type { DueRule } from './due-rule.ts';
import { occurrences } from './occurrences.ts';
import { readPhrase } from './read-phrase.ts';

type Range = Pick<Calendar, 'firstYear' | 'lastYear'>;

/** Years that a phrase may tell. */
const YEAR = /(?<!\d)(?:19|20|21)\d\d(?!\d)/g;

/**
 * Phrases near to `phrase`, whose days lie in the unknown `year`, the nearest first: itself with its years moved into
 * the calendar, else the nearest day of `rule`, else the nearest year. Not all of them need to be understood.
 */
export function movedIntoCalendar(phrase: string, rule: DueRule, year: number, calendar: Calendar): string[] {
  const nearest = clamp(year, calendar);
  const moved = [
    phrase.replace(YEAR, (told) => String(clamp(Number(told), calendar))),
    phrase.replace(YEAR, (told) => String(clamp(Number(told) + nearest - year, calendar))),
  ].filter((text) => text !== phrase);
  const mended = moved.map(readPhrase).flatMap((reading) => (reading.ok ? [] : [reading.suggestion]));
  const day = nearestDay(rule, nearest, calendar);
  return [
    ...moved,
    ...mended,
    ...(day === undefined ? [] : [`chậm nhất là ngày ${shortDate(day)}`]),
    `trong năm ${nearest}`,
  ];
}

function nearestDay(rule: DueRule, year: number, calendar: Calendar): string | undefined {
  if (rule.kind === 'once' || rule.kind === 'after-event') return undefined;
  const days = occurrences(rule, { from: `${year}-01-01`, to: `${year}-12-31`, calendar });
  return days.at(year === calendar.lastYear ? -1 : 0)?.nominal;
}

function clamp(year: number, { firstYear, lastYear }: Range): number {
  return Math.min(Math.max(year, firstYear), lastYear);
}
