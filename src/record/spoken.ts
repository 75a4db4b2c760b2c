import { sql } from 'kysely';
import type { Spoken } from '../plan/model.ts';
import type { RecordDb } from './open-record.ts';

/** Answers that wait for a decision, and decisions that their unit is told of. */
const REQUESTS = ['asked', 'not-ours'];
const DECISIONS = [
  ...['returned', 'extended', 'refused', 'kept'],
  ...['paused', 'resumed', 'withdrawn', 'reinstated', 'unextended'],
];

/** Decisions after which a ladder that was silent, or another, speaks again. */
const ARMING = ['returned', 'extended', 'kept', 'reinstated', 'unextended'];

/**
 * The answers that bring letters forth: of each open deadline the last request while it is undecided, and the last decision; of one that was
 * withdrawn by a decision, that. `deadline` narrows
 * it to one.
 */
export async function readSpoken(db: RecordDb, deadline?: string): Promise<Spoken[]> {
  let query = db
    .selectFrom('answer')
    .innerJoin('deadline', 'deadline.id', 'answer.deadline')
    .where('answer.kind', 'in', [...REQUESTS, ...DECISIONS])
    .where((where) =>
      where.or([where('deadline.status', '=', 'open'), where('deadline.taken_off', '=', true)]),
    )
    .select(['answer.deadline', 'answer.number', 'answer.kind', 'answer.at', 'deadline.taken_off'])
    .select(['deadline.asked_until', 'deadline.handed_back', 'deadline.nominal'])
    .orderBy('answer.deadline')
    .orderBy('answer.number', 'desc');
  if (deadline !== undefined) query = query.where('deadline.id', '=', deadline);
  const seen = new Set<string>();
  return (await query.execute()).flatMap((row) => {
    const kind = REQUESTS.includes(row.kind) ? ('request' as const) : ('decision' as const);
    const matter = kind === 'decision' ? kind : row.kind;
    const key = `${row.deadline} ${matter}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const waits = row.kind === 'asked' ? row.asked_until !== null : row.handed_back;
    if (kind === 'request' && (!waits || row.taken_off)) return [];
    const { deadline, nominal, number, at } = row;
    return [{ deadline, nominal, number, kind, at }];
  });
}

/** When each deadline's ladder was last armed anew by a decision. */
export async function readArmed(db: RecordDb): Promise<Map<string, Date>> {
  const rows = await db
    .selectFrom('answer')
    .where('kind', 'in', ARMING)
    .groupBy('deadline')
    .select((select) => ['deadline', select.fn.max('at').as('at')])
    .execute();
  return new Map(rows.map(({ deadline, at }) => [deadline, at]));
}

/** The record's sentence on answer `number` of a deadline. */
export async function spokenSentence(db: RecordDb, deadline: string, number: number): Promise<string | null> {
  const event = await db
    .selectFrom('event')
    .where('deadline', '=', deadline)
    .where(sql<string>`detail->>'number'`, '=', String(number))
    .select('why')
    .executeTakeFirst();
  return event?.why ?? null;
}
