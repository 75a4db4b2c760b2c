import { addDays, weekdayOf, type IsoDate } from '../calendar/dates.ts';
import type { Letter } from './model.ts';

/** How many letters a mailbox gets in the week that begins on Monday `week`. */
export interface Volume {
  mailbox: string;
  week: IsoDate;
  letters: number;
}

/** Letters per mailbox per week, by mailbox and then by week; weeks without a letter are left out. */
export function letterVolume(letters: Letter[]): Volume[] {
  const counts = new Map<string, Volume>();
  for (const { mailbox, day } of letters) {
    const week = addDays(day, 1 - weekdayOf(day));
    const key = `${mailbox} ${week}`;
    const volume = counts.get(key) ?? { mailbox, week, letters: 0 };
    counts.set(key, { ...volume, letters: volume.letters + 1 });
  }
  return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, volume]) => volume);
}
