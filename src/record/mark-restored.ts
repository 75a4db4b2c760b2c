import { appendEvents } from './events.ts';
import type { RecordDb } from './open-record.ts';
import { readPause } from './pauses.ts';

/**
 * Makes a record that was restored as it stood at `at` safe to start: sending is paused with a reason, since what left after that instant is
 * not known here; everybody signs in again, since a session that was ended meanwhile must not come back. Both are events.
 */
export async function markRestored(
  db: RecordDb,
  now: Date,
  by: string,
  at: Date,
  why: string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const before = await readPause(trx);
    const whole = before === undefined ? why : `${why} Trước đó đã tạm dừng vì: ${before.why}`;
    await trx.updateTable('pause').set({ ended_at: now }).where('ended_at', 'is', null).execute();
    await trx.insertInto('pause').values({ since: now, by, why: whole }).execute();
    await trx.deleteFrom('session').execute();
    await appendEvents(trx, now, by, [
      { what: 'record-restored', why: 'Khôi phục sổ từ bản sao lưu.', detail: { at: at.toISOString() } },
      { what: 'sending-paused', why: `Tạm dừng gửi thư: ${whole}` },
    ]);
  });
}
