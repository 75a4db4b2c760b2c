import type { JobType } from 'bullmq';
import { isRetryLater } from './retry-later.ts';

/** BullMQ's states in which a letter's job can be, in the order in which it goes through them; `failed`: given up by BullMQ. */
export const JOB_STATES = ['active', 'waiting', 'delayed', 'failed'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** A job by the id of its letter. */
export interface QueuedJob {
  id: string;
  state: JobState;
}

/** What BullMQ knows of one job. */
export interface JobFacts {
  id: string;
  addedAt: Date;
  /** How often it has run and not ended. */
  attempts: number;
  /** When it was last taken up. */
  startedAt: Date | undefined;
  /** Why its last run failed, when it did not merely ask for another hour. */
  lastError: string | undefined;
}

/** What is asked of BullMQ's queue, on either backend. */
export interface ListedJobs {
  getRanges(types: JobType[], start: number, end: number, asc: boolean): Promise<string[]>;
  getJob(id: string): Promise<ListedJob | undefined>;
}

interface ListedJob {
  id?: string | undefined;
  timestamp: number;
  attemptsMade: number;
  processedOn?: number | undefined;
  failedReason?: string | undefined;
}

/** Every job, first the running ones, then those that run next. A job that moves on meanwhile is listed once, where it was seen first. */
export async function listJobs(queue: ListedJobs): Promise<QueuedJob[]> {
  const jobs = new Map<string, QueuedJob>();
  for (const state of JOB_STATES)
    for (const id of await queue.getRanges([state], 0, -1, true))
      if (!jobs.has(id)) jobs.set(id, { id, state });
  return [...jobs.values()];
}

/** What BullMQ knows of these jobs; one that has ended meanwhile is left out. */
export async function jobFacts(queue: ListedJobs, ids: string[]): Promise<JobFacts[]> {
  const jobs = await Promise.all(ids.map((id) => queue.getJob(id)));
  return jobs.flatMap((job) => {
    if (job?.id === undefined) return [];
    const { failedReason: failure } = job;
    return {
      id: job.id,
      addedAt: new Date(job.timestamp),
      attempts: job.attemptsMade,
      startedAt: job.processedOn === undefined ? undefined : new Date(job.processedOn),
      lastError: failure === undefined || failure === '' || isRetryLater(failure) ? undefined : failure,
    };
  });
}
