import { sql } from 'kysely';
import { deadMailboxes } from './dead-mailboxes.ts';
import type { RecordDb } from './open-record.ts';
import { readOverview, type Overview } from './overview.ts';

/** What is measured of the record. */
export interface Readings extends Overview {
  /** The instant at which the letter that has waited longest was to leave; null when none does. */
  oldestDue: Date | null;
  /** How many messages of returned mail came to each verdict. */
  returned: Record<string, number>;
  /** How many mailboxes take no mail now. */
  deadMailboxes: number;
}

/** Measures the record at `now`. */
export async function takeReadings(db: RecordDb, now: Date): Promise<Readings> {
  const returned = await db
    .selectFrom('bounce')
    .groupBy('verdict')
    .select((select) => ['verdict', select.fn.countAll<string>().as('count')])
    .execute();
  return {
    ...(await readOverview(db)),
    oldestDue: await oldestDue(db, now),
    returned: Object.fromEntries(returned.map(({ verdict, count }) => [verdict, Number(count)])),
    deadMailboxes: (await deadMailboxes(db)).length,
  };
}

/**
 * The hour of the letter that is past it longest without having ended. One that was planned when its hour had gone by (a decision of this
 * afternoon) counts from then, and so do tries that somebody began anew.
 */
export async function oldestDue(db: RecordDb, now: Date): Promise<Date | null> {
  const due = await db
    .selectFrom((from) =>
      from
        .selectFrom('letter')
        .where('status', 'in', ['planned', 'retrying', 'sending'])
        .where('slot', '<', now)
        .select((letter) => [
          'slot',
          letter
            .selectFrom('event')
            .whereRef('event.letter', '=', 'letter.id')
            .where('event.what', 'in', ['letter-planned', 'letter-retried'])
            .select((event) => event.fn.max('event.at').as('at'))
            .as('begun'),
        ])
        .as('due'),
    )
    // Postgres's greatest passes over null.
    .select(sql<Date | null>`min(greatest(slot, begun))`.as('since'))
    .executeTakeFirst();
  return due?.since ?? null;
}
