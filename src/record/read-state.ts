import { localDate } from '../calendar/dates.ts';
import type { RecordState } from '../plan/record-state.ts';
import { DIGEST_KINDS } from '../plan/model.ts';
import { deadMailboxes } from './dead-mailboxes.ts';
import type { RecordDb } from './open-record.ts';
import { pauseIn } from './deadline-pause.ts';
import { readArmed, readSpoken } from './spoken.ts';

/**
 * What planning must respect: notices that are settled or whose letter has already been tried, deadlines that are done, and when
 * the record was last planned.
 * A deadline that the schedule lost is not closed: a schedule that names it again plans it again. One that was withdrawn by a decision is. `deadline` narrows what is said of notices and
 * deadlines to one, for who looks at that one alone; of digests, which are not about one, it then says nothing.
 */
export async function readState(db: RecordDb, deadline?: string): Promise<RecordState> {
  let notices = db
    .selectFrom('notice')
    .leftJoin('letter', 'letter.id', 'notice.letter')
    .where((where) =>
      where.or([
        where('notice.status', '!=', 'planned'),
        where('letter.status', 'in', ['sending', 'retrying']),
      ]),
    )
    .select('notice.id');
  let known = db
    .selectFrom('deadline')
    .where((where) =>
      where.or([
        where('status', '=', 'done'),
        where('answers', '>', 0),
        where('received', '=', true),
        where('met', '=', true),
        where('extensions', '>', 0),
        where('taken_off', '=', true),
        where('paused_at', 'is not', null),
      ]),
    )
    .select(['id', 'status', 'received', 'handed_back', 'met', 'extensions', 'nominal', 'original_nominal'])
    .select(['taken_off', 'paused_at', 'paused_until', 'paused_why', 'resumed_at']);
  if (deadline !== undefined) {
    notices = notices.where('notice.deadline', '=', deadline);
    known = known.where('id', '=', deadline);
  }
  const settled = await notices.execute();
  const deadlines = await known.execute();
  const planned = await db
    .selectFrom('event')
    .where('what', 'in', ['schedule-loaded', 'deadline-added', 'letter-planned'])
    .orderBy('id', 'desc')
    .limit(1)
    .select('at')
    .executeTakeFirst();
  return {
    settled: new Set(settled.map(({ id }) => id)),
    closed: new Set(
      deadlines.filter(({ status, taken_off }) => status === 'done' || taken_off).map(({ id }) => id),
    ),
    paused: new Map(
      deadlines.flatMap((row) => {
        const pause = pauseIn(row);
        return pause === undefined ? [] : [[row.id, pause]];
      }),
    ),
    received: new Set(deadlines.filter(({ received }) => received).map(({ id }) => id)),
    armed: await readArmed(db),
    handedBack: new Set(deadlines.filter(({ handed_back }) => handed_back).map(({ id }) => id)),
    spoken: await readSpoken(db, deadline),
    dead: await deadMailboxes(db),
    digested: new Set(deadline === undefined ? (await digested(db)).map(({ id }) => id) : []),
    met: new Set(deadlines.filter(({ met }) => met).map(({ id }) => id)),
    extended: new Map(
      deadlines
        .filter(({ extensions }) => extensions > 0)
        .map(({ id, nominal, original_nominal, extensions }) => [
          id,
          {
            ...(original_nominal !== null && { nominal }),
            original: original_nominal ?? nominal,
            count: extensions,
          },
        ]),
    ),
    happenings: await db
      .selectFrom('happening')
      .where('cancelled_at', 'is', null)
      .select(['kind', 'day', 'reference', 'at'])
      .orderBy('id')
      .execute(),
    ...(planned !== undefined && { lastPlanned: localDate(planned.at) }),
  };
}

/** A digest that somebody took back is not planned again, one that only planning dropped may be. */
async function digested(db: RecordDb): Promise<{ id: string }[]> {
  return db
    .selectFrom('letter')
    .where('kind', 'in', [...DIGEST_KINDS])
    .where((where) =>
      where.or([
        where('status', 'not in', ['planned', 'dropped']),
        where.exists(
          where
            .selectFrom('event')
            .whereRef('event.letter', '=', 'letter.id')
            .where('event.what', '=', 'letter-cancelled')
            .select('event.id'),
        ),
      ]),
    )
    .select('id')
    .execute();
}
