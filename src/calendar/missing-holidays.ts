import { daysBetween, isWeekend, type IsoDate } from './dates.ts';
import { singleHolidays, type Holiday } from './provisional-year.ts';
import { longDate, shortDate, weekdayName } from './wording.ts';
import type { DayOff, VnYear } from './year-file.ts';

/** Made-up days included, the day next to National Day lies no further from it. */
const SECOND_DAY_REACH = 3;

/** The statutory holidays outside Tết (Labour Code, Art. 112) that `year` neither has off nor makes up, in Vietnamese. */
export function missingHolidays(year: VnYear): string[] {
  const nationwide = year.off.filter(({ scope }) => !scope?.length);
  return singleHolidays(year.year).flatMap((holiday) => {
    const fault = holiday.kind === 'lien_ke' ? secondDayFault : holidayFault;
    return fault(holiday, nationwide) ?? [];
  });
}

/** Whether it is the day before or the day after is decided every year (Art. 112(3)), so either will do. */
function secondDayFault({ date, name }: Holiday, off: readonly DayOff[]): string | undefined {
  const year = date.slice(0, 4);
  const isNear = (day: DayOff) => Math.abs(daysBetween(`${year}-09-02`, day.date)) <= SECOND_DAY_REACH;
  if (off.some((day) => day.kind === 'lien_ke' && isNear(day))) return undefined;
  if (isMadeUp(`${year}-09-01`, off) || isMadeUp(`${year}-09-03`, off)) return undefined;
  return `thiếu ${name} (kind: lien_ke, trước hoặc sau ngày 02/09/${year})`;
}

function holidayFault({ date, name, makeUp }: Holiday, off: readonly DayOff[]): string | undefined {
  if (!isWeekend(date)) return isOff(date, off) ? undefined : `thiếu ${name} (${longDate(date)})`;
  if (makeUp === 'none' || isMadeUp(date, off)) return undefined;
  return (
    `${name} rơi vào ${weekdayName(date)}, ${shortDate(date)}: ` +
    `thiếu ngày nghỉ bù (kind: bu, pairedWith: ${date})`
  );
}

function isOff(date: IsoDate, off: readonly DayOff[]): boolean {
  return off.some((day) => day.date === date && (day.kind === 'le' || day.kind === 'bu'));
}

function isMadeUp(date: IsoDate, off: readonly DayOff[]): boolean {
  return off.some(({ kind, pairedWith }) => kind === 'bu' && pairedWith === date);
}
