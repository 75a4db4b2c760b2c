import type { LetterKind } from '../plan/model.ts';
import type { RecordDb } from './open-record.ts';
import { readPause, type Pause } from './pauses.ts';
import { oldestDue } from './readings.ts';
import { unheardIlls } from './unheard-ills.ts';

/** What the record tells of trouble with letters. */
export interface Distress {
  /** When the record was begun; null before its first event. */
  begun: Date | null;
  /** The hour of the letter that is past it longest without having ended; null when none is. */
  oldestDue: Date | null;
  pause: Pause | undefined;
  /** Letters that ended refused or failed in the last 24 hours and still stand so; those to admins are left out. */
  undelivered: number;
  /** Letters that wait because they cannot be written, by kind, with the words of the last try. */
  unwritten: { kind: LetterKind; letters: string[]; words: string }[];
  /** Open ills whose letters to admins all ended without reaching one. */
  unheard: string[];
}

const DAY = 24 * 3_600_000;

/** Reads the trouble there is at `now`. */
export async function readDistress(db: RecordDb, now: Date): Promise<Distress> {
  return {
    begun: await begun(db),
    oldestDue: await oldestDue(db, now),
    pause: await readPause(db),
    undelivered: await undeliveredSince(db, new Date(now.getTime() - DAY)),
    unwritten: await unwritten(db),
    unheard: await unheardIlls(db),
  };
}

async function begun(db: RecordDb): Promise<Date | null> {
  const first = await db.selectFrom('event').select('at').orderBy('id').limit(1).executeTakeFirst();
  return first?.at ?? null;
}

async function undeliveredSince(db: RecordDb, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('letter')
    .innerJoin('event', 'event.letter', 'letter.id')
    .where('letter.status', 'in', ['refused', 'failed'])
    .where('letter.kind', '!=', 'admin')
    .where('event.what', 'in', ['letter-refused', 'letter-failed'])
    .where('event.at', '>', since)
    .select((select) => select.fn.count<number | string>('letter.id').distinct().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function unwritten(db: RecordDb): Promise<Distress['unwritten']> {
  const tries = await db
    .selectFrom('letter')
    .innerJoin('event', 'event.letter', 'letter.id')
    .where('letter.status', '=', 'retrying')
    .where('event.what', '=', 'letter-retrying')
    .distinctOn('letter.id')
    .orderBy('letter.id')
    .orderBy('event.id', 'desc')
    .select(['letter.id', 'letter.kind', 'event.detail'])
    .execute();
  const byKind = new Map<LetterKind, Distress['unwritten'][number]>();
  for (const { id, kind, detail } of tries) {
    if (detail.unwritten !== true) continue;
    const known = byKind.get(kind) ?? { kind, letters: [], words: String(detail.response) };
    byKind.set(kind, { ...known, letters: [...known.letters, id] });
  }
  return [...byKind.values()];
}
