import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, inject } from 'vitest';
import { addDays, instantAt, type IsoDate } from '../../src/calendar/dates.ts';
import { planWork } from '../../src/plan/plan-work.ts';
import { applyPlan, type PlanChange } from '../../src/record/apply-plan.ts';
import { claimLetter, type ClaimedLetter } from '../../src/record/claim-letter.ts';
import { openRecord, type OpenRecord, type RecordDb } from '../../src/record/open-record.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { serverMissing, startPostgres } from './servers.ts';

export const LEASE = 10 * 60_000;

/** Making a database may take this long on a busy machine, in milliseconds. */
export const SLOW = 180_000;

/**
 * A record in memory that nobody else sees. It still costs a second or two: open it once a file and `empty` it for each test. The first of a run is made from
 * nothing, as a user's is, which costs several seconds (initdb); the others begin from its files.
 */
export async function openTestRecord(): Promise<OpenRecord> {
  const path = join(inject('madeOnce'), 'record.tar');
  const made = await readFile(path).catch(() => undefined);
  if (made !== undefined) return openRecord({ memory: true, from: new Blob([new Uint8Array(made)]) });
  const record = await openRecord({ memory: true });
  const dump = await record.dump?.();
  if (dump === undefined) throw new Error('A record in memory can be dumped');
  // Two files of the suite may both be the first: each writes it whole.
  await writeFile(`${path}.${process.pid}`, gunzipSync(dump));
  await rename(`${path}.${process.pid}`, path);
  return record;
}

/** Takes everything out of a record. */
export async function empty(db: RecordDb): Promise<void> {
  for (const table of [
    'event',
    'dead_mailbox',
    'bounce',
    'notice',
    'letter',
    'answer',
    'deadline',
    'happening',
    'link_key',
    'feed',
    'session',
    'account',
    'pause',
    'ill',
    'beat',
  ] as const)
    await db.deleteFrom(table).execute();
}

/** Runs the tests that `tests` defines on the embedded record and on a Postgres server; each begins with an empty record. */
export function onEachRecord(tests: (record: () => OpenRecord) => void): void {
  describe('on the embedded record', () => {
    inRecord(async () => ({ record: await openTestRecord(), stop: async () => undefined }), tests);
  });
  describe.skipIf(serverMissing('postgres'))('on a Postgres server', () => {
    inRecord(async () => {
      const server = await startPostgres();
      const record = await openRecord({ server: server.url, schema: 'dondoc' });
      return { record, stop: () => server.stop() };
    }, tests);
  });
}

/** Plans `schedule` into the record at `time` on `day`, a month ahead. */
export async function applyAt(
  db: RecordDb,
  schedule: Schedule,
  day: IsoDate,
  more: { time?: string; fingerprint?: string } = {},
): Promise<PlanChange> {
  const now = instantAt(day, more.time ?? '00:00');
  const loaded = more.fingerprint === undefined ? undefined : { fingerprint: more.fingerprint };
  return applyPlan(db, 'test', now, (state) => planWork(schedule, state, now, addDays(day, 31)), loaded);
}

/** Claims the letter at `time` on `day` as `who`. */
export async function claimAt(
  db: RecordDb,
  id: string,
  day: IsoDate,
  time = '07:30',
  who = 'test',
): Promise<ClaimedLetter | undefined> {
  return claimLetter(db, id, who, instantAt(day, time), day, LEASE);
}

/** Claims the only letter that leaves on `day`. @throws Error when there is not exactly one, or it cannot be claimed. */
export async function claimOnly(db: RecordDb, day: IsoDate, time = '07:30'): Promise<ClaimedLetter> {
  const { id } = await db
    .selectFrom('letter')
    .where('day', '=', day)
    .where('status', '!=', 'dropped')
    .select('id')
    .executeTakeFirstOrThrow();
  const letter = await claimAt(db, id, day, time);
  if (letter === undefined) throw new Error(`${id} could not be claimed`);
  return letter;
}

/** The events of the record, oldest first, as `what` and `why`. */
export async function eventsOf(db: RecordDb, ...what: string[]): Promise<{ what: string; why: string }[]> {
  const events = await db.selectFrom('event').orderBy('id').select(['what', 'why']).execute();
  return events.filter((event) => what.length === 0 || what.includes(event.what));
}

function inRecord(
  provide: () => Promise<{ record: OpenRecord; stop: () => Promise<void> }>,
  tests: (record: () => OpenRecord) => void,
): void {
  let record: OpenRecord;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    ({ record, stop } = await provide());
  }, SLOW);
  beforeEach(() => empty(record.db));
  afterAll(async () => {
    await record.close();
    await stop();
  });
  tests(() => record);
}
