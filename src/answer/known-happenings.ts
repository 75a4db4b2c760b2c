import type { IsoDate } from '../calendar/dates.ts';
import type { RecordDb } from '../record/open-record.ts';

/** A document that was registered, and when. */
export interface KnownHappening {
  day: IsoDate;
  reference: string;
  at: Date;
}

/** An event's page shows the latest of these. */
const MOST_KNOWN = 10;

/** The latest documents that were registered as events of this kind, latest first. */
export async function knownHappenings(db: RecordDb, kind: string): Promise<KnownHappening[]> {
  return db
    .selectFrom('happening')
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .limit(MOST_KNOWN)
    .select(['day', 'reference', 'at'])
    .execute();
}
