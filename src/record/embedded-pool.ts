import { EventEmitter } from 'node:events';
import type { PGlite } from '@electric-sql/pglite';

interface Answer {
  command: string;
  rows: unknown[];
  rowCount: number;
}

/**
 * An embedded PGlite dressed as a `pg.Pool`, so that Kysely and BullMQ use it as they use a server.
 * PGlite has one session: a transaction therefore owns it from BEGIN to COMMIT or ROLLBACK, and everybody else waits.
 */
export class EmbeddedPool extends EventEmitter {
  readonly #db: PGlite;
  readonly #turn: Turn;
  /** A listening PGlite never loses its connection silently: BullMQ may wait for notifications instead of polling. */
  readonly options = { keepAlive: true };

  constructor(db: PGlite, turn: Turn) {
    super();
    this.#db = db;
    this.#turn = turn;
  }

  async connect(): Promise<EmbeddedClient> {
    return new EmbeddedClient(this.#db, this.#turn);
  }

  async query(text: string, params?: readonly unknown[]): Promise<Answer> {
    return this.#turn.take(() => run(this.#db, text, params));
  }

  /** The database outlives its pools; whoever opened it closes it. */
  async end(): Promise<void> {}
}

/** Who may use the one session: a queue of turns. Both pools over one database share it. */
export class Turn {
  #last: Promise<unknown> = Promise.resolve();

  async take<T>(work: () => Promise<T>): Promise<T> {
    const leave = await this.enter();
    try {
      return await work();
    } finally {
      leave();
    }
  }

  /** Waits for the session and keeps it until the returned function is called. */
  async enter(): Promise<() => void> {
    const before = this.#last;
    let leave!: () => void;
    this.#last = new Promise<void>((resolve) => (leave = resolve));
    await before;
    return leave;
  }
}

class EmbeddedClient extends EventEmitter {
  readonly #db: PGlite;
  readonly #turn: Turn;
  #leave: (() => void) | undefined;
  #unlisten: (() => Promise<void>)[] = [];

  constructor(db: PGlite, turn: Turn) {
    super();
    this.#db = db;
    this.#turn = turn;
  }

  async query(text: string, params?: readonly unknown[]): Promise<Answer> {
    const statement = withoutComments(text);
    const channel = /^listen\s+"?(\w+)"?/i.exec(statement)?.[1];
    if (channel !== undefined) return this.#listen(channel);
    if (this.#leave === undefined && /^(begin|start transaction)\b/i.test(statement))
      return this.#begin(text);
    if (this.#leave === undefined) return this.#turn.take(() => run(this.#db, text, params));
    try {
      return await run(this.#db, text, params);
    } finally {
      if (/^(commit|rollback)\s*;?$/i.test(statement)) this.#end();
    }
  }

  /** A client given back in the middle of a transaction loses what it had not committed. A database closed meanwhile is no fault. */
  release(): void {
    for (const stop of this.#unlisten.splice(0)) this.#turn.take(stop).catch(() => undefined);
    if (this.#leave === undefined) return;
    run(this.#db, 'rollback')
      .catch(() => undefined)
      .finally(() => this.#end());
  }

  async #begin(text: string): Promise<Answer> {
    this.#leave = await this.#turn.enter();
    try {
      return await run(this.#db, text);
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  #end(): void {
    this.#leave?.();
    this.#leave = undefined;
  }

  async #listen(channel: string): Promise<Answer> {
    const stop = await this.#turn.take(() =>
      this.#db.listen(channel, (payload) => this.emit('notification', { channel, payload })),
    );
    this.#unlisten.push(stop);
    return { command: 'LISTEN', rows: [], rowCount: 0 };
  }
}

async function run(db: PGlite, text: string, params?: readonly unknown[]): Promise<Answer> {
  const results =
    params === undefined || params.length === 0 ? await db.exec(text) : [await db.query(text, [...params])];
  const last = results.at(-1);
  const rows = last?.rows ?? [];
  const command = /^\w+/.exec(withoutComments(text))?.[0]?.toUpperCase() ?? '';
  return { command, rows, rowCount: rows.length > 0 ? rows.length : (last?.affectedRows ?? 0) };
}

function withoutComments(text: string): string {
  return text.replace(/^(\s+|--[^\n]*(\n|$)|\/\*[\s\S]*?\*\/)+/, '');
}
