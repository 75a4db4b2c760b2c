import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { createInterface } from 'node:readline';
import type { Order, Reply } from './orders.ts';

const PATIENCE = 60_000;
const START_PATIENCE = 300_000;

/** What a worker process tells of itself while it lives. */
export interface Hearing {
  /** A line of its log at warn or error: what it is about, and in which words. */
  onTrouble: (subject: string, words: string) => void;
  /** It ended without being asked to. */
  onDeath: () => void;
}

/** One worker process, started again at once whenever it ends unasked, as a service manager does. */
export class WorkerProcess {
  /** Signs of life at each start, for who wants to kill it at a point of its life. */
  starts = 0;
  #child: ChildProcess | undefined;
  #wanted = false;
  #isComingBack = false;
  #number = 0;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  readonly #entry: string;
  readonly #environment: () => Record<string, string>;
  readonly #shift: () => number;
  readonly #hearing: Hearing;

  /** `entry`: the built worker's path. */
  constructor(
    entry: string,
    environment: () => Record<string, string>,
    shift: () => number,
    hearing: Hearing,
  ) {
    this.#entry = entry;
    this.#environment = environment;
    this.#shift = shift;
    this.#hearing = hearing;
  }

  /** Starts it, or waits until it has come back. Resolves when it has made its first beat and takes up letters. @throws Error when it never does */
  async start(): Promise<void> {
    this.#wanted = true;
    if (this.#child === undefined && !this.#isComingBack) this.#spawn();
    for (let waited = 0; !this.isUp; waited += 50) {
      if (waited > START_PATIENCE) throw new Error('The worker does not come up');
      await pause(50);
    }
  }

  /** Whether it is up and takes up letters. */
  isUp = false;

  kill(): void {
    this.isUp = false;
    this.#child?.kill('SIGKILL');
  }

  /** `hasPassed`: the time between has gone by, and what waited for it has waited long enough; otherwise somebody has set the clock. */
  setClock(shift: number, hasPassed = false): void {
    if (this.#child?.connected) this.#child.send({ shift, hasPassed }, () => undefined);
  }

  /** @throws Error when it fails, has died, or does not answer in time. */
  async ask(order: Order, patience = PATIENCE): Promise<unknown> {
    const child = this.#child;
    if (child === undefined || !child.connected || !this.isUp) throw new Error('The worker is not up');
    const number = ++this.#number;
    const reply = await new Promise<Reply>((resolve) => {
      this.#waiting.set(number, resolve);
      child.send({ number, order }, (error) => error && resolve({ number, error: error.message }));
      const timer = setTimeout(() => resolve({ number, error: 'no answer in time' }), patience);
      timer.unref();
    });
    this.#waiting.delete(number);
    if (reply.error !== undefined) throw new Error(`${order}: ${reply.error}`);
    return reply.value;
  }

  async stop(): Promise<void> {
    this.#wanted = false;
    const child = this.#child;
    if (child === undefined) return;
    const exited = once(child, 'exit');
    await this.ask('stop', 20_000).catch(() => child.kill('SIGKILL'));
    await Promise.race([exited, pause(5000, undefined, { ref: false }).then(() => child.kill('SIGKILL'))]);
    if (child.exitCode === null && child.signalCode === null) await exited;
  }

  #spawn(): void {
    this.starts += 1;
    const start = { shift: this.#shift(), environment: this.#environment() };
    const child = fork(this.#entry, [JSON.stringify(start)], {
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    child.on('message', (reply: Reply) => {
      if (reply.number === 0) {
        this.isUp = !child.killed;
        this.setClock(this.#shift());
      } else this.#waiting.get(reply.number)?.(reply);
    });
    child.once('exit', () => void this.#onExit());
    if (child.stdout !== null) createInterface(child.stdout).on('line', (line) => this.#hear(line));
    if (child.stderr !== null)
      createInterface(child.stderr).on('line', (line) => this.#hearing.onTrouble('stderr', line));
  }

  async #onExit(): Promise<void> {
    this.isUp = false;
    this.#child = undefined;
    for (const [number, answer] of this.#waiting) answer({ number, error: 'the worker died' });
    if (!this.#wanted) return;
    this.#hearing.onDeath();
    // A service manager waits a moment, so that a worker that cannot start does not start without end.
    this.#isComingBack = true;
    await pause(500);
    this.#isComingBack = false;
    if (this.#wanted) this.#spawn();
  }

  /** pino: 40 is warn, 50 error. */
  #hear(line: string): void {
    try {
      const said = JSON.parse(line) as { level: number; msg: string; error?: string };
      if (said.level >= 40) this.#hearing.onTrouble(said.msg, said.error ?? '');
    } catch {
      this.#hearing.onTrouble('stdout', line);
    }
  }
}
