import { LATE_LETTER, LONG_PAUSE } from './find-ills.ts';
import { unsaid } from './coverage-ills.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Signs } from './signs.ts';

/**
 * Why the heartbeat must not be sent now, in English for the log; undefined when beats, queue, mail and coverage are well. Stricter than the
 * ills: one failed try is enough, since a heartbeat that comes again five minutes later was never missed.
 */
export function reasonForSilence(
  { now, beat, queue, mail, distress, coverage }: Signs,
  schedule: Schedule,
): string | undefined {
  if (beat.failures > 0) return 'the beat failed';
  if (queue.failures > 0) return 'the queue does not answer';
  if (mail.failures > 0) return 'the mail server does not answer';
  const { pause, oldestDue } = distress;
  if (pause !== undefined && now.getTime() - pause.since.getTime() >= LONG_PAUSE)
    return 'sending has been paused for long';
  if (pause === undefined && oldestDue !== null && now.getTime() - oldestDue.getTime() >= LATE_LETTER)
    return 'a letter is late';
  if (distress.unheard.length > 0) return 'no admin took the letter that tells of an ill';
  // A mailbox that the mail server refuses is told to admins; the system itself has done all it can.
  const open = unsaid(coverage, distress.begun, schedule).filter(({ outcome }) => outcome !== 'undelivered');
  if (pause === undefined && open.length > 0) return 'the last finished day is not full';
  return undefined;
}
