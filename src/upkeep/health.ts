import type { IsoDate } from '../calendar/dates.ts';
import { databaseTime } from '../record/database-time.ts';
import { newerMigrations } from '../record/newer-record.ts';
import { openIlls, type RecordedIll } from '../record/ills.ts';
import { readOverview, type Overview } from '../record/overview.ts';
import type { UpkeepParts } from './upkeep-parts.ts';
import { withinTime } from './within-time.ts';

/** Whether something answers; if not, in what words. */
export type Probe = { ok: true } | { ok: false; words: string };

/** How the running system is. */
export interface Health {
  now: Date;
  lastBeat: Date | null;
  /** The last beat is younger than `OLDEST_BEAT`. */
  beating: boolean;
  database: Probe;
  queue: Probe;
  mail: Probe;
  /** The mailbox for returned mail; undefined when none is set. */
  bounces: ReturnType<UpkeepParts['bounces']>;
  /** How far the database's clock is ahead of ours, in milliseconds; undefined when it does not tell. */
  clockAhead: number | undefined;
  problems: string[];
  /** What the workers have found not well, oldest first. */
  ills: RecordedIll[];
  /** The last finished working day and its proof in lines, or why there is none. */
  proof: { day: IsoDate; lines: string[] } | { problem: string };
  overview: Overview | undefined;
  jobs: Record<string, number>;
}

/** Beats come every five minutes: after three that did not come, something is wrong. Milliseconds. */
export const OLDEST_BEAT = 15 * 60_000;

/** Clocks further apart than this disturb sessions and claims. Milliseconds. */
export const MOST_APART = 60_000;

const PATIENCE = 4000;

/** Asks everything at once; nothing that is ill keeps the others waiting. */
export async function readHealth(parts: UpkeepParts): Promise<Health> {
  const { db, queue, now, checkMail } = parts;
  const [time, jobs, mail, overview, proof, ills] = await Promise.all([
    answer(databaseTime(db).then((at) => at.getTime() - now().getTime())),
    answer(queue.counts()),
    answer(checkMail()),
    answer(readOverview(db)),
    answer(parts.proof()),
    answer(openIlls(db)),
  ]);
  return {
    now: now(),
    lastBeat: parts.lastBeat(),
    beating: isBeating(parts),
    database: probe(time),
    queue: probe(jobs),
    mail: probe(mail),
    bounces: parts.bounces(),
    clockAhead: time.ok ? time.value : undefined,
    problems: parts.problems(),
    proof: proof.ok ? proof.value : { problem: proof.words },
    ills: ills.ok ? ills.value : [],
    overview: overview.ok ? overview.value : undefined,
    jobs: jobs.ok ? jobs.value : {},
  };
}

const READY = 'ready';
const NOT_READY = {
  away: 'the database does not answer',
  newer: 'a newer version has changed the record',
  late: 'the last beat is too old',
};

/**
 * Whether letters can be expected to leave: the database answers, no newer version has changed the record, and the last beat is
 * young. What else is not well is named, one kind a line, and changes nothing about readiness. The words hold no secrets.
 */
export async function readReadiness(parts: UpkeepParts): Promise<{ ready: boolean; words: string }> {
  const newer = await answer(newerMigrations(parts.db));
  if (!newer.ok) return { ready: false, words: NOT_READY.away };
  if (newer.value.length > 0)
    return {
      ready: false,
      words: `${NOT_READY.newer} (${newer.value.join(', ')}): stop this process`,
    };
  if (!isBeating(parts)) return { ready: false, words: NOT_READY.late };
  const ills = await answer(openIlls(parts.db));
  const lines = ills.ok ? ills.value.map(({ id }) => `ill: ${id}`) : [];
  return { ready: true, words: [READY, ...lines].join('\n') };
}

/** Whether these are the words of `readReadiness`, and so whoever says them is a process of ours. */
export function isReadiness(words: string): boolean {
  return [READY, ...Object.values(NOT_READY)].some((beginning) => words.startsWith(beginning));
}

function isBeating({ lastBeat, now }: UpkeepParts): boolean {
  const last = lastBeat();
  // After the clock was set back the last beat lies ahead, and may lie far.
  return last !== null && Math.abs(now().getTime() - last.getTime()) < OLDEST_BEAT;
}

type Answered<T> = { ok: true; value: T } | { ok: false; words: string };

async function answer<T>(work: Promise<T>): Promise<Answered<T>> {
  try {
    return { ok: true, value: await withinTime(work, PATIENCE) };
  } catch (error) {
    return { ok: false, words: error instanceof Error ? error.message : String(error) };
  }
}

function probe(answered: Answered<unknown>): Probe {
  return answered.ok ? { ok: true } : answered;
}
