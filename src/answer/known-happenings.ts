import type { IsoDate } from '../calendar/dates.ts';
import type { RecordDb } from '../record/open-record.ts';

/** A document that was registered, and when. */
export interface KnownHappening {
  /** Its number in the record. */
  id: number;
  day: IsoDate;
  reference: string;
  at: Date;
  /** It was taken back: when, and why. */
  cancelled: { at: Date; why: string } | null;
}

/** An event's page shows the latest of these. */
const MOST_KNOWN = 10;

/** The latest documents that were registered as events of this kind, latest first. */
export async function knownHappenings(db: RecordDb, kind: string): Promise<KnownHappening[]> {
  const rows = await db
    .selectFrom('happening')
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .limit(MOST_KNOWN)
    .select(['id', 'day', 'reference', 'at', 'cancelled_at', 'cancelled_why'])
    .execute();
  return rows.map(({ cancelled_at, cancelled_why, ...known }) => ({
    ...known,
    cancelled: cancelled_at === null ? null : { at: cancelled_at, why: cancelled_why ?? '' },
  }));
}
