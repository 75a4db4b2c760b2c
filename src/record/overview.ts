import { sql } from 'kysely';
import type { LetterStatus } from './database.ts';
import type { RecordDb } from './open-record.ts';
import { readPause, type Pause } from './pauses.ts';

/** The record at a glance. */
export interface Overview {
  /** How many deadlines are in each state. */
  deadlines: Record<string, number>;
  /** How many letters are in each state. */
  letters: Partial<Record<LetterStatus, number>>;
  /** When the next letter is to leave; null when none is planned. */
  nextLetter: Date | null;
  lastSent: Date | null;
  /** The pause of all sending that holds; null while letters are sent. */
  pause: Pause | null;
}

/** Counts what the record holds. */
export async function readOverview(db: RecordDb): Promise<Overview> {
  const letters = await db.selectFrom('letter').groupBy('status').select(['status', count()]).execute();
  const deadlines = await db.selectFrom('deadline').groupBy('status').select(['status', count()]).execute();
  const next = await db
    .selectFrom('letter')
    .where('status', 'in', ['planned', 'retrying'])
    .select((select) => select.fn.min('next_attempt').as('at'))
    .executeTakeFirst();
  const last = await db
    .selectFrom('letter')
    .select((select) => select.fn.max('sent_at').as('at'))
    .executeTakeFirst();
  return {
    deadlines: Object.fromEntries(deadlines.map((row) => [row.status, row.count])),
    letters: Object.fromEntries(letters.map((row) => [row.status, row.count])),
    nextLetter: next?.at ?? null,
    lastSent: last?.at ?? null,
    pause: (await readPause(db)) ?? null,
  };
}

function count() {
  return sql<number>`count(*)::int`.as('count');
}
