import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { Gate } from './gate.ts';

/** A program that may come in: the name that the record keeps, the secret that it shows, and what it may do. */
export interface ApiToken {
  name: string;
  secret: string;
  scopes: readonly string[];
}

/** What routes of the API find in their context: the name of the program that asks. */
export interface ApiEnv {
  Variables: { caller: string };
}

/**
 * Lets in whoever shows a token with `scope`, and JSON alone. Refusals are `{error}` in Vietnamese: 401 without a known secret,
 * 403 without the scope, 415 not JSON, 429 after too many wrong secrets or requests.
 */
export function withScope(scope: string, gate: Gate, tokens: readonly ApiToken[]): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    c.header('Cache-Control', 'no-store');
    const caller = callerOf(c, tokens);
    const wait = caller === undefined ? await gate.mistake(c) : await limitOf(c, gate);
    if (wait !== undefined)
      return c.json({ error: 'Quá nhiều yêu cầu.' }, 429, { 'Retry-After': String(wait) });
    if (caller === undefined)
      return c.json({ error: 'Thiếu hoặc sai mã truy cập.' }, 401, { 'WWW-Authenticate': 'Bearer' });
    if (!caller.scopes.includes(scope))
      return c.json({ error: `Mã truy cập “${caller.name}” không có quyền ${scope}.` }, 403);
    if (c.req.method === 'POST' && !/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? ''))
      return c.json({ error: 'Nội dung phải là JSON (application/json).' }, 415);
    c.set('caller', `API ${caller.name}`);
    return next();
  };
}

/** Readers ask again and again; only what changes the record is counted. */
function limitOf(c: Context, gate: Gate): Promise<number | undefined> | undefined {
  return c.req.method === 'POST' ? gate.post(c) : undefined;
}

/** Every secret is compared, each as a hash: how long it takes tells nothing of them. */
function callerOf(c: Context, tokens: readonly ApiToken[]): ApiToken | undefined {
  const shown = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
  const hash = (text: string) => createHash('sha256').update(text).digest();
  const given = hash(shown);
  const [caller] = tokens.filter(({ secret }) => timingSafeEqual(hash(secret), given));
  return caller;
}
