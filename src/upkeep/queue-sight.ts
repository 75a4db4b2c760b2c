import { JOB_STATES, type JobFacts, type JobState } from '../queue/job-list.ts';
import { QUEUE_HOURS } from '../queue/send-queue.ts';
import { queuedLetters } from '../record/queued-letters.ts';
import { waitingLetters } from '../record/waiting-letters.ts';
import { namedLetter, type NamedLetter } from './named-letter.ts';
import type { UpkeepParts } from './upkeep-parts.ts';
import { withinTime } from './within-time.ts';

/**
 * Where a letter or job stands: in a state of BullMQ; waiting soon without the job that it should have; waiting, and too far off to have
 * one; or a job for which the record has no waiting letter.
 */
export const QUEUE_PLACES = [...JOB_STATES, 'missing', 'later', 'orphan'] as const;
export type QueuePlace = JobState | 'missing' | 'later' | 'orphan';

export interface QueueRow {
  id: string;
  place: QueuePlace;
  /** What BullMQ knows; undefined without a job. */
  job: JobFacts | undefined;
  /** What the record knows; undefined for a job of no letter. */
  letter: NamedLetter | undefined;
}

export interface QueueSight {
  rows: QueueRow[];
  /** How many there are in each place, and under the filter. */
  counts: Record<QueuePlace, number>;
  total: number;
  /** From 1. */
  page: number;
  pages: number;
  /** Why nothing can be told: the queue does not answer. */
  silent: string | undefined;
}

/** One page of a list is this long. */
export const QUEUE_PAGE = 40;

/** The next beat makes the jobs that are wanted now; milliseconds. */
const UNTIL_NEXT_BEAT = 10 * 60_000;
const PATIENCE = 4000;
const EVER = new Date(8_640_000_000_000_000);

/** One page of what waits: the jobs, and beside them the record's letters. `place` narrows it. */
export async function queueSight(
  parts: Pick<UpkeepParts, 'db' | 'queue' | 'now' | 'schedule'>,
  query: { place?: QueuePlace | undefined; page: number },
): Promise<QueueSight> {
  let all: { id: string; place: QueuePlace }[];
  try {
    all = await standing(parts);
  } catch (error) {
    return { ...EMPTY, silent: error instanceof Error ? error.message : String(error) };
  }
  const shown = all.filter(({ place }) => query.place === undefined || query.place === place);
  const pages = Math.max(1, Math.ceil(shown.length / QUEUE_PAGE));
  const page = Math.min(query.page, pages);
  const asked = shown.slice((page - 1) * QUEUE_PAGE, page * QUEUE_PAGE);
  return {
    rows: await rowsOf(asked, parts),
    counts: countsOf(all),
    total: shown.length,
    ...{ page, pages },
    silent: undefined,
  };
}

async function standing({ db, queue, now }: Pick<UpkeepParts, 'db' | 'queue' | 'now'>) {
  // The jobs first: a letter that is sent meanwhile has no job any more and does not wait either.
  const jobs = await withinTime(queue.jobs(), PATIENCE);
  const waiting = await waitingLetters(db, EVER);
  const waits = new Set(waiting.map(({ id }) => id));
  const queued = new Set(jobs.map(({ id }) => id));
  const soon = new Date(now().getTime() + QUEUE_HOURS * 3_600_000 - UNTIL_NEXT_BEAT);
  return [
    ...jobs.map(({ id, state }) => ({
      id,
      place: waits.has(id) || state === 'active' ? state : ('orphan' as const),
    })),
    ...waiting
      .filter(({ id }) => !queued.has(id))
      .map(({ id, at }) => ({ id, place: at <= soon ? ('missing' as const) : ('later' as const) })),
  ];
}

async function rowsOf(
  asked: { id: string; place: QueuePlace }[],
  { db, queue, now, schedule }: Pick<UpkeepParts, 'db' | 'queue' | 'now' | 'schedule'>,
): Promise<QueueRow[]> {
  const ids = asked.map(({ id }) => id);
  const letters = new Map((await queuedLetters(db, ids)).map((letter) => [letter.id, letter]));
  const facts = await withinTime(queue.facts(ids), PATIENCE);
  const jobs = new Map(facts.map((job) => [job.id, job]));
  return asked.map(({ id, place }) => {
    const letter = letters.get(id);
    return { id, place, job: jobs.get(id), letter: letter && namedLetter(letter, schedule(), now()) };
  });
}

function countsOf(all: { place: QueuePlace }[]): Record<QueuePlace, number> {
  const counts = { ...EMPTY.counts };
  for (const { place } of all) counts[place] += 1;
  return counts;
}

const EMPTY = {
  rows: [],
  counts: { active: 0, waiting: 0, delayed: 0, failed: 0, missing: 0, later: 0, orphan: 0 },
  total: 0,
  page: 1,
  pages: 1,
};
