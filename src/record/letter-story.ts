import type { RecordDb } from './open-record.ts';

/** One thing that happened to a letter or to a notice while it was in the letter. */
export interface LetterEvent {
  at: Date;
  who: string;
  what: string;
  /** In Vietnamese. */
  why: string;
  notice: string | null;
}

/** What the record tells of a letter, oldest first. */
export async function letterStory(db: RecordDb, letter: string): Promise<LetterEvent[]> {
  return db
    .selectFrom('event')
    .where('letter', '=', letter)
    .select(['at', 'who', 'what', 'why', 'notice'])
    .orderBy('id')
    .execute();
}

/** The other letters that now carry what this one once carried. */
export async function successorsOf(db: RecordDb, letter: string): Promise<string[]> {
  const rows = await db
    .selectFrom('event')
    .innerJoin('notice', 'notice.id', 'event.notice')
    .where('event.letter', '=', letter)
    .where('notice.letter', 'is not', null)
    .where('notice.letter', '!=', letter)
    .select('notice.letter')
    .distinct()
    .execute();
  return rows.flatMap(({ letter: carrier }) => carrier ?? []).sort();
}
