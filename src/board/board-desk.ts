import type { Calendar } from '../calendar/calendar.ts';
import { localDate, type IsoDate } from '../calendar/dates.ts';
import type { NoticeKind } from '../plan/model.ts';
import { readLastAnswers, readLastLetters, readLetterDays } from '../record/last-said.ts';
import type { RecordDb } from '../record/open-record.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { BoardRow } from './board-row.ts';
import { readBoard, type BoardScope } from './read-board.ts';

/** The last that was said of a deadline: a letter to it or an answer to that. */
export type LastSaid =
  | { as: 'letter'; at: Date; kind: NoticeKind; returned: boolean }
  | { as: 'answer'; at: Date; by: string; sentence: string };

/** What the board's pages ask of whoever holds the record. Nothing here changes it. */
export interface BoardDesk {
  today(): IsoDate;
  calendar(): Calendar;
  /** Every deadline in scope, worst first. */
  rows(scope: BoardScope): Promise<BoardRow[]>;
  /** By the deadline's id, for a page of rows. */
  lastSaid(rows: readonly BoardRow[]): Promise<ReadonlyMap<string, LastSaid>>;
  /** The days of `year` on which letters about these rows left; for some hundred rows at most. */
  letterDays(rows: readonly BoardRow[], year: number): Promise<IsoDate[]>;
}

export interface BoardDeskParts {
  db: RecordDb;
  now: () => Date;
  /** The schedules in force. */
  schedule: () => Schedule;
}

/** The desk over a record. */
export function openBoardDesk({ db, now, schedule }: BoardDeskParts): BoardDesk {
  const idsOf = (rows: readonly BoardRow[]) => rows.map(({ id }) => id);
  return {
    today: () => localDate(now()),
    calendar: () => schedule().calendar,
    rows: (scope) => readBoard(db, schedule(), now(), scope),
    async lastSaid(rows) {
      const said = new Map<string, LastSaid>();
      for (const { deadline, ...letter } of await readLastLetters(db, idsOf(rows)))
        said.set(deadline, { as: 'letter', ...letter });
      for (const { deadline, ...answer } of await readLastAnswers(db, idsOf(rows)))
        if (answer.at >= (said.get(deadline)?.at ?? answer.at))
          said.set(deadline, { as: 'answer', ...answer });
      return said;
    },
    letterDays: (rows, year) =>
      readLetterDays(db, idsOf(rows), { from: `${year}-01-01`, to: `${year}-12-31` }),
  };
}
