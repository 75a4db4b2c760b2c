import type { Socket } from 'node:net';
import pg from 'pg';

/** How long a connection may take to be made or to become free, and how long the server may say nothing to a statement. Milliseconds. */
const LIMITS = { connect: 10_000, silence: 120_000 };

/**
 * A pool of connections to a Postgres server that may be restarted, cut off or frozen at any time. What fails, fails the statement
 * on it, within the limits, and is replaced at the next; its `error`, unheard, would end the process. A server that hears nothing
 * from us in the middle of a transaction gives up on it after `silence` too, so that its locks do not outlive us.
 */
export function serverPool(options: pg.PoolConfig, { connect, silence } = LIMITS): pg.Pool {
  const pool = new pg.Pool({
    ...options,
    connectionTimeoutMillis: connect,
    idle_in_transaction_session_timeout: silence,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    dropWhenSilent(client, silence);
  });
  return pool;
}

/** pg keeps a connection whose statement timed out, and the next statement waits behind the lost one: it has to be closed. */
function dropWhenSilent(client: pg.PoolClient, silence: number): void {
  const inside = client as unknown as Inside;
  const { stream } = inside.connection;
  stream.setTimeout(silence, () => {
    // A connection that only listens for notifications may be silent as long as it likes.
    if (inside.readyForQuery === false)
      stream.destroy(new Error(`The database has said nothing for ${silence / 1000} seconds`));
  });
}

/** What pg's types do not tell of its client. */
interface Inside {
  /** False while a statement is under way. */
  readyForQuery: boolean | undefined;
  connection: { stream: Socket };
}
