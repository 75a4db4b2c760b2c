import type { RecordDb } from './open-record.ts';

/** What was worked out from a record under some name, and from what. */
interface Remembered {
  from: readonly unknown[];
  value: unknown;
}

const kept = new WeakMap<RecordDb, Map<string, Remembered>>();

/** Of two changes written at the same moment the one with the lower number may be seen later: nothing is kept for longer than this. Milliseconds. */
const LONGEST = 5 * 60_000;

/**
 * What `make` works out from the record, `now` and `from`; remembered under `name` until one of `from` is another, the record has changed (every
 * change is an event), or five minutes are over. For what costs much and is looked at again and again; a letter's content is gathered anew.
 */
export async function remembered<T>(
  db: RecordDb,
  name: string,
  { now, from }: { now: Date; from: readonly unknown[] },
  make: () => Promise<T>,
): Promise<T> {
  const all = [...from, await lastEvent(db), Math.floor(now.getTime() / LONGEST)];
  const names = kept.get(db) ?? new Map<string, Remembered>();
  kept.set(db, names);
  const known = names.get(name);
  if (known?.from.length === all.length && known.from.every((each, at) => each === all[at]))
    return known.value as T;
  const value = await make();
  names.set(name, { from: all, value });
  return value;
}

async function lastEvent(db: RecordDb): Promise<number> {
  const { last } = await db
    .selectFrom('event')
    .select(({ fn }) => fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0);
}
