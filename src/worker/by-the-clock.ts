import cron from 'node-cron';
import { BEAT_MINUTES } from './beat.ts';

const EVERY_BEAT = `*/${BEAT_MINUTES} * * * *`;

/** Longer than the clock ever leaves between two rounds while it runs as it should. Milliseconds. */
const TOO_LONG = (BEAT_MINUTES + 1) * 60_000;

/**
 * Makes `round` every five minutes by the clock. A clock that was set back leaves cron waiting until it has caught up, and cron
 * drops a round whose second was missed because the process was busy: a timer that runs at its own speed, whatever the clock
 * says, makes the round when there was none for six minutes (`tooLong`, in milliseconds).
 * @returns ends both
 */
export function roundsByTheClock(round: () => unknown, tooLong = TOO_LONG): () => void {
  const overdue = setInterval(round, tooLong);
  const task = cron.schedule(EVERY_BEAT, () => {
    overdue.refresh();
    return round();
  });
  // Unheard, cron would write a line of its own for each round of a day that the clock left out.
  task.on('execution:missed', () => undefined);
  return () => {
    clearInterval(overdue);
    void task.destroy();
  };
}
