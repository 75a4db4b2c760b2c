import { sql, type Selectable } from 'kysely';
import { localDate } from '../calendar/dates.ts';
import { letterId } from '../plan/letters.ts';
import type { Database } from './database.ts';
import type { IllSaid } from './ill-table.ts';
import { appendEvents, type NewEvent } from './events.ts';
import type { RecordDb, RecordTransaction } from './open-record.ts';

/** Something that is not well with the system itself, as it was found just now. */
export interface Ill extends IllSaid {
  /** The same from one look to the next, for as long as it is the same ill. */
  id: string;
  /** It is told once for ever, such as a day that was not full; its end is not told. */
  once: boolean;
}

/** An ill on record. */
export interface RecordedIll extends Ill {
  since: Date;
  endedAt: Date | null;
}

/** What a look changed on record. */
export interface IllChange {
  begun: Ill[];
  ended: RecordedIll[];
  /** The letters that now tell admins so; each leaves at once. */
  letters: { id: string; at: Date }[];
}

/** Letters to admins belong to no schedule folder. */
const NO_FOLDER = '';

/** An ill that nobody has found for three beats is over; one that comes and goes from beat to beat is one ill. Milliseconds. */
const QUIET = 14 * 60_000;

/**
 * Writes down what was found at `now` against what was known: a new ill is begun, a known one was seen, one unseen for three beats is over.
 * What is new, and the end of what was told, becomes one letter to each of `admins`, in the same transaction, which one process is in at a
 * time: an ill is told once however many workers find it. Without admins it waits to be told until there are some.
 */
export async function keepIlls(
  db: RecordDb,
  found: Ill[],
  { now, who, admins }: { now: Date; who: string; admins: readonly string[] },
): Promise<IllChange> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('dondoc.ills'))`.execute(trx);
    const open = await readIlls(trx);
    const begun = await begin(trx, found, open, now);
    await seeAgain(
      trx,
      found.filter(({ id }) => open.some((ill) => ill.id === id)),
      now,
    );
    const ended = await endUnseen(
      trx,
      found.map(({ id }) => id),
      now,
    );
    const events: NewEvent[] = [
      ...begun.map(({ id, sentence }) => ({ what: 'ill-begun' as const, why: sentence, detail: { id } })),
      ...ended.map(({ id, sentence }) => ({ what: 'ill-ended' as const, why: sentence, detail: { id } })),
    ];
    const letters = await tell(trx, now, admins, events);
    await appendEvents(trx, now, who, events);
    return { begun, ended, letters };
  });
}

/** The ills that have not ended, oldest first. */
export async function openIlls(db: RecordDb): Promise<RecordedIll[]> {
  return (await readIlls(db)).map(illOf);
}

/** What a letter to admins with this slot tells: ills that began, and ills that are over. */
export async function illsToldAt(
  db: RecordDb,
  slot: Date,
): Promise<{ begun: RecordedIll[]; over: RecordedIll[] }> {
  const rows = await db
    .selectFrom('ill')
    .where((where) => where.or([where('told_at', '=', slot), where('end_told_at', '=', slot)]))
    .selectAll()
    .orderBy('number')
    .execute();
  return {
    begun: rows.filter(({ told_at }) => told_at?.getTime() === slot.getTime()).map(illOf),
    over: rows.filter(({ end_told_at }) => end_told_at?.getTime() === slot.getTime()).map(illOf),
  };
}

async function readIlls(db: RecordDb) {
  return db.selectFrom('ill').where('ended_at', 'is', null).selectAll().orderBy('number').execute();
}

async function begin(
  trx: RecordTransaction,
  found: Ill[],
  open: { id: string }[],
  now: Date,
): Promise<Ill[]> {
  const begun: Ill[] = [];
  for (const ill of found) {
    if (open.some(({ id }) => id === ill.id)) continue;
    if (ill.once && (await wasKnown(trx, ill.id))) continue;
    const { id, once, ...said } = ill;
    await trx
      .insertInto('ill')
      .values({ id, once, since: now, seen_at: now, said: saidText(said) })
      .execute();
    begun.push(ill);
  }
  return begun;
}

async function wasKnown(trx: RecordTransaction, id: string): Promise<boolean> {
  const known = await trx.selectFrom('ill').where('id', '=', id).select('number').limit(1).executeTakeFirst();
  return known !== undefined;
}

async function seeAgain(trx: RecordTransaction, seen: Ill[], now: Date): Promise<void> {
  for (const ill of seen)
    await trx
      .updateTable('ill')
      .set({ seen_at: now, said: saidText(ill) })
      .where('id', '=', ill.id)
      .where('ended_at', 'is', null)
      .execute();
}

async function endUnseen(trx: RecordTransaction, found: string[], now: Date): Promise<RecordedIll[]> {
  const unseen = await trx
    .updateTable('ill')
    .set({ ended_at: now })
    .where('ended_at', 'is', null)
    .where('seen_at', '<=', new Date(now.getTime() - QUIET))
    .$if(found.length > 0, (query) => query.where('id', 'not in', found))
    .returningAll()
    .execute();
  return unseen.map(illOf);
}

/** One letter to each admin of all that has not been told; none when all has. */
async function tell(
  trx: RecordTransaction,
  now: Date,
  admins: readonly string[],
  events: NewEvent[],
): Promise<{ id: string; at: Date }[]> {
  if (admins.length === 0) return [];
  const fresh = await trx
    .updateTable('ill')
    .set({ told_at: now })
    .where('told_at', 'is', null)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute();
  const over = await trx
    .updateTable('ill')
    .set({ end_told_at: now })
    .where('told_at', 'is not', null)
    .where('ended_at', '=', now)
    .where('once', '=', false)
    .returning('id')
    .execute();
  if (fresh.length === 0 && over.length === 0) return [];
  const content = [now.toISOString(), fresh.map(({ id }) => id).sort(), over.map(({ id }) => id).sort()];
  const letters = admins.map((mailbox) => {
    const letter = { folder: NO_FOLDER, mailbox, kind: 'admin' as const };
    return { id: letterId(content, letter), ...letter };
  });
  await trx
    .insertInto('letter')
    .values(
      letters.map((letter) => ({
        ...letter,
        day: localDate(now),
        slot: now,
        next_attempt: now,
        status: 'planned' as const,
      })),
    )
    .execute();
  const why = `Báo người quản trị: ${fresh.length} điều mới, ${over.length} điều đã hết.`;
  events.push(...letters.map(({ id }) => ({ what: 'letter-planned' as const, why, letter: id })));
  return letters.map(({ id }) => ({ id, at: now }));
}

function illOf({ id, once, said, since, ended_at }: Selectable<Database['ill']>): RecordedIll {
  return { id, once, ...said, since, endedAt: ended_at };
}

function saidText({ sentence, details, deed, page }: IllSaid): string {
  return JSON.stringify({ sentence, details, deed, page });
}
