import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';

/** What one client may hold on to: milliseconds, bytes, and connections of all clients together. */
export const SERVER_LIMITS = {
  /** A request's head must have come by then; whoever sends it a byte at a time is cut. */
  headersTimeout: 10_000,
  /** The whole request, its body too. */
  requestTimeout: 30_000,
  /** An idle connection is kept so long for the next request. */
  keepAliveTimeout: 5_000,
  /** How often the limits are looked at. */
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
  maxConnections: 1000,
};

/** An HTTP server that slow, idle or talkative clients cannot wear out (Node's own limits, chosen and not by default). */
export function createGuardedServer(fetch: (request: Request) => Response | Promise<Response>): Server {
  const { maxConnections, ...serverOptions } = SERVER_LIMITS;
  const server = createAdaptorServer({ fetch, serverOptions }) as Server;
  server.maxConnections = maxConnections;
  return server;
}
