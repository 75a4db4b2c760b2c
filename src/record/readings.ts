import { deadMailboxes } from './dead-mailboxes.ts';
import type { RecordDb } from './open-record.ts';
import { readPause } from './pauses.ts';
import { readOverview, type Overview } from './overview.ts';

/** What is measured of the record. */
export interface Readings extends Overview {
  /** The instant at which the letter that has waited longest was to leave; null when none waits past its hour. */
  oldestDue: Date | null;
  /** Whether an admin has stopped all sending. */
  paused: boolean;
  /** How many messages of returned mail came to each verdict. */
  returned: Record<string, number>;
  /** How many mailboxes take no mail now. */
  deadMailboxes: number;
}

/** Measures the record at `now`. */
export async function takeReadings(db: RecordDb, now: Date): Promise<Readings> {
  const due = await db
    .selectFrom('letter')
    .where('status', 'in', ['planned', 'retrying'])
    .where('next_attempt', '<', now)
    .select((select) => select.fn.min('slot').as('slot'))
    .executeTakeFirst();
  const returned = await db
    .selectFrom('bounce')
    .groupBy('verdict')
    .select((select) => ['verdict', select.fn.countAll<string>().as('count')])
    .execute();
  return {
    ...(await readOverview(db)),
    oldestDue: due?.slot ?? null,
    returned: Object.fromEntries(returned.map(({ verdict, count }) => [verdict, Number(count)])),
    deadMailboxes: (await deadMailboxes(db)).length,
    paused: (await readPause(db)) !== undefined,
  };
}
