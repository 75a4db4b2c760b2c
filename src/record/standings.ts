import { sql } from 'kysely';
import type { IsoDate } from '../calendar/dates.ts';
import type { Deadline } from '../plan/model.ts';
import type { RecordDb } from './open-record.ts';

/** How a deadline stands, and the last that was said of it. */
export interface DeadlineStanding extends Omit<Deadline, 'folder'> {
  status: 'open' | 'done' | 'withdrawn';
  accepted: boolean;
  handed_back: boolean;
  asked_until: IsoDate | null;
  /** A pause that nobody has ended, and its last day, when it has one. */
  paused: boolean;
  paused_until: IsoDate | null;
  done_document: string | null;
  done_on: IsoDate | null;
  /** The last answer: when, and the record's sentence. */
  last: { at: Date; sentence: string } | null;
}

/** The deadlines of a folder that are in the schedules, soonest first. */
export async function readStandings(db: RecordDb, folder: string): Promise<DeadlineStanding[]> {
  const rows = await db
    .selectFrom('deadline')
    .where('folder', '=', folder)
    .where('status', '!=', 'withdrawn')
    .select(['id', 'plan', 'obligation', 'unit', 'period', 'about', 'nominal', 'aim', 'status'])
    .select(['accepted', 'handed_back', 'asked_until', 'done_document', 'done_on', 'paused_until'])
    .select(sql<boolean>`paused_at is not null and resumed_at is null`.as('paused'))
    .orderBy('aim')
    .orderBy('id')
    .execute();
  const answers = await db
    .selectFrom('event')
    .where('deadline', 'in', db.selectFrom('deadline').where('folder', '=', folder).select('id'))
    .where(sql<boolean>`detail ? 'number'`)
    .orderBy('id')
    .select(['deadline', 'at', 'why'])
    .execute();
  const last = new Map(answers.map(({ deadline, at, why }) => [deadline, { at, sentence: why }]));
  return rows.map((row) => ({ ...row, last: last.get(row.id) ?? null }));
}
