import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { every } from 'hono/combine';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import type { Gate } from './gate.ts';
import { strayFormPage, tooManyPage, unreadableFormPage } from './stale-pages.ts';

const LARGEST_FORM = 16 * 1024;

/**
 * What holds for every page of a link. Nothing keeps a copy of it; a form comes from our own pages, is no longer than an answer
 * can be, and not one of a flood. Its Referrer-Policy stays `same-origin`: under `no-referrer` browsers send `Origin: null`
 * with a form, and on plain HTTP nothing else would tell our own forms from another site's.
 */
export function formGuards(gate: Gate, publicUrl: string): MiddlewareHandler {
  return every(
    privately,
    bodyLimit({ maxSize: LARGEST_FORM, onError: (c) => c.html(unreadableFormPage(c.req.path), 413) }),
    ownForms(publicUrl),
    onlyForms,
    noFlood(gate),
  );
}

const privately: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Cache-Control', 'no-store');
  c.header('X-Robots-Tag', 'noindex, nofollow');
};

/** Behind a proxy the public address is another than the one that the request names. */
function ownForms(publicUrl: string): MiddlewareHandler {
  const ours = new URL(publicUrl).origin;
  const check = csrf({ origin: (origin, c) => origin === ours || origin === new URL(c.req.url).origin });
  return async (c, next) => {
    try {
      return await check(c, next);
    } catch (error) {
      if (error instanceof HTTPException && error.status === 403)
        return c.html(strayFormPage(c.req.path), 403);
      throw error;
    }
  };
}

const onlyForms: MiddlewareHandler = async (c, next) => {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (c.req.method === 'POST' && type !== 'application/x-www-form-urlencoded')
    return c.html(unreadableFormPage(c.req.path), 415);
  return next();
};

function noFlood(gate: Gate): MiddlewareHandler {
  return async (c, next) => {
    const wait = c.req.method === 'POST' ? await gate.post(c) : undefined;
    if (wait !== undefined) return c.html(tooManyPage(wait), 429, { 'Retry-After': String(wait) });
    return next();
  };
}
