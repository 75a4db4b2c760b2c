import { randomBytes } from 'node:crypto';
import { appendEvents } from './events.ts';
import type { RecordDb } from './open-record.ts';

/** A secret that signs links, as the record keeps it. */
export interface StoredKey {
  id: string;
  secret: string;
}

/** The keys whose links are good, newest first: the first signs. Makes one when there is none. */
export async function linkKeys(db: RecordDb, now: Date, who: string): Promise<[StoredKey, ...StoredKey[]]> {
  const [first, ...others] = await goodLinkKeys(db);
  return first === undefined ? [await addLinkKey(db, now, who)] : [first, ...others];
}

/** The keys whose links are good, newest first, none when none was ever made: to read links with, which changes nothing. */
export async function goodLinkKeys(db: RecordDb): Promise<StoredKey[]> {
  return db
    .selectFrom('link_key')
    .where('ended_at', 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .select(['id', 'secret'])
    .execute();
}

/**
 * Makes a new key, which signs from now on; links signed before stay good until their key is ended. `given` is for replays,
 * whose letters must be the same each time.
 */
export async function addLinkKey(
  db: RecordDb,
  now: Date,
  who: string,
  given: StoredKey = { id: randomBytes(4).toString('hex'), secret: randomBytes(32).toString('base64url') },
): Promise<StoredKey> {
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto('link_key')
      .values({ ...given, made_at: now, ended_at: null })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    await appendEvents(trx, now, who, [
      {
        what: 'link-key-added',
        why: `Khóa ký đường dẫn ${given.id} được dùng từ nay.`,
        detail: { key: given.id },
      },
    ]);
    return given;
  });
}

/** Ends a key: every link that it signed stops serving. Answers whether there was such a key. */
export async function endLinkKey(db: RecordDb, now: Date, who: string, id: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const ended = await trx
      .updateTable('link_key')
      .set({ ended_at: now })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (ended === undefined) return false;
    const why = `Khóa ký đường dẫn ${id} bị hủy: các đường dẫn đã ký bằng khóa này không còn dùng được.`;
    await appendEvents(trx, now, who, [{ what: 'link-key-ended', why, detail: { key: id } }]);
    return true;
  });
}
