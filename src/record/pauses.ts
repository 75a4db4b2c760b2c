import { sql } from 'kysely';
import { appendEvents } from './events.ts';
import type { RecordDb } from './open-record.ts';

/** A time in which nothing is sent. */
export interface Pause {
  since: Date;
  /** Who paused, and why. */
  by: string;
  why: string;
}

/** The pause that holds now; undefined while letters are sent. */
export async function readPause(db: RecordDb): Promise<Pause | undefined> {
  return db
    .selectFrom('pause')
    .where('ended_at', 'is', null)
    .select(['since', 'by', 'why'])
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

/**
 * Pauses all sending: from the moment this is written, no worker claims a letter; what a mail server is being handed at that moment
 * still ends. Returns false when sending was paused already.
 */
export async function pauseSending(db: RecordDb, now: Date, by: string, why: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('dondoc.pause'))`.execute(trx);
    if ((await readPause(trx)) !== undefined) return false;
    await trx.insertInto('pause').values({ since: now, by, why }).execute();
    await appendEvents(trx, now, by, [{ what: 'sending-paused', why: `Tạm dừng gửi thư: ${why}` }]);
    return true;
  });
}

/** Lets letters leave again. Returns false when sending was not paused. */
export async function resumeSending(db: RecordDb, now: Date, by: string, why: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const ended = await trx
      .updateTable('pause')
      .set({ ended_at: now })
      .where('ended_at', 'is', null)
      .returning('since')
      .execute();
    if (ended.length === 0) return false;
    const detail = { since: ended.map(({ since }) => since.toISOString()) };
    await appendEvents(trx, now, by, [{ what: 'sending-resumed', why: `Gửi thư trở lại: ${why}`, detail }]);
    return true;
  });
}
