import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../../src/clock/clock.ts';
import { openRecord, recordPlace, type OpenRecord } from '../../src/record/open-record.ts';
import { startPostgres, startRedis, type TestServer } from '../../tests/support/servers.ts';
import type { SinkLetter, Stage, Trouble } from '../../tests/support/smtp-sink.ts';
import { buildWorker } from './build-worker.ts';
import { openProxy, type CutProxy } from './cut-proxy.ts';
import { lastTry, lettersTakenOver, lettersToClaim, lettersUnderWay, type Flight } from './letters-now.ts';
import { startMailServer, type MailServer } from './mail-server.ts';
import { watchStatements, type Step } from './statement-watch.ts';
import { Told } from './told.ts';
import { environmentOf } from './worker-environment.ts';
import { openWakeUp, type WakeUp } from './wake-up.ts';
import { START, writeSchedules } from './week-plan.ts';
import { WorkerProcess } from './worker-process.ts';

/** Where the record and the queue are. */
export type Backend = 'postgres' | 'redis' | 'embedded';

export interface BenchOptions {
  backend: Backend;
  letters: number;
  /** A folder of templates other than the shipped ones. */
  templates?: string;
  /** The second worker reads schedules of its own, whose letters leave at this hour. */
  secondHour?: string;
  /** Where the embedded record lies; the bench's own folder unless said otherwise. */
  dataDir?: string;
}

type TroubleAt = (stage: Stage, recipient: string, worker: number) => Trouble | undefined;

/** Two worker processes (one on the embedded record), the servers they live on, and everything by which these can be made to fail. */
export class Bench {
  readonly told = new Told();
  /** The letters that a fault met on their way (claimed and not yet written down as ended), by id the tries that it met. */
  readonly inFlight = new Map<string, Set<number>>();
  /** What the mail servers do instead of taking a letter. */
  trouble: TroubleAt = () => undefined;
  /** Hears of each step that a worker is about to take, or has just taken, in its record. */
  onStep: (worker: number, step: Step) => void = () => undefined;
  workers: WorkerProcess[] = [];
  postgres?: TestServer;
  redis?: TestServer;
  postgresWays: CutProxy[] = [];
  redisWay?: CutProxy;
  /** Machine time of the last kill, in milliseconds. */
  lastKill = 0;
  /** While above 0 the clock runs as the machine's does and is not set forward: something takes its real time. */
  held = 0;
  kills = 0;
  /** While time is made to pass, a worker's last beat looks old to who asks in between. */
  isMoving = false;
  moves = 0;
  folder = '';
  readonly backend: Backend;
  readonly #options: BenchOptions;
  readonly #closing: (() => Promise<unknown> | void)[] = [];
  readonly #mailServers: MailServer[] = [];
  #record?: OpenRecord;
  #wakeUp?: WakeUp;
  #entry = '';
  #shift = START.getTime() - systemClock.now().getTime();

  private constructor(options: BenchOptions) {
    this.backend = options.backend;
    this.#options = options;
  }

  /** Starts the servers and the workers. */
  static async open(options: BenchOptions): Promise<Bench> {
    const bench = new Bench(options);
    try {
      await bench.#open();
      return bench;
    } catch (error) {
      await bench.close();
      throw error;
    }
  }

  /** The simulated instant. */
  now(): Date {
    return new Date(systemClock.now().getTime() + this.#shift);
  }

  /** Sets every worker's clock by so many milliseconds, forth or back, as somebody would by hand. */
  setClocks(milliseconds: number): void {
    this.#shift += milliseconds;
    for (const worker of this.workers) worker.setClock(this.#shift);
  }

  /** Lets so many milliseconds go by at once, with the beats in them; who waited for something in them has it. */
  async pass(milliseconds: number, hasBeat: boolean): Promise<void> {
    this.isMoving = true;
    this.#shift += milliseconds;
    // The queues on servers are woken below: their workers' timers, which may be at a real server's mercy, run at their own speed.
    for (const worker of this.workers) worker.setClock(this.#shift, this.backend === 'embedded');
    if (hasBeat) await this.beat();
    await this.wake();
    this.moves += 1;
    this.isMoving = false;
  }

  /** Everything that the mail servers took, whether or not they could still say so. */
  letters(): SinkLetter[] {
    return this.#mailServers.flatMap(({ letters }) => letters);
  }

  accepted(): number {
    return this.letters().length;
  }

  kill(worker: number): void {
    this.workers[worker]?.kill();
    this.kills += 1;
    this.lastKill = systemClock.now().getTime();
    // Whatever its connections still bring is of the dead one: who asks a moment later sees what it left.
    void pause(300).then(() => this.noteInFlight());
  }

  /** Remembers which letters are under way now. The bench's own connection to the record is never cut. */
  async noteInFlight(): Promise<void> {
    if (this.#record !== undefined) this.#note(await lettersUnderWay(this.#record.db).catch(() => []));
  }

  /** How many letters could be claimed now. */
  async waiting(): Promise<number> {
    return this.#record === undefined ? 0 : lettersToClaim(this.#record.db, this.now());
  }

  /** Every worker that is up makes a beat and looks whether all is well, as each does every five minutes. */
  async beat(): Promise<void> {
    for (const worker of this.workers) await worker.ask('beat').catch(() => undefined);
  }

  /** Makes the queue's workers look at their jobs, as they would when the time they wait for had really passed. */
  async wake(): Promise<void> {
    await this.#wakeUp?.wake();
  }

  /** The record as the bench reads it, past everything that is cut; the embedded one can only be read when its worker has stopped. */
  get record(): OpenRecord | undefined {
    return this.#record;
  }

  /** The second worker's schedules become those of the first, as when its upgrade comes through. */
  async giveSecondTheFirstSchedules(): Promise<void> {
    await writeSchedules(`${this.schedules}-2`, this.#options.letters);
  }

  /** Stops the workers and opens the record for the reckoning. */
  async stopWorkers(): Promise<OpenRecord> {
    await Promise.all(this.workers.map((worker) => worker.stop()));
    this.#record ??= await openRecord(recordPlace({ dataDir: this.dataDir }));
    const record = this.#record;
    if (this.backend !== 'embedded') return record;
    this.#closing.push(() => record.close());
    // Nobody could look into it at the kill: it tells itself which letters the dead process had in hand.
    this.#note(await lettersTakenOver(record.db));
    return record;
  }

  /** The ways to the mail servers, one for each worker. */
  get smtpWays(): CutProxy[] {
    return this.#mailServers.map(({ way }) => way);
  }

  get dataDir(): string {
    return this.#options.dataDir ?? join(this.folder, 'data');
  }

  get schedules(): string {
    return join(this.folder, 'schedules');
  }

  async close(): Promise<void> {
    for (const close of this.#closing.splice(0).reverse()) await close();
  }

  async #open(): Promise<void> {
    this.folder = await mkdtemp(join(tmpdir(), 'dondoc-faults-'));
    this.#closing.push(() => rm(this.folder, { recursive: true, force: true }));
    const { letters, secondHour } = this.#options;
    await writeSchedules(this.schedules, letters);
    if (secondHour !== undefined) await writeSchedules(`${this.schedules}-2`, letters, secondHour);
    if (this.backend !== 'embedded') await this.#startServers();
    const built = await buildWorker();
    this.#entry = built.path;
    this.#closing.push(() => built.remove());
    const count = this.backend === 'embedded' ? 1 : 2;
    for (let at = 0; at < count; at += 1) await this.#addWorker(at);
    // The first makes the tables; the second must find them.
    for (const worker of this.workers) await worker.start();
    if (this.postgres !== undefined) await this.#openOwnWay(this.postgres.url);
  }

  /** The mail server has the letter and did not say so. */
  async #noteDoubt(letter: string): Promise<void> {
    if (this.#record !== undefined) this.#note(await lastTry(this.#record.db, letter).catch(() => []));
  }

  #note(flights: readonly Flight[]): void {
    for (const { id, attempt } of flights)
      this.inFlight.set(id, (this.inFlight.get(id) ?? new Set()).add(attempt));
  }

  async #startServers(): Promise<void> {
    const postgres = await startPostgres();
    this.postgres = postgres;
    this.#closing.push(() => postgres.stop());
    if (this.backend !== 'redis') return;
    const redis = await startRedis({ keeps: true });
    this.redis = redis;
    const way = await openProxy(redis.url);
    this.redisWay = way;
    this.#closing.push(
      () => redis.stop(),
      () => way.close(),
    );
  }

  async #addWorker(at: number): Promise<void> {
    const mail = await startMailServer(
      (stage, recipient) => this.trouble(stage, recipient, at),
      (letter) => void this.#noteDoubt(letter),
    );
    this.#mailServers.push(mail);
    this.#closing.push(() => mail.close());
    const { postgres } = this;
    if (postgres !== undefined) {
      const way = await openProxy(postgres.url, () => watchStatements((step) => this.onStep(at, step)));
      this.postgresWays.push(way);
      this.#closing.push(() => way.close());
    }
    const worker = new WorkerProcess(
      this.#entry,
      () => environmentOf(this, at, this.#options),
      () => this.#shift,
      {
        onTrouble: (subject, words) => this.told.hear(subject, words),
        onDeath: () => (this.told.deaths += 1),
      },
    );
    this.workers.push(worker);
    this.#closing.push(() => worker.stop());
  }

  async #openOwnWay(url: string): Promise<void> {
    const record = await openRecord(recordPlace({ databaseUrl: url, dataDir: '' }));
    this.#record = record;
    const wakeUp = await openWakeUp(record, this.redis?.url);
    this.#wakeUp = wakeUp;
    this.#closing.push(
      () => record.close(),
      () => wakeUp.close(),
    );
  }
}
