import { sql } from 'kysely';
import type { PlannedWork } from '../plan/model.ts';
import type { RecordState } from '../plan/record-state.ts';
import { isMadeByAnother, noteBeat, type ClockBeat } from './clock-beats.ts';
import { appendEvents, type NewEvent } from './events.ts';
import { refuseNewer } from './newer-record.ts';
import type { RecordDb, RecordTransaction } from './open-record.ts';
import { readState } from './read-state.ts';
import { writeDeadlines } from './write-deadlines.ts';
import { writeLetters, writeSkipped } from './write-letters.ts';

/** What one planning changed in the record. */
export interface PlanChange {
  deadlinesAdded: number;
  deadlinesMoved: number;
  deadlinesWithdrawn: number;
  lettersAdded: number;
  lettersDropped: number;
  noticesSkipped: number;
}

/** What a planning that finds nothing new changes. */
export const NO_CHANGE: PlanChange = {
  deadlinesAdded: 0,
  deadlinesMoved: 0,
  deadlinesWithdrawn: 0,
  lettersAdded: 0,
  lettersDropped: 0,
  noticesSkipped: 0,
};

/**
 * Plans against the record as it stands and writes the outcome, in one transaction that only one process is in at a time:
 * adds what is new, drops unsent letters that are no longer wanted, keeps whatever was sent or tried.
 * `loaded` names the schedule when it differs from the one planned with before; the change is then recorded.
 * @throws RecordIsNewer
 */
export async function applyPlan(
  db: RecordDb,
  who: string,
  now: Date,
  plan: (state: RecordState) => PlannedWork,
  loaded?: { fingerprint: string },
): Promise<PlanChange> {
  return db.transaction().execute(async (trx) => (await write(trx, who, now, plan, loaded)).change);
}

/**
 * The same for a beat of the clock, which several processes come to at once: one makes it, the others wait for its end and answer undefined.
 * When the one that makes it dies, its transaction is rolled back and the next in the queue makes the beat: none is left out. @throws RecordIsNewer
 */
export async function applyClockBeat(
  db: RecordDb,
  who: string,
  now: Date,
  plan: (state: RecordState) => PlannedWork,
  beat: ClockBeat,
): Promise<PlanChange | undefined> {
  return db.transaction().execute(async (trx) => {
    await takePlanning(trx);
    if (await isMadeByAnother(trx, who, beat)) return undefined;
    await noteBeat(trx, who, beat);
    return (await write(trx, who, now, plan, beat)).change;
  });
}

/** What `applyPlan` would change, event by event; nothing stays written. */
export async function tryPlan(
  db: RecordDb,
  now: Date,
  plan: (state: RecordState) => PlannedWork,
): Promise<{ change: PlanChange; events: NewEvent[] }> {
  const trial = await db.startTransaction().execute();
  try {
    return await write(trial, 'trial', now, plan, undefined);
  } finally {
    await trial.rollback().execute();
  }
}

async function write(
  trx: RecordTransaction,
  who: string,
  now: Date,
  plan: (state: RecordState) => PlannedWork,
  loaded: { fingerprint: string } | undefined,
): Promise<{ change: PlanChange; events: NewEvent[] }> {
  await takePlanning(trx);
  await holdPlannedLetters(trx);
  const work = plan(await readState(trx));
  const events: NewEvent[] = [];
  const deadlines = await writeDeadlines(trx, work, events);
  const letters = await writeLetters(trx, work.letters, events);
  const noticesSkipped = await writeSkipped(trx, work.skipped, events);
  const change = { ...deadlines, ...letters, noticesSkipped };
  if (loaded !== undefined && (await lastFingerprint(trx)) !== loaded.fingerprint)
    events.unshift({ what: 'schedule-loaded', why: describe(change), detail: { ...loaded, ...change } });
  await appendEvents(trx, now, who, events);
  // Last: a migration that was finished meanwhile undoes this planning; one that begins now waits for it.
  await refuseNewer(trx);
  return { change, events };
}

/** One process plans at a time; taken again within a transaction, it is at once there. */
async function takePlanning(trx: RecordTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('dondoc.plan'))`.execute(trx);
}

/** A claim that comes meanwhile waits, and then finds its letter as this planning left it. */
async function holdPlannedLetters(trx: RecordTransaction): Promise<void> {
  await trx.selectFrom('letter').where('status', '=', 'planned').select('id').forUpdate().execute();
}

async function lastFingerprint(trx: RecordTransaction): Promise<unknown> {
  const last = await trx
    .selectFrom('event')
    .where('what', '=', 'schedule-loaded')
    .orderBy('id', 'desc')
    .limit(1)
    .select('detail')
    .executeTakeFirst();
  return last?.detail.fingerprint;
}

function describe(change: PlanChange): string {
  return (
    `Nạp lịch: thêm ${change.deadlinesAdded}, chuyển ${change.deadlinesMoved}, rút ${change.deadlinesWithdrawn} thời hạn; ` +
    `thêm ${change.lettersAdded}, bỏ ${change.lettersDropped} thư chưa gửi.`
  );
}
