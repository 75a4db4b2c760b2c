import { hostname } from 'node:os';
import { makeBackup } from '../backup/make-backup.ts';
import type { Clock } from '../clock/clock.ts';
import type { Mailbox } from '../mail/built-in-mailbox.ts';
import type { SendQueue } from '../queue/send-queue.ts';
import { NO_CHANGE, type PlanChange } from '../record/apply-plan.ts';
import { openIlls } from '../record/ills.ts';
import type { OpenRecord } from '../record/open-record.ts';
import { readOverview, type Overview } from '../record/overview.ts';
import { takeReadings } from '../record/readings.ts';
import { releaseClaims } from '../record/waiting-letters.ts';
import type { Settings } from '../settings/settings.ts';
import { withinTime } from '../upkeep/within-time.ts';
import { beat, clockBeat } from './beat.ts';
import { openBounceRounds, type BounceState } from './bounce-rounds.ts';
import { roundsByTheClock } from './by-the-clock.ts';
import { CurrentInstructions } from './current-instructions.ts';
import { openDesks, type Desks } from './desks.ts';
import { validInstructions, type Instructions } from './instructions.ts';
import { inTurn } from './in-turn.ts';
import { openHeartbeat } from './heartbeat.ts';
import { domainOf, type Log } from './log.ts';
import { openMetrics, type Metrics } from './metrics.ts';
import { onceAtATime } from './once-at-a-time.ts';
import { openParts, type PartEnds } from './open-parts.ts';
import { carryOut, type Reply, type Request } from './request.ts';
import { openRetirement } from './retirement.ts';
import { sendLetter } from './send-letter.ts';
import { stopInOrder, type Closing } from './stop-in-order.ts';
import { openWatcher } from './watcher.ts';

/** What a running worker tells of itself. */
export interface WorkerStatus extends Overview {
  /** When the last beat succeeded; null until the first. */
  lastBeat: Date | null;
  jobs: Record<string, number>;
  /** Why the files in the schedule and template folders are not in use, one line each; empty when they are. */
  problems: string[];
}

export interface Worker extends Desks {
  /** The built-in mailbox, when no mail server is set. */
  mailbox: Mailbox | undefined;
  /** The embedded record's lock, through which other commands find this process. */
  lock: OpenRecord['lock'];
  status(): Promise<WorkerStatus>;
  metrics: Metrics;
  /** How the mailbox for returned mail is read; undefined when none is set. */
  bounces(): BounceState | undefined;
  /** Reads the files again, plans, and refills the queue, now. */
  beat(): Promise<PlanChange>;
  /** What the clock does every five minutes: a beat, and a look whether all is well. Never throws. */
  round(): Promise<void>;
  /** Record, schedules and templates as one archive, made by this version. @throws BackupRefused when the record is on a server */
  backup(version: string): Promise<Uint8Array>;
  /** Carries out what a person asks of the record. @throws AnswerRefused, InvalidInstructions */
  ask(request: Request): Promise<Reply>;
  /** Takes no new letters, ends those in hand within the time that is set or gives them back, and closes everything. */
  stop(): Promise<void>;
}

/** Letters that were hung up on are written down within this time. Milliseconds. */
const GRACE = 5000;

/** A lost queue must not keep the metrics from being read, in milliseconds. */
const PATIENCE = 4000;

/**
 * Starts sending in the order record, mailbox, queue, first beat, beats by the clock.
 * @throws InvalidInstructions when `dondoc check` would find problems. @throws FolderInUse, RecordIsNewer
 */
export async function startWorker(settings: Settings, clock: Clock, log: Log): Promise<Worker> {
  const first = await validInstructions(settings.schedules, settings.templates);
  const closing: Closing[] = [];
  const hurrying: (() => void)[] = [];
  const stop = async () => {
    const limits = { patience: settings.stopSeconds * 1000, grace: GRACE };
    const left = await stopInOrder(closing.splice(0), limits, () => hurrying.forEach((hurry) => hurry()));
    if (left.length > 0) log.warn({ left }, 'stopped without waiting any longer');
  };
  try {
    return await assemble(settings, clock, log, first, { closing, hurrying, stop });
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Ends extends PartEnds {
  stop: () => Promise<void>;
}

async function assemble(
  settings: Settings,
  clock: Clock,
  log: Log,
  first: Instructions,
  { closing, hurrying, stop }: Ends,
): Promise<Worker> {
  const who = `${hostname()}/${process.pid}`;
  const { record, mailbox, mailer, queue } = await openParts(settings, clock, log, { closing, hurrying });
  if (!record.shared) await takeOver(record, queue, who, clock);

  const retirement = openRetirement(log, () => queue.rest());
  const instructions = new CurrentInstructions(settings, first, clock, log);
  let lastBeat: Date | null = null;
  const metrics = openMetrics(
    async () => ({
      ...(await takeReadings(record.db, clock.now())),
      lastBeat,
      jobs: await withinTime(queue.counts(), PATIENCE).catch(() => ({})),
      problems: instructions.problems,
      coverage: watcher.coverage(),
      ills: await openIlls(record.db),
      bounces: bounces?.state(),
    }),
    () => clock.now(),
  );
  const { heartbeatUrl } = settings;
  const heartbeat =
    heartbeatUrl === undefined
      ? undefined
      : openHeartbeat(heartbeatUrl, log, (outcome) => metrics.heartbeat(outcome));
  if (heartbeat !== undefined) closing.push({ name: 'heartbeat', close: () => heartbeat.close() });
  if (settings.adminMailboxes.length === 0)
    log.warn({}, 'ADMIN_MAILBOX is not set: nobody is told when the system is not well');
  const watcher = openWatcher({
    ...{ clock, db: record.db, queue, instructions, who, log, heartbeat },
    checkMail: () => mailer.check(),
    admins: settings.adminMailboxes,
    withheld: () => metrics.heartbeat('withheld'),
  });
  const beats = inTurn(async (by: 'request' | 'clock' = 'request') => {
    const began = clock.now();
    try {
      await instructions.renew();
      const make = by === 'clock' ? clockBeat : beat;
      const change = await make({ clock, db: record.db, queue, who }, instructions.current);
      lastBeat = clock.now();
      metrics.beat(change === undefined ? 'left' : 'ok', lastBeat.getTime() - began.getTime());
      return tell(change ?? NO_CHANGE);
    } catch (error) {
      metrics.beat('failed', clock.now().getTime() - began.getTime());
      throw error;
    }
  });
  const tell = (change: PlanChange): PlanChange => {
    if (Object.values(change).some((count) => count > 0)) log.info(change, 'planned');
    return change;
  };
  const round = inTurn(async () => {
    const error = await beats('clock').then(
      () => undefined,
      (problem: unknown) => (problem instanceof Error ? problem : new Error(String(problem))),
    );
    // What it would tell of itself is no ill: the process of the newer version watches over the same record.
    if (retirement.heed(error)) return;
    if (error !== undefined) log.error({ error: error.message }, 'beat');
    await watcher.look(error);
  });
  await beats();
  await queue.work(
    onceAtATime(clock, (id) =>
      sendLetter(id, {
        clock,
        db: record.db,
        mailer,
        mailFrom: settings.mailFrom,
        publicUrl: settings.publicUrl,
        who,
        instructions: () => instructions.current,
        onSent: ({ id: letter, slot, at, kind, mailbox: to, notices }) => {
          metrics.sent(slot, at);
          log.info({ letter, kind, to: domainOf(to), notices: notices.length }, 'sent');
        },
        onUnwritable: (letter, error) =>
          log.warn({ letter, error: error.message }, 'sent, not yet on record'),
        onFailed: ({ id: letter, kind, mailbox: to, outcome, unwritten, answer }) => {
          metrics.failed({ kind, outcome, cause: unwritten ? 'unwritten' : 'server' });
          log.warn({ letter, kind, to: domainOf(to), unwritten, answer }, outcome);
        },
      }).catch((error: unknown) => {
        // Its job is free at once, for a process of the newer version.
        if (retirement.heed(error)) return { retryAt: clock.now() };
        throw error;
      }),
    ),
    settings.sendConcurrency,
  );
  const bounces =
    settings.bounces &&
    openBounceRounds(settings.bounces, {
      ...{ clock, db: record.db, who, log, plan: () => beats() },
      domain: settings.mailFrom.domain,
    });
  if (bounces !== undefined) closing.push({ name: 'returned mail', close: () => bounces.stop() });
  void bounces?.read();
  // What has just started is looked at too, while it already works.
  let looking = watcher.look();
  closing.push({ name: 'watcher', close: () => looking });
  const endRounds = roundsByTheClock(() => {
    if (!retirement.begun) void bounces?.read();
    return (looking = round());
  });
  closing.push({ name: 'beats', close: endRounds });
  // The first to end: while something else is slow to close, no other letter is taken.
  closing.push({ name: 'letters in hand', close: () => queue.rest() });

  const plan = () => beats();
  return {
    mailbox,
    ...openDesks({
      ...{ db: record.db, queue, mailer, settings, instructions, plan },
      now: () => clock.now(),
      lastBeat: () => lastBeat,
      bounces: () => bounces?.state(),
    }),
    lock: record.lock,
    bounces: () => bounces?.state(),
    beat: plan,
    backup: (version) => makeBackup(record, { ...settings, version }, clock.now()),
    round: () => (looking = round()),
    ask: (request) =>
      carryOut(request, {
        clock,
        db: record.db,
        instructions: () => instructions.current,
        onDisk: () => validInstructions(settings.schedules, settings.templates),
        plan,
        publicUrl: settings.publicUrl,
      }),
    stop,
    metrics,
    status: async () => ({
      ...(await readOverview(record.db)),
      lastBeat,
      jobs: await queue.counts(),
      problems: instructions.problems,
    }),
  };
}

/** This process alone holds the record: what another left half done when it died is free, and its jobs are of no use. */
async function takeOver({ db }: OpenRecord, queue: SendQueue, who: string, clock: Clock): Promise<void> {
  await queue.empty();
  await releaseClaims(db, who, clock.now());
}
