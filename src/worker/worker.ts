import { hostname } from 'node:os';
import { join } from 'node:path';
import cron from 'node-cron';
import type { Clock } from '../clock/clock.ts';
import { openMailbox, type Mailbox } from '../mail/built-in-mailbox.ts';
import { createMailer } from '../mail/send-mail.ts';
import { openQueue, type SendQueue } from '../queue/send-queue.ts';
import type { PlanChange } from '../record/apply-plan.ts';
import { openRecord, recordPlace, type OpenRecord } from '../record/open-record.ts';
import { readOverview, type Overview } from '../record/overview.ts';
import { takeReadings } from '../record/readings.ts';
import { releaseClaims } from '../record/waiting-letters.ts';
import { formatProblem } from '../schedule/problem.ts';
import type { Settings } from '../settings/settings.ts';
import { beat } from './beat.ts';
import { openBounceRounds, type BounceState } from './bounce-rounds.ts';
import { openDesks, type Desks } from './desks.ts';
import { readInstructions, validInstructions, type Instructions } from './instructions.ts';
import type { Log } from './log.ts';
import { openMetrics, type Metrics } from './metrics.ts';
import { carryOut, type Reply, type Request } from './request.ts';
import { sendLetter } from './send-letter.ts';

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
  /** Carries out what a person asks of the record. @throws AnswerRefused, InvalidInstructions */
  ask(request: Request): Promise<Reply>;
  /** Takes no new letters, ends those in hand, and closes everything. */
  stop(): Promise<void>;
}

const EVERY_FIVE_MINUTES = '*/5 * * * *';
const QUEUE_NAME = 'letters';

/**
 * Starts sending in the order record, mailbox, queue, first beat, beats by the clock.
 * @throws InvalidInstructions when `dondoc check` would find problems. @throws FolderInUse
 */
export async function startWorker(settings: Settings, clock: Clock, log: Log): Promise<Worker> {
  const first = await validInstructions(settings.schedules, settings.templates);
  const closing: (() => Promise<unknown> | void)[] = [];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    return await assemble(settings, clock, log, first, closing, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function assemble(
  settings: Settings,
  clock: Clock,
  log: Log,
  first: Instructions,
  closing: (() => Promise<unknown> | void)[],
  stop: () => Promise<void>,
): Promise<Worker> {
  const who = `${hostname()}/${process.pid}`;
  const record = await openRecord(recordPlace(settings));
  closing.push(() => record.close());
  const mailbox =
    settings.smtpUrl === undefined
      ? await openMailbox({ folder: join(settings.dataDir, 'mailbox') })
      : undefined;
  if (mailbox !== undefined) closing.push(() => mailbox.close());
  const mailer = createMailer(settings.smtpUrl ?? mailbox?.url ?? '');
  closing.push(() => mailer.close());
  const queue = await openQueue({
    place: settings.redisUrl === undefined ? { pool: record.queuePool } : { redisUrl: settings.redisUrl },
    name: QUEUE_NAME,
    clock,
    onError: (error) => log.error({ error: error.message }, 'queue'),
  });
  closing.push(() => queue.close());
  if (!record.shared) await takeOver(record, queue, who, clock);

  const instructions = new CurrentInstructions(settings, first, log);
  let lastBeat: Date | null = null;
  const metrics = openMetrics(
    async () => ({
      ...(await takeReadings(record.db, clock.now())),
      lastBeat,
      jobs: await queue.counts(),
      problems: instructions.problems,
      bounces: bounces?.state(),
    }),
    () => clock.now(),
  );
  const beats = inTurn(async () => {
    await instructions.renew();
    const change = await beat({ clock, db: record.db, queue, who }, instructions.current);
    lastBeat = clock.now();
    if (Object.values(change).some((count) => count > 0)) log.info(change, 'planned');
    return change;
  });
  await beats();
  await queue.work(
    (id) =>
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
          log.info({ letter, kind, to, notices: notices.length }, 'sent');
        },
      }),
    settings.sendConcurrency,
  );
  const bounces =
    settings.bounces &&
    openBounceRounds(settings.bounces, {
      ...{ clock, db: record.db, who, log, plan: beats },
      domain: settings.mailFrom.domain,
    });
  if (bounces !== undefined) closing.push(() => bounces.stop());
  void bounces?.read();
  const task = cron.schedule(EVERY_FIVE_MINUTES, async () => {
    void bounces?.read();
    await beats().catch((error: unknown) => log.error({ error: String(error) }, 'beat'));
  });
  closing.push(() => task.destroy());

  return {
    mailbox,
    ...openDesks({
      ...{ db: record.db, queue, mailer, settings, instructions, plan: beats },
      now: () => clock.now(),
      lastBeat: () => lastBeat,
      bounces: () => bounces?.state(),
    }),
    lock: record.lock,
    bounces: () => bounces?.state(),
    beat: beats,
    ask: (request) =>
      carryOut(request, {
        clock,
        db: record.db,
        instructions: () => instructions.current,
        onDisk: () => validInstructions(settings.schedules, settings.templates),
        plan: beats,
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

/** The last schedules and templates without fault; files that have become faulty change nothing and are complained of once. */
class CurrentInstructions {
  current: Instructions;
  problems: string[] = [];
  readonly #settings: Settings;
  readonly #log: Log;

  constructor(settings: Settings, first: Instructions, log: Log) {
    this.#settings = settings;
    this.current = first;
    this.#log = log;
  }

  async renew(): Promise<void> {
    const reading = await readInstructions(this.#settings.schedules, this.#settings.templates);
    const problems = reading.ok ? [] : reading.problems.map(formatProblem);
    if (reading.ok) this.current = reading.instructions;
    if (problems.join('\n') === this.problems.join('\n')) return;
    this.problems = problems;
    for (const problem of problems)
      this.#log.warn({ problem }, 'files not used, the last valid ones stay in force');
    if (problems.length === 0) this.#log.info({}, 'files in use again');
  }
}

/** Runs `work` once at a time: who asks while it runs waits for a run of their own. */
function inTurn<T>(work: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const run = last.then(work);
    last = run.catch(() => undefined);
    return run;
  };
}
