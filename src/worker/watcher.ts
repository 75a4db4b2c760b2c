import type { Clock } from '../clock/clock.ts';
import type { SendQueue } from '../queue/send-queue.ts';
import { readDistress } from '../record/distress.ts';
import { keepIlls } from '../record/ills.ts';
import type { RecordDb } from '../record/open-record.ts';
import { remembered } from '../record/remembered.ts';
import type { Coverage } from '../report/coverage.ts';
import { proveDay } from '../report/prove-day.ts';
import { withinTime } from '../upkeep/within-time.ts';
import { dayToJudge } from '../watch/coverage-ills.ts';
import { findIlls } from '../watch/find-ills.ts';
import type { Signs, Tries } from '../watch/signs.ts';
import { reasonForSilence } from '../watch/silence.ts';
import type { Heartbeat } from './heartbeat.ts';
import type { Instructions } from './instructions.ts';
import type { Log } from './log.ts';
import { wordsOf } from './words-of.ts';

export interface WatcherParts {
  clock: Clock;
  db: RecordDb;
  queue: SendQueue;
  /** Tries to reach the mail server. @throws Error with its words */
  checkMail: () => Promise<void>;
  instructions: { current: Instructions; problems: readonly string[]; faultySince: Date | null };
  /** Who is told. */
  admins: readonly string[];
  /** Names this process in the record. */
  who: string;
  log: Log;
  heartbeat: Heartbeat | undefined;
  /** Hears that a heartbeat was withheld. */
  withheld: () => void;
}

/** Looks after each beat whether all is well, and tells those who run the system when it is not. */
export interface Watcher {
  /** `beatError` is what the beat before failed with. Never throws: what cannot even be looked at is logged, and the heartbeat stays out. */
  look(beatError?: unknown): Promise<void>;
  /** The proof of the last finished working day as last looked at. */
  coverage(): Coverage | undefined;
}

/** How long the queue is waited for, in milliseconds: a lost Redis keeps who asks waiting for ever. */
const PATIENCE = 4000;

/** A watcher over a running worker's parts. */
export function openWatcher(parts: WatcherParts): Watcher {
  const { clock, db, queue, checkMail, instructions, admins, who, log, heartbeat, withheld } = parts;
  const tries = { beat: WELL, queue: WELL, mail: WELL };
  let proof: Coverage | undefined;

  const prove = async (now: Date): Promise<Coverage> => {
    const from = [dayToJudge(now, instructions.current.schedule), instructions.current] as const;
    proof = await remembered(db, 'watched proof', { now, from }, () =>
      proveDay(from[0], { db, instructions: instructions.current, now }),
    );
    return proof;
  };

  const readSigns = async (): Promise<Signs> => {
    const now = clock.now();
    const [queued, mailed] = await Promise.all([
      attempt(withinTime(queue.counts(), PATIENCE)),
      attempt(checkMail()),
    ]);
    tries.queue = counted(tries.queue, queued);
    tries.mail = counted(tries.mail, mailed);
    const files = { problems: instructions.problems, since: instructions.faultySince };
    return { now, ...tries, files, distress: await readDistress(db, now), coverage: await prove(now) };
  };

  const look = async () => {
    const signs = await readSigns();
    const found = findIlls(signs, instructions.current.schedule);
    const change = await keepIlls(db, found, { now: signs.now, who, admins });
    for (const { id } of change.begun) log.warn({ ill: id }, 'ill');
    for (const { id } of change.ended) log.info({ ill: id }, 'well again');
    const silence = reasonForSilence(signs, instructions.current.schedule);
    if (silence === undefined) heartbeat?.send();
    else if (heartbeat !== undefined) {
      withheld();
      log.warn({ silence }, 'heartbeat withheld');
    }
    // Last: without a queue the next beat gives these letters their jobs.
    if (signs.queue.failures === 0) await withinTime(queue.schedule(change.letters), PATIENCE);
  };

  return {
    async look(beatError) {
      tries.beat = counted(tries.beat, beatError === undefined ? undefined : wordsOf(beatError));
      try {
        await look();
      } catch (error) {
        log.error({ error: wordsOf(error) }, 'watch');
        if (heartbeat !== undefined) withheld();
      }
    },
    coverage: () => proof,
  };
}

const WELL: Tries = { failures: 0, words: '' };

function counted({ failures }: Tries, problem: string | undefined): Tries {
  return problem === undefined ? WELL : { failures: failures + 1, words: problem };
}

/** What it failed with; undefined: it went well. */
async function attempt(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return wordsOf(error);
  }
}
