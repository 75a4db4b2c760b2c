import { Hono } from 'hono';
import { etag } from 'hono/etag';
import type { AnswerDesk } from '../answer/answer-desk.ts';
import type { Gate } from './gate.ts';
import { tooManyPage, unknownLinkPage } from './stale-pages.ts';

/** A unit's calendar at `/:token.ics`, for calendar programs to read again and again; `If-None-Match` spares them the same text. */
export function feedRoute(desk: AnswerDesk, gate: Gate): Hono {
  const app = new Hono();
  app.use(etag());
  app.get('/:file{.+\\.ics}', async (c) => {
    const token = c.req.param('file').slice(0, -'.ics'.length);
    const feed = await desk.feed(token);
    c.header('X-Robots-Tag', 'noindex, nofollow');
    if (feed === 'revoked')
      return c.text(
        'Địa chỉ lịch này đã bị thu hồi; đề nghị dùng địa chỉ mới do cơ quan theo dõi cung cấp.\n',
        410,
      );
    if (feed !== undefined) {
      c.header('Cache-Control', 'private, no-cache');
      return c.body(feed.text, 200, { 'Content-Type': 'text/calendar; charset=utf-8' });
    }
    const wait = await gate.mistake(c);
    if (wait === undefined) return c.html(unknownLinkPage(), 404);
    return c.html(tooManyPage(wait), 429, { 'Retry-After': String(wait) });
  });
  return app;
}
