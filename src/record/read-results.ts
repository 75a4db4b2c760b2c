import type { IsoDate } from '../calendar/dates.ts';
import type { DeadlinePause } from '../plan/pause.ts';
import { pauseIn } from './deadline-pause.ts';
import type { RecordDb } from './open-record.ts';

/** What has become of a deadline, as the record knows it. */
export interface Result {
  id: string;
  folder: string;
  plan: string;
  obligation: string;
  unit: string;
  about: string | null;
  nominal: IsoDate;
  /** The plan's own day, when an extension has moved it. */
  original: IsoDate | null;
  status: 'open' | 'done';
  /** The document that proves it done, and its date. */
  document: string | null;
  doneOn: IsoDate | null;
  /** The completion has been looked at and accepted. */
  accepted: boolean;
  /** Its last pause; undefined when it was never paused. */
  pause: DeadlinePause | undefined;
}

/** Which results are asked for; both days are included and are compared with the day that now holds. */
export interface ResultQuery {
  from: IsoDate;
  to: IsoDate;
  plan?: string | undefined;
  unit?: string | undefined;
}

/** The results of the deadlines that `query` names and that are not withdrawn, earliest first. */
export async function readResults(db: RecordDb, { from, to, plan, unit }: ResultQuery): Promise<Result[]> {
  const rows = await db
    .selectFrom('deadline')
    .where('nominal', '>=', from)
    .where('nominal', '<=', to)
    .$if(plan !== undefined, (query) => query.where('plan', '=', plan ?? ''))
    .$if(unit !== undefined, (query) => query.where('unit', '=', unit ?? ''))
    .where('status', 'in', ['open', 'done'])
    .select(['id', 'folder', 'plan', 'obligation', 'unit', 'about', 'nominal', 'status', 'accepted'])
    .select(['original_nominal as original', 'done_document as document', 'done_on as doneOn'])
    .select(['paused_at', 'paused_until', 'paused_why', 'resumed_at'])
    .$narrowType<{ status: 'open' | 'done' }>()
    .orderBy('nominal')
    .orderBy('id')
    .execute();
  return rows.map(({ paused_at, paused_until, paused_why, resumed_at, ...row }) => ({
    ...row,
    pause: pauseIn({ paused_at, paused_until, paused_why, resumed_at }),
  }));
}

/** The plans and units that the record has ever known a deadline of. */
export async function recordedNames(db: RecordDb): Promise<{ plans: string[]; units: string[] }> {
  const rows = await db.selectFrom('deadline').select(['plan', 'unit']).distinct().execute();
  return {
    plans: [...new Set(rows.map(({ plan }) => plan))],
    units: [...new Set(rows.map(({ unit }) => unit))],
  };
}
