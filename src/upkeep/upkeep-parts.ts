import type { IsoDate } from '../calendar/dates.ts';
import type { SendQueue } from '../queue/send-queue.ts';
import type { RecordDb } from '../record/open-record.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** What the upkeep of a running system works with. */
export interface UpkeepParts {
  db: RecordDb;
  queue: SendQueue;
  now: () => Date;
  /** The schedules in force. */
  schedule: () => Schedule;
  /** Reads the files again, plans, and refills the queue. */
  plan: () => Promise<unknown>;
  /** When the last beat of this process succeeded. */
  lastBeat: () => Date | null;
  /** How the mailbox for returned mail is read: when it last was to its end, and what is wrong now; undefined when none is set. */
  bounces: () => { lastRead: Date | null; trouble: string | undefined } | undefined;
  /** Why the files in the folders are not in use, one line each. */
  problems: () => string[];
  /** Tries to reach the mail server. @throws Error with its words */
  checkMail: () => Promise<void>;
  /** The last finished working day, and its proof in lines. */
  proof: () => Promise<{ day: IsoDate; lines: string[] }>;
}

/** Who does it, and why. */
export interface Deed {
  by: string;
  why: string;
}
