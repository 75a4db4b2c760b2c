import { databaseTime } from './database-time.ts';
import { openIlls } from './ills.ts';
import type { RecordDb } from './open-record.ts';
import { readOverview } from './overview.ts';
import type { Pause } from './pauses.ts';
import { readableLine } from './readable-line.ts';
import { oldestDue } from './readings.ts';

/** What tells of a record, at one look, whether letters leave. */
export interface RecordFacts {
  /** How far the database's clock is ahead of ours, in milliseconds. */
  clockAhead: number;
  /** Letters that wait for their hour or for another try. */
  waiting: number;
  /** Those of them that were tried and are to be tried again. */
  retrying: number;
  /** What the last of those tries came to, in one line; null when none is retried. */
  lastFailure: string | null;
  /** The hour of the letter that is past it longest; null when none is. */
  oldestDue: Date | null;
  /** The pause of all sending that holds; null while letters are sent. */
  pause: Pause | null;
  /** The ids of what the workers have found not well. */
  ills: string[];
}

/** Reads them by `now`, which is our clock's. */
export async function readRecordFacts(db: RecordDb, now: () => Date): Promise<RecordFacts> {
  const at = await databaseTime(db);
  const clockAhead = at.getTime() - now().getTime();
  const { letters, pause } = await readOverview(db);
  return {
    clockAhead,
    waiting: (letters.planned ?? 0) + (letters.sending ?? 0) + (letters.retrying ?? 0),
    retrying: letters.retrying ?? 0,
    lastFailure: letters.retrying === undefined ? null : await lastFailure(db),
    oldestDue: await oldestDue(db, now()),
    pause,
    ills: (await openIlls(db)).map(({ id }) => id),
  };
}

async function lastFailure(db: RecordDb): Promise<string | null> {
  const last = await db
    .selectFrom('event')
    .innerJoin('letter', 'letter.id', 'event.letter')
    .where('letter.status', '=', 'retrying')
    .where('event.what', '=', 'letter-retrying')
    .orderBy('event.id', 'desc')
    .select('event.detail')
    .limit(1)
    .executeTakeFirst();
  return last === undefined ? null : readableLine(String(last.detail.response));
}
