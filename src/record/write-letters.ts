import type { IsoDate } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import { LADDER_KINDS, type Letter, type SkippedNotice } from '../plan/model.ts';
import { pauseReason } from '../plan/pause.ts';
import { inParts, type NewEvent } from './events.ts';
import { isAmong } from './is-among.ts';
import type { RecordTransaction } from './open-record.ts';

/**
 * Adds the letters that are new and drops the untouched ones that are no longer wanted. A digest has the same id at whatever hour it leaves: when the
 * sending hour has changed it is dropped and added again.
 */
export async function writeLetters(trx: RecordTransaction, letters: Letter[], events: NewEvent[]) {
  const known = await trx
    .selectFrom('letter')
    .where((where) =>
      where.or([
        // What tells admins of an ill is no plan's letter: planning neither wants nor drops it.
        where.and([where('status', '=', 'planned'), where('kind', '!=', 'admin')]),
        isAmong('id', letters),
      ]),
    )
    .select(['id', 'status', 'day', 'slot'])
    .execute();
  const statusById = new Map(known.map(({ id, status }) => [id, status]));
  const wanted = new Map(letters.map((letter) => [letter.id, letter]));
  const dropped = known.filter((letter) => letter.status === 'planned' && !isAsWanted(letter, wanted));
  const heldBack = await pausedIn(trx, dropped);
  const gone = new Set(dropped.map(({ id }) => id));
  const added = letters.filter(({ id }) => gone.has(id) || (statusById.get(id) ?? 'dropped') === 'dropped');

  await dropLetters(trx, dropped);
  for (const part of inParts(added)) await insertLetters(trx, part);

  events.push(
    ...dropped.map(({ id, day }) => ({
      what: 'letter-dropped' as const,
      why: `Thư dự kiến ngày ${shortDate(day)} được lập lại theo lịch mới.`,
      letter: id,
    })),
    ...heldBack.map(({ paused_until: until, paused_why: why, ...held }) => ({
      what: 'letter-dropped' as const,
      why: pauseReason({ until, why: why ?? '' }),
      ...held,
    })),
    ...added.flatMap((letter) =>
      letter.reason === null
        ? []
        : [{ what: 'letter-planned' as const, why: letter.reason, letter: letter.id }],
    ),
    ...added.flatMap((letter) =>
      letter.notices.map((notice) => ({
        what: 'letter-planned' as const,
        why: notice.reason,
        letter: letter.id,
        notice: notice.id,
        deadline: notice.deadline,
      })),
    ),
  );
  return { lettersAdded: added.length, lettersDropped: dropped.length };
}

/** A digest whose day has gone by is wanted for a later one; it leaves as it stands, at once. */
function isAsWanted(
  { id, day, slot }: { id: string; day: IsoDate; slot: Date },
  letters: ReadonlyMap<string, Letter>,
): boolean {
  const wanted = letters.get(id);
  return wanted !== undefined && (wanted.day !== day || wanted.slot.getTime() === slot.getTime());
}

/** What the dropped letters would have said of deadlines that are paused by now. */
async function pausedIn(trx: RecordTransaction, letters: { id: string }[]) {
  return trx
    .selectFrom('notice')
    .innerJoin('deadline', 'deadline.id', 'notice.deadline')
    .where(isAmong('letter', letters))
    .where('notice.status', '=', 'planned')
    .where('notice.kind', 'in', [...LADDER_KINDS])
    .where('deadline.status', '=', 'open')
    .where('deadline.paused_at', 'is not', null)
    .where('deadline.resumed_at', 'is', null)
    .where((where) =>
      where.or([
        where('deadline.paused_until', 'is', null),
        where('notice.day', '<=', where.ref('deadline.paused_until')),
      ]),
    )
    .select(['notice.letter', 'notice.id as notice', 'notice.deadline'])
    .select(['deadline.paused_until', 'deadline.paused_why'])
    .orderBy('notice.id')
    .$narrowType<{ letter: string }>()
    .execute();
}

async function dropLetters(trx: RecordTransaction, letters: { id: string }[]): Promise<void> {
  await trx.deleteFrom('notice').where(isAmong('letter', letters)).where('status', '=', 'planned').execute();
  await trx.updateTable('letter').set({ status: 'dropped' }).where(isAmong('id', letters)).execute();
}

async function insertLetters(trx: RecordTransaction, letters: Letter[]): Promise<void> {
  await trx
    .insertInto('letter')
    .values(
      letters.map(({ id, folder, mailbox, kind, day, slot }) => ({
        id,
        folder,
        mailbox,
        kind,
        day,
        slot,
        status: 'planned' as const,
        next_attempt: slot,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((set) => ({
        status: 'planned',
        attempts: 0,
        day: set.ref('excluded.day'),
        slot: set.ref('excluded.slot'),
        next_attempt: set.ref('excluded.next_attempt'),
      })),
    )
    .execute();
  const notices = letters.flatMap((letter) =>
    letter.notices.map(({ order, ...notice }) => ({
      ...notice,
      climb_order: order,
      status: 'planned' as const,
      letter: letter.id,
    })),
  );
  for (const part of inParts(notices)) await trx.insertInto('notice').values(part).execute();
}

/** Writes the notices whose day has passed unsaid; what may still change stays unwritten. Returns how many are new. */
export async function writeSkipped(
  trx: RecordTransaction,
  skipped: SkippedNotice[],
  events: NewEvent[],
): Promise<number> {
  let count = 0;
  for (const part of inParts(skipped.filter(({ final }) => final))) {
    const written = await trx
      .insertInto('notice')
      .values(
        part.map(({ id, deadline, rung, order, addressee, unit, mailbox, kind, planned, reason }) => ({
          ...{ id, deadline, rung, addressee, unit, mailbox, kind, planned, reason },
          climb_order: order,
          day: planned,
          status: 'skipped' as const,
          letter: null,
        })),
      )
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning(['id', 'deadline', 'reason'])
      .execute();
    count += written.length;
    events.push(
      ...written.map(({ id, deadline, reason }) => ({
        what: 'notice-skipped' as const,
        why: reason,
        notice: id,
        deadline,
      })),
    );
  }
  return count;
}
