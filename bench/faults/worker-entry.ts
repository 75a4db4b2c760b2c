import { shiftClock } from './shifted-date.ts';
import { fireDueTimers } from './passing-timers.ts';
import type { Start } from './orders.ts';

/** One worker process. Nothing of the product is loaded before its clock is set. */
const start = JSON.parse(process.argv[2] ?? '') as Start;
shiftClock(start.shift);
process.on('message', ({ shift, hasPassed }: { shift?: number; hasPassed?: boolean }) => {
  if (shift === undefined) return;
  shiftClock(shift);
  if (hasPassed === true) fireDueTimers();
});
// A bench that was killed leaves nobody behind.
process.on('disconnect', () => process.exit());

const { work } = await import('./worker-life.ts');
await work(start.environment);
