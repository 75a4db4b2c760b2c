import { objectionTo, pauseOf, type NoticeAtSending } from '../plan/recheck.ts';
import { isPausedOn, wasHeldBack, type DeadlinePause } from '../plan/pause.ts';
import type { IsoDate } from '../calendar/dates.ts';
import { isDigest, LADDER_KINDS, type Deadline, type Figures, type LetterKind } from '../plan/model.ts';
import type { Addressee } from '../schedule/shape.ts';
import { pauseIn } from './deadline-pause.ts';
import { isStillDead } from './dead-mailboxes.ts';
import { appendEvents, type NewEvent } from './events.ts';
import { isNotNewer } from './newer-record.ts';
import type { RecordDb, RecordTransaction } from './open-record.ts';
import { readSpoken, spokenSentence } from './spoken.ts';

/** A letter that this worker, and no other, may send now; its notices have all been found still true. */
export interface ClaimedLetter {
  id: string;
  folder: string;
  mailbox: string;
  kind: LetterKind;
  /** Which try this is, from 1. */
  attempt: number;
  slot: Date;
  notices: ClaimedNotice[];
}

export interface ClaimedNotice {
  id: string;
  addressee: Addressee;
  unit: string;
  /** Names the rung inside its ladder, or what brought it forth: `back.4`. */
  rung: string;
  /** Its place in the climb. */
  order: number;
  planned: IsoDate;
  /** Its day has passed because a decision had paused the deadline. */
  heldBack?: boolean | undefined;
  /** The answer that brought it forth, as the record's sentence; null on a ladder. */
  said: string | null;
  deadline: Omit<Deadline, 'folder'> & {
    /** The plan's own day, while an extension holds, and how often a decision has moved the day. */
    originalNominal: IsoDate | null;
    extensions: number;
    /** RFC 5545's SEQUENCE: how often what a calendar program shows of it has changed. */
    sequence: number;
    /** The last figures reported for the target. */
    progress: Figures | null;
    /** Nobody is reminded of it, because a decision withdrew it or pauses it, through `until` (null: until that is ended). */
    halted?: { as: 'withdrawn' } | { as: 'paused'; until: IsoDate | null } | undefined;
  };
}

/**
 * Claims a letter by one conditional update, then drops the notices that are no longer true on `today` (invariant 4).
 * Undefined: there is nothing to send: another worker has it, it is already sent, its time has not come, sending is paused, a newer version has
 * changed the record (the letter is left to it), or nothing in it is true any more.
 * A claim runs out at `now + lease`: whoever finds it then may send the letter again, under the same Message-ID.
 */
export async function claimLetter(
  db: RecordDb,
  id: string,
  who: string,
  now: Date,
  today: IsoDate,
  leaseMilliseconds: number,
): Promise<ClaimedLetter | undefined> {
  return db.transaction().execute(async (trx) => {
    const before = await trx
      .selectFrom('letter')
      .where('id', '=', id)
      .select('status')
      .forUpdate()
      .executeTakeFirst();
    const letter = await trx
      .updateTable('letter')
      .set((to) => ({
        status: 'sending',
        attempts: to('attempts', '+', 1),
        claimed_until: new Date(now.getTime() + leaseMilliseconds),
      }))
      .where('id', '=', id)
      .where((where) =>
        where.or([
          where.and([where('status', 'in', ['planned', 'retrying']), where('next_attempt', '<=', now)]),
          where.and([where('status', '=', 'sending'), where('claimed_until', '<=', now)]),
        ]),
      )
      .where((where) =>
        where.not(where.exists(where.selectFrom('pause').where('ended_at', 'is', null).select('pause.id'))),
      )
      .where(isNotNewer())
      .returningAll()
      .executeTakeFirst();
    if (letter === undefined) return undefined;

    const events: NewEvent[] = [];
    if (before?.status === 'sending')
      events.push({
        what: 'letter-reclaimed',
        why: 'Tiến trình trước dừng giữa lúc gửi; thư có thể đến nơi hai lần, cùng một Message-ID.',
        letter: id,
      });
    const notices = await keepTrue(trx, id, now, today, events);
    const hasNothing = notices.length === 0 && !isDigest(letter.kind);
    if (hasNothing) {
      await trx
        .updateTable('letter')
        .set({ status: 'dropped', claimed_until: null })
        .where('id', '=', id)
        .execute();
      events.push({ what: 'letter-dropped', why: 'Không còn nội dung nào đúng vào lúc gửi.', letter: id });
    }
    await appendEvents(trx, now, who, events);
    if (hasNothing) return undefined;
    const { folder, mailbox, kind, attempts: attempt, slot } = letter;
    return { id, folder, mailbox, kind, attempt, slot, notices };
  });
}

/** The notices of the letter that are still true; the others become skipped, each with its reason, or are taken out to be planned again after a pause. */
async function keepTrue(
  trx: RecordTransaction,
  letter: string,
  now: Date,
  today: IsoDate,
  events: NewEvent[],
): Promise<ClaimedNotice[]> {
  const rows = await trx
    .selectFrom('notice')
    .innerJoin('deadline', 'deadline.id', 'notice.deadline')
    .where('notice.letter', '=', letter)
    .where('notice.status', '=', 'planned')
    .select([
      'notice.id',
      'notice.addressee',
      'notice.unit as addressee_unit',
      'notice.planned',
      'notice.kind',
      'notice.rung',
      'notice.climb_order',
      'notice.deadline as deadline_id',
      'deadline.plan',
      'deadline.obligation',
      'deadline.unit',
      'deadline.period',
      'deadline.about',
      'deadline.nominal',
      'deadline.aim',
      'deadline.status',
      'deadline.original_nominal',
      'deadline.extensions',
      'deadline.sequence',
      'deadline.progress',
      'deadline.met',
      'deadline.taken_off as takenOff',
      'deadline.paused_at',
      'deadline.paused_until',
      'deadline.paused_why',
      'deadline.resumed_at',
    ])
    .orderBy('deadline.aim')
    .orderBy('notice.id')
    .execute();
  const kept: ClaimedNotice[] = [];
  for (const row of rows) {
    const isAnswer = row.kind === 'request' || row.kind === 'decision';
    const isBounce = row.kind === 'undelivered';
    const overtakenBy = isAnswer || isBounce ? undefined : await laterRung(trx, row, now);
    const number = isAnswer ? Number(row.rung.split('.')[1]) : undefined;
    const stillDead = isBounce && (await isStillDead(trx, Number(row.rung.split('.')[1])));
    const stillSpoken =
      isAnswer && (await readSpoken(trx, row.deadline_id)).some((spoken) => spoken.number === number);
    const { id, addressee, kind } = row;
    const pause = pauseIn(row);
    const found: NoticeAtSending = {
      ...{ id, addressee, kind, overtakenBy, stillSpoken, stillDead },
      deadline: { ...row, pause },
    };
    const heldBack = pauseOf(found, today);
    const reason = heldBack ?? objectionTo(found, today);
    if (reason === undefined) {
      const { plan, obligation, unit, period, about, nominal, aim, extensions, sequence, progress } = row;
      kept.push({
        id: row.id,
        addressee: row.addressee,
        unit: row.addressee_unit,
        rung: row.rung,
        order: row.climb_order,
        planned: row.planned,
        heldBack: wasHeldBack(pause, row.planned),
        said: number === undefined ? null : await spokenSentence(trx, row.deadline_id, number),
        deadline: {
          id: row.deadline_id,
          plan,
          obligation,
          unit,
          period,
          about,
          nominal,
          aim,
          extensions,
          sequence,
          progress,
          originalNominal: row.original_nominal,
          halted: haltOf(row.takenOff, pause, today),
        },
      });
      continue;
    }
    if (heldBack !== undefined) await trx.deleteFrom('notice').where('id', '=', row.id).execute();
    else
      await trx.updateTable('notice').set({ status: 'skipped', reason }).where('id', '=', row.id).execute();
    events.push({ what: 'notice-skipped', why: reason, notice: row.id, deadline: row.deadline_id, letter });
  }
  return kept;
}

function haltOf(
  takenOff: boolean,
  pause: DeadlinePause | undefined,
  today: IsoDate,
): ClaimedNotice['deadline']['halted'] {
  if (takenOff) return { as: 'withdrawn' };
  return isPausedOn(pause, today) ? { as: 'paused', until: pause.until } : undefined;
}

async function laterRung(
  trx: RecordTransaction,
  notice: { deadline_id: string; addressee: Addressee; climb_order: number },
  now: Date,
): Promise<string | undefined> {
  const later = await trx
    .selectFrom('notice')
    .leftJoin('letter', 'letter.id', 'notice.letter')
    .where('notice.deadline', '=', notice.deadline_id)
    .where('notice.addressee', '=', notice.addressee)
    .where('notice.climb_order', '>', notice.climb_order)
    .where('notice.kind', 'in', [...LADDER_KINDS])
    .where((where) =>
      where.or([
        where('notice.status', '=', 'said'),
        where.and([where('notice.status', '=', 'planned'), where('letter.slot', '<=', now)]),
      ]),
    )
    .select('notice.rung')
    .limit(1)
    .executeTakeFirst();
  return later?.rung;
}
