import { appendEvents } from './events.ts';
import type { RecordDb } from './open-record.ts';

/** A letter that has not ended, and the instant before which nothing is to be done for it. */
export interface WaitingLetter {
  id: string;
  at: Date;
}

/** Letters to be sent, tried again or taken over from a dead worker up to `until`, soonest first. */
export async function waitingLetters(db: RecordDb, until: Date): Promise<WaitingLetter[]> {
  const rows = await db
    .selectFrom('letter')
    .where('status', 'in', ['planned', 'retrying', 'sending'])
    .select(['id', 'status', 'next_attempt', 'claimed_until'])
    .execute();
  return rows
    .map(({ id, status, next_attempt, claimed_until }) => ({
      id,
      at: status === 'sending' ? (claimed_until ?? next_attempt) : next_attempt,
    }))
    .filter(({ at }) => at <= until)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
}

/** Ends the claims of a worker that is known to be gone, because this process alone holds the record. Returns how many there were. */
export async function releaseClaims(db: RecordDb, who: string, now: Date): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const released = await trx
      .updateTable('letter')
      .set({ status: 'retrying', claimed_until: null, next_attempt: now })
      .where('status', '=', 'sending')
      .returning('id')
      .execute();
    await appendEvents(
      trx,
      now,
      who,
      released.map(({ id }) => ({
        what: 'letter-reclaimed' as const,
        why: 'Tiến trình trước dừng giữa lúc gửi; thư có thể đến nơi hai lần, cùng một Message-ID.',
        letter: id,
      })),
    );
    return released.length;
  });
}
