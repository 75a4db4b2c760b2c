import { addDays, instantAt, type IsoDate } from '../../src/calendar/dates.ts';
import type { Letter, Notice, SkippedNotice } from '../../src/plan/model.ts';
import { planWork } from '../../src/plan/plan-work.ts';
import { EMPTY_STATE } from '../../src/plan/record-state.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';

/** A day on which the system ran, and the time (`HH:mm`) of its only planning. */
export interface LivedDay {
  day: IsoDate;
  time: string;
}

/** What a schedule's life came to. */
export interface Life {
  letters: Letter[];
  said: Notice[];
  skipped: SkippedNotice[];
}

/** Plans on each of `days` (rising), sends everything planned for that day, and keeps what is settled, as the record would. */
export function live(schedule: Schedule, days: LivedDay[]): Life {
  const settled = new Set<string>();
  const life: Life = { letters: [], said: [], skipped: [] };
  let lastPlanned: IsoDate | undefined;
  for (const { day, time } of days) {
    const state = { ...EMPTY_STATE, settled, ...(lastPlanned !== undefined && { lastPlanned }) };
    const work = planWork(schedule, state, instantAt(day, time), addDays(day, 31));
    const letters = work.letters.filter((letter) => letter.day === day);
    const said = letters.flatMap(({ notices }) => notices);
    const skipped = work.skipped.filter(({ final }) => final);
    for (const { id } of [...said, ...skipped]) settled.add(id);
    life.letters.push(...letters);
    life.said.push(...said);
    life.skipped.push(...skipped);
    lastPlanned = day;
  }
  return life;
}

/** The system runs all of these days, and plans just after midnight. */
export function running(days: IsoDate[]): LivedDay[] {
  return days.map((day) => ({ day, time: '00:05' }));
}
