import { openBounceBox } from '../bounce/open-bounce-box.ts';
import type { BoxMessage } from '../bounce/bounce-box.ts';
import { readBounce } from '../bounce/read-bounce.ts';
import type { Clock } from '../clock/clock.ts';
import type { RecordDb } from '../record/open-record.ts';
import { takeBounce, type TakenBounce } from '../record/take-bounce.ts';
import type { BounceSource } from '../settings/bounce-source.ts';
import type { Log } from './log.ts';

/** How the reading of the mailbox for returned mail goes. */
export interface BounceState {
  /** When it was last read to its end; null until then. */
  lastRead: Date | null;
  /** Why the last reading failed; undefined when it did not. */
  trouble: string | undefined;
}

/** Readings of the mailbox for returned mail, beside the beats, which they never keep waiting. */
export interface BounceRounds {
  state(): BounceState;
  /** Reads what is new and plans anew when a mailbox was marked. Never throws. One reading at a time: who asks meanwhile waits for that one. */
  read(): Promise<void>;
  /** Waits for the reading in hand and begins no other. */
  stop(): Promise<void>;
}

export interface BounceParts {
  clock: Clock;
  db: RecordDb;
  who: string;
  log: Log;
  /** The sender's domain, which letters are named by. */
  domain: string;
  plan: () => Promise<unknown>;
}

/** Opens the rounds over the mailbox that the settings name. Nothing is read until asked. */
export function openBounceRounds(source: BounceSource, parts: BounceParts): BounceRounds {
  const { clock, log, plan } = parts;
  const box = openBounceBox(source);
  const state: BounceState = { lastRead: null, trouble: undefined };
  let stopped = false;
  let running: Promise<void> | undefined;
  const round = async () => {
    let marked = false;
    try {
      await box.read(async (message) => {
        if (stopped) throw new Stopped();
        const taken = await takeOne(message, parts);
        marked ||= taken?.marked === true;
      });
      state.lastRead = clock.now();
      state.trouble = undefined;
    } catch (error) {
      if (stopped) return;
      state.trouble = error instanceof Error ? error.message : String(error);
      log.warn({ error: state.trouble }, 'the mailbox for returned mail cannot be read');
    }
    if (!marked || stopped) return;
    await plan().catch((error: unknown) => log.error({ error: String(error) }, 'beat'));
  };
  const read = () =>
    (running ??= round().finally(() => {
      running = undefined;
    }));
  return {
    state: () => ({ ...state }),
    read: async () => (stopped ? undefined : read()),
    async stop() {
      stopped = true;
      await running;
    },
  };
}

/** The process ends: what is left is read by the next. */
class Stopped extends Error {
  override name = 'Stopped';
}

async function takeOne(
  message: BoxMessage,
  { clock, db, who, log, domain }: BounceParts,
): Promise<TakenBounce | undefined> {
  const reading =
    'raw' in message
      ? await readBounce(message.raw)
      : { report: message.tooLarge, ignored: 'too-large' as const, messageIds: [], failures: [] };
  const taken = await takeBounce(db, who, clock.now(), reading, domain);
  if (taken !== undefined) log.info({ ...taken, report: reading.report }, 'returned mail');
  return taken;
}
