import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { addDays, instantAt, type IsoDate } from '../../src/calendar/dates.ts';
import { systemClock } from '../../src/clock/clock.ts';
import type { Bench } from './bench.ts';
import { HOUR, WEEK } from './week-plan.ts';

/** What a fault does on a day; resolves when everything is whole again. */
export type Act = (bench: Bench, day: IsoDate) => Promise<void>;

export interface Lived {
  /** The longest from the end of a day's faults until everything due that day had ended, in milliseconds of each clock. */
  catchUp: { simulated: number; real: number };
  /** The last days in a row at whose end something that was to leave was still on its way. */
  unfinished: IsoDate[];
}

const BEAT = 5 * 60_000;
/** Nothing has moved for so long: only the clock can bring the next thing about. Machine milliseconds. */
const QUIET = 3000;
/** How long a beat of time that is let go by takes at least; machine milliseconds. */
const STEP = 5000;
/** How long BullMQ needs at most to see that a job's worker is dead (its lock of 30 s, looked at every 15 s). */
const STALLED = 47_000;
const MOST_REAL = 15 * 60_000;

/** Lives the week up to its day `last`, and after that days on which what is still being tried comes to its end. */
export async function liveWeek(bench: Bench, act: Act | undefined, last: IsoDate): Promise<Lived> {
  const lived: Lived = { catchUp: { simulated: 0, real: 0 }, unfinished: [] };
  const rest = WEEK.map((day) => addDays(day, 7));
  for (const day of [...WEEK, ...rest]) {
    const isWeek = day <= last;
    if (!isWeek && lived.unfinished.length === 0) break;
    if (bench.now() >= instantAt(day, '17:00')) continue;
    await goTo(bench, new Date(instantAt(day, HOUR).getTime() - BEAT));
    const { ended, catchUp } = await liveDay(bench, day, isWeek ? act : undefined);
    lived.unfinished = ended ? [] : [...lived.unfinished, day];
    lived.catchUp.simulated = Math.max(lived.catchUp.simulated, catchUp.simulated);
    lived.catchUp.real = Math.max(lived.catchUp.real, catchUp.real);
  }
  return lived;
}

/**
 * Lets so many milliseconds go by on the simulated clock. While letters are tried again and again nothing is ever quiet, so that the day does not set it
 * forward: then it is done here, a beat at a time.
 */
export async function simulated(bench: Bench, milliseconds: number): Promise<void> {
  const until = bench.now().getTime() + milliseconds;
  for (let now = bench.now().getTime(); now < until; now = bench.now().getTime()) {
    await pause(Math.min(STEP, until - now));
    if (bench.now().getTime() - now >= BEAT) continue;
    const next = Math.min(until, nextBeat(bench.now()).getTime());
    await goTo(bench, new Date(next));
  }
}

interface DayLived {
  ended: boolean;
  catchUp: Lived['catchUp'];
}

async function liveDay(bench: Bench, day: IsoDate, act: Act | undefined): Promise<DayLived> {
  const began = systemClock.now().getTime();
  let whole: { simulated: number; real: number } | undefined;
  const mark = () => (whole = { simulated: bench.now().getTime(), real: systemClock.now().getTime() });
  if (act === undefined) mark();
  let failure: Error | undefined;
  act?.(bench, day).then(
    mark,
    (error: unknown) =>
      (failure = error instanceof Error ? error : new Error('The fault failed', { cause: error })),
  );
  // The fault is ready before the first letter leaves: a small day's letters are gone within a second.
  await goTo(bench, instantAt(day, HOUR));
  const evening = instantAt(day, '17:00');
  let disturbedAt = 0;
  let seen = '';
  let seenAt = began;
  for (;;) {
    await pause(300);
    if (failure !== undefined) throw failure;
    const machine = systemClock.now().getTime();
    const sight = await look(bench, evening).catch(() => undefined);
    if (sight === undefined) continue;
    const { due, flying, left, next } = sight;
    if (
      whole !== undefined &&
      ((due === 0 && flying === 0 && next === undefined) ||
        bench.now() >= evening ||
        machine - began > MOST_REAL)
    ) {
      const ended = left === 0;
      const catchUp =
        act === undefined
          ? { simulated: 0, real: 0 }
          : { simulated: bench.now().getTime() - whole.simulated, real: machine - whole.real };
      return { ended, catchUp };
    }
    const mark_ = `${sight.events} ${bench.accepted()}`;
    if (mark_ !== seen) [seen, seenAt] = [mark_, machine];
    const isDown = !bench.workers.every(({ isUp }) => isUp);
    if (isDown) disturbedAt = machine;
    // A worker takes its real time to come back, also on a busy machine.
    if (bench.held > 0 || isDown) {
      seenAt = machine;
      continue;
    }
    const isQuiet = machine - seenAt > QUIET && machine - Math.max(bench.lastKill, disturbedAt) > STALLED;
    if (due === 0 && (flying === 0 || isQuiet)) {
      if (next !== undefined) await goTo(bench, new Date(next.getTime() + 1000));
      else if (whole === undefined && isQuiet) await goTo(bench, nextBeat(bench.now()));
    } else if (isQuiet) {
      await goTo(bench, nextBeat(bench.now()));
      seenAt = systemClock.now().getTime();
    }
  }
}

/** Sets the clock forward to `instant` and makes the beat that would have come on the way; a beat more than one would change nothing. */
async function goTo(bench: Bench, instant: Date): Promise<void> {
  const before = bench.now();
  const forward = Math.max(0, instant.getTime() - before.getTime());
  await bench.pass(forward, nextBeat(before).getTime() <= before.getTime() + forward);
}

function nextBeat(now: Date): Date {
  return new Date((Math.floor(now.getTime() / BEAT) + 1) * BEAT);
}

interface Sight {
  /** Letters whose hour has come, and whose claim has run out. */
  due: number;
  /** Letters that somebody has claimed, and may be dead since. */
  flying: number;
  /** Letters that were to leave by now and have not ended; some may be tried again on another day. */
  left: number;
  /** When the next letter of this day becomes due; undefined: none does. */
  next: Date | undefined;
  /** Changes with everything that happens in the record. */
  events: string;
}

async function look(bench: Bench, evening: Date): Promise<Sight> {
  const { record } = bench;
  const now = bench.now();
  if (record === undefined) return lookThroughWorker(bench, now, evening);
  const at = sql<Date>`case status when 'sending' then claimed_until else next_attempt end`;
  const open = sql<boolean>`status in ('planned', 'retrying', 'sending')`;
  const row = await record.db
    .selectFrom('letter')
    .select([
      sql<number>`count(*) filter (where ${open} and ${at} <= ${now})::int`.as('due'),
      sql<number>`count(*) filter (where status = 'sending' and claimed_until > ${now})::int`.as('flying'),
      sql<number>`count(*) filter (where ${open} and slot <= ${now})::int`.as('left'),
      sql<Date | null>`min(${at}) filter (where ${open} and ${at} > ${now} and ${at} < ${evening})`.as(
        'next',
      ),
    ])
    .executeTakeFirstOrThrow();
  const { events } = await record.db
    .selectFrom('event')
    .select(sql<string>`coalesce(max(id), 0)::text`.as('events'))
    .executeTakeFirstOrThrow();
  return { due: row.due, flying: row.flying, left: row.left, next: row.next ?? undefined, events };
}

/** An embedded record can only be asked through the process that holds it. */
async function lookThroughWorker(bench: Bench, now: Date, evening: Date): Promise<Sight> {
  const status = (await bench.workers[0]?.ask('status', 5000)) as {
    letters: Record<string, number>;
    nextLetter: string | null;
  };
  const nextLetter = status.nextLetter === null ? undefined : new Date(status.nextLetter);
  const { sending: flying = 0, retrying = 0 } = status.letters;
  const due = nextLetter !== undefined && nextLetter <= now ? 1 : 0;
  return {
    ...{ due, flying, left: due + flying + retrying },
    next: nextLetter !== undefined && nextLetter > now && nextLetter < evening ? nextLetter : undefined,
    events: JSON.stringify(status.letters),
  };
}
