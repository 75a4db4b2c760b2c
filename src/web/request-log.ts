import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';

/** A request that was answered, told without anything that names a person or lets one in: no address, query or token, no headers. */
export interface SeenRequest {
  method: string;
  /** The pattern of the route, `/tra-loi/:token`; `*` when none fits. */
  route: string;
  status: number;
  milliseconds: number;
}

/** Who hears of every answered request, and by which clock it is timed. */
export interface RequestLog {
  now: () => Date;
  hear: (request: SeenRequest) => void;
}

/** Tells `log` of every request once it is answered, also of one that failed. */
export function requestLog({ now, hear }: RequestLog): MiddlewareHandler {
  return async (c, next) => {
    const began = now().getTime();
    await next();
    const route = matchedRoutes(c)
      .map(({ path }) => path)
      .findLast((path) => !path.endsWith('*'));
    const { method } = c.req;
    hear({
      ...{ method, route: route ?? '*' },
      status: c.res.status,
      milliseconds: now().getTime() - began,
    });
  };
}
