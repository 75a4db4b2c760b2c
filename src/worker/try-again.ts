import type { Clock } from '../clock/clock.ts';
import type { ClaimedLetter } from '../record/claim-letter.ts';
import { isRefusalDoubted } from '../record/doubted-refusal.ts';
import type { RecordDb } from '../record/open-record.ts';
import { triesSince } from '../record/retry-letter.ts';
import type { Ending } from '../record/settle-letter.ts';
import type { ScheduleFolder } from '../schedule/schedule.ts';
import type { Instructions } from './instructions.ts';
import { nextTry } from './next-try.ts';

interface Trying {
  db: RecordDb;
  clock: Clock;
  instructions: () => Instructions;
}

type Again = Extract<Ending, { status: 'retrying' | 'failed' | 'refused' | 'empty' }>;

/** For a letter whose folder has left the schedules: nothing says when it may leave, and its claim ends it. */
export const ANY_HOUR = { at: '00:00', until: '24:00' };

/** What comes after a try that may go better next time: another one, or the end when its days are over. */
export async function tryAgain(
  letter: ClaimedLetter,
  folder: ScheduleFolder | undefined,
  { db, clock, instructions }: Trying,
  response: string,
): Promise<Again> {
  const { calendar } = instructions().schedule;
  const tries = { slot: await triesSince(db, letter), attempt: letter.attempt };
  const nextAttempt = nextTry(tries, clock.now(), folder?.sending ?? ANY_HOUR, calendar);
  return nextAttempt === undefined
    ? { status: 'failed', response }
    : { status: 'retrying', response, nextAttempt };
}

/** What comes after a refusal: the end when the mail server, asked again, refuses this letter and not everybody, or when its days are over. */
export async function afterRefusal(
  letter: ClaimedLetter,
  folder: ScheduleFolder | undefined,
  trying: Trying,
  response: string,
): Promise<Again> {
  if (!(await isRefusalDoubted(trying.db, letter))) return { status: 'refused', response };
  const ending = await tryAgain(letter, folder, trying, response);
  return ending.status === 'retrying' ? { ...ending, refused: true } : { status: 'refused', response };
}
