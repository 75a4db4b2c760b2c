import { sql } from 'kysely';
import type { IsoDate } from '../calendar/dates.ts';
import type { NoticeKind } from '../plan/model.ts';
import type { RecordDb } from './open-record.ts';

/** The last letter that spoke of a deadline. */
export interface LastLetter {
  deadline: string;
  kind: NoticeKind;
  at: Date;
  /** It came back after the mail server had taken it. */
  returned: boolean;
}

/** The last answer or decision on a deadline, as the record's sentence. */
export interface LastAnswer {
  deadline: string;
  by: string;
  sentence: string;
  at: Date;
}

/** The last letter about each of `deadlines` (ids, a page of them); however many were sent, one is looked up for each. */
export async function readLastLetters(db: RecordDb, deadlines: string[]): Promise<LastLetter[]> {
  if (deadlines.length === 0) return [];
  const rows = await db
    .selectFrom('deadline')
    .innerJoinLateral(
      (last) =>
        last
          .selectFrom('notice')
          .whereRef('notice.deadline', '=', 'deadline.id')
          .where('notice.status', '=', sql.lit('said'))
          .where('notice.letter', 'is not', null)
          .orderBy('notice.day', 'desc')
          .orderBy('notice.letter', 'desc')
          .limit(1)
          .select(['notice.kind', 'notice.letter'])
          .as('said'),
      (join) => join.onTrue(),
    )
    .innerJoin('letter', 'letter.id', 'said.letter')
    .where('deadline.id', 'in', deadlines)
    .select(['deadline.id as deadline', 'said.kind', 'letter.sent_at', 'letter.returned_at'])
    .execute();
  return rows.flatMap(({ sent_at: at, returned_at, ...row }) =>
    at === null ? [] : [{ ...row, at, returned: returned_at !== null }],
  );
}

/** The last answer to each of `deadlines` (ids, a page of them). */
export async function readLastAnswers(db: RecordDb, deadlines: string[]): Promise<LastAnswer[]> {
  if (deadlines.length === 0) return [];
  return db
    .selectFrom('deadline')
    .innerJoinLateral(
      (last) =>
        last
          .selectFrom('answer')
          .whereRef('answer.deadline', '=', 'deadline.id')
          .orderBy('answer.number', 'desc')
          .limit(1)
          .select(['answer.by', 'answer.at', 'answer.number'])
          .as('answered'),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (events) =>
        events
          .selectFrom('event')
          .whereRef('event.deadline', '=', 'deadline.id')
          .where(sql<boolean>`event.detail->>'number' = answered.number::text`)
          .limit(1)
          .select('event.why as sentence')
          .as('told'),
      (join) => join.onTrue(),
    )
    .where('deadline.id', 'in', deadlines)
    .select(['deadline.id as deadline', 'answered.by', 'answered.at', 'told.sentence'])
    .execute();
}

/** The days in `from`..`to` (both included) on which letters about any of `deadlines` (ids, at most some hundreds) were sent. */
export async function readLetterDays(
  db: RecordDb,
  deadlines: string[],
  { from, to }: { from: IsoDate; to: IsoDate },
): Promise<IsoDate[]> {
  if (deadlines.length === 0) return [];
  const rows = await db
    .selectFrom('deadline')
    .innerJoinLateral(
      (days) =>
        days
          .selectFrom('notice')
          .whereRef('notice.deadline', '=', 'deadline.id')
          .where('notice.status', '=', sql.lit('said'))
          .where('notice.day', '>=', from)
          .where('notice.day', '<=', to)
          .distinct()
          .select('notice.day')
          .as('said'),
      (join) => join.onTrue(),
    )
    .where('deadline.id', 'in', deadlines)
    .distinct()
    .select('said.day')
    .orderBy('said.day')
    .execute();
  return rows.map(({ day }) => day);
}
