import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { clientNetwork } from './client-network.ts';
import { createLimiter, type Limit, type Limiter } from './rate-limit.ts';

/** How much one client, one link, and one client's bad links or passwords may ask for. */
export interface Limits {
  posts: Limit;
  postsPerLink: Limit;
  mistakes: Limit;
}

/** A whole province may sit behind one address: generous for it, narrow for one link. */
export const USUAL_LIMITS: Limits = {
  posts: { times: 120, seconds: 600 },
  postsPerLink: { times: 20, seconds: 600 },
  mistakes: { times: 60, seconds: 600 },
};

/** Counts who asks for what; each answers how many seconds to wait, or undefined for come in. */
export interface Gate {
  post(context: Context): Promise<number | undefined>;
  postByLink(token: string): Promise<number | undefined>;
  mistake(context: Context): Promise<number | undefined>;
}

/** A gate; `trustProxy` when a proxy of ours stands before the server and adds the client's address to X-Forwarded-For. */
export function createGate(limits: Limits, trustProxy: boolean): Gate {
  const byAddress = (limiter: Limiter) => (context: Context) => limiter(clientAddress(context, trustProxy));
  return {
    post: byAddress(createLimiter(limits.posts)),
    postByLink: createLimiter(limits.postsPerLink),
    mistake: byAddress(createLimiter(limits.mistakes)),
  };
}

/** The last address is the one our own proxy has added; those before it are whatever the client wrote. */
function clientAddress(context: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return clientNetwork(forwarded || (getConnInfo(context).remote.address ?? ''));
}
