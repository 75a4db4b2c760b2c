import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { createInterface } from 'node:readline';
import type { Order, Reply } from './orders.ts';

const ENTRY = new URL('./worker-entry.ts', import.meta.url).pathname;
const PATIENCE = 60_000;

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
  #ready: Promise<void> = Promise.resolve();
  #wanted = false;
  #number = 0;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  readonly #environment: () => Record<string, string>;
  readonly #shift: () => number;
  readonly #hearing: Hearing;

  constructor(environment: () => Record<string, string>, shift: () => number, hearing: Hearing) {
    this.#environment = environment;
    this.#shift = shift;
    this.#hearing = hearing;
  }

  /** Starts it, or waits until it has come back. Resolves when it has made its first beat and takes up letters. */
  async start(): Promise<void> {
    this.#wanted = true;
    if (this.#child === undefined) this.#spawn();
    await this.#ready;
  }

  /** Whether it is up and takes up letters. */
  isUp = false;

  kill(): void {
    this.#child?.kill('SIGKILL');
  }

  setClock(shift: number): void {
    if (this.#child?.connected) this.#child.send({ shift }, () => undefined);
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
    const child = fork(ENTRY, [JSON.stringify(start)], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    this.#ready = new Promise((resolve) => {
      child.on('message', (reply: Reply) => {
        if (reply.number === 0) {
          this.isUp = true;
          this.setClock(this.#shift());
          resolve();
        } else this.#waiting.get(reply.number)?.(reply);
      });
      child.once('exit', () => {
        this.isUp = false;
        this.#child = undefined;
        for (const [number, answer] of this.#waiting) answer({ number, error: 'the worker died' });
        if (!this.#wanted) return resolve();
        this.#hearing.onDeath();
        // A service manager waits a moment, so that a worker that cannot start does not start without end.
        void pause(500).then(() => {
          if (!this.#wanted) return resolve();
          this.#spawn();
          this.#ready.then(resolve, resolve);
        });
      });
    });
    if (child.stdout !== null) createInterface(child.stdout).on('line', (line) => this.#hear(line));
    if (child.stderr !== null)
      createInterface(child.stderr).on('line', (line) => this.#hearing.onTrouble('stderr', line));
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
