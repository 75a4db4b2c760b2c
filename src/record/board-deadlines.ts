import { sql } from 'kysely';
import type { IsoDate } from '../calendar/dates.ts';
import type { Deadline } from '../plan/model.ts';
import type { DeadlineStatus } from './database.ts';
import type { RecordDb } from './open-record.ts';

/** A deadline as it stands, for a list of very many. */
export interface BoardDeadline extends Omit<Deadline, 'period'> {
  /** The plan's own day, when an extension has moved it. */
  original: IsoDate | null;
  status: DeadlineStatus;
  accepted: boolean;
  /** The unit says that the duty is not its own; the decision is awaited. */
  handedBack: boolean;
  /** The day that the unit asks for; the decision is awaited. */
  askedUntil: IsoDate | null;
  /** Withdrawn by a decision. */
  takenOff: boolean;
  /** A pause that nobody has ended, and its last day, when it has one. */
  paused: boolean;
  pausedUntil: IsoDate | null;
  document: string | null;
  doneOn: IsoDate | null;
}

/**
 * Every deadline of these folders in one statement, withdrawn ones too, in no order; with `plans` only those of these plans. They come
 * as one piece of JSON, which costs a third of reading cell by cell; days are text in it as in the columns.
 */
export async function readBoardDeadlines(
  db: RecordDb,
  { folders, plans }: { folders: string[]; plans?: string[] },
): Promise<BoardDeadline[]> {
  if (folders.length === 0 || plans?.length === 0) return [];
  const deadlines = db
    .selectFrom('deadline')
    .where('folder', 'in', folders)
    .$if(plans !== undefined, (query) => query.where('plan', 'in', plans ?? []))
    .select(['id', 'folder', 'plan', 'obligation', 'unit', 'about', 'nominal', 'aim', 'status'])
    .select(['original_nominal as original', 'accepted', 'handed_back as handedBack'])
    .select(['taken_off as takenOff', 'paused_until as pausedUntil'])
    .select(sql<boolean>`paused_at is not null and resumed_at is null`.as('paused'))
    .select(['asked_until as askedUntil', 'done_document as document', 'done_on as doneOn']);
  const { all } = await db
    .selectFrom(deadlines.as('one'))
    .select(sql<BoardDeadline[] | null>`json_agg(one)`.as('all'))
    .executeTakeFirstOrThrow();
  return all ?? [];
}
