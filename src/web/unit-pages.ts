import { Hono } from 'hono';
import type { AnswerDesk } from '../answer/answer-desk.ts';
import type { BoardDesk } from '../board/board-desk.ts';
import type { Gate } from './gate.ts';
import { expiredLinkPage, tooManyPage, unknownLinkPage } from './stale-pages.ts';
import { unitPage } from './unit-page.ts';

/** The page of all that a unit leads, by link: mounted at its path, only to read. What it owes is answered by each letter's own link. */
export function unitPages(desk: AnswerDesk, board: Pick<BoardDesk, 'rows' | 'lastSaid'>, gate: Gate): Hono {
  const app = new Hono();
  app.get('/:token', async (c) => {
    c.header('Cache-Control', 'no-store');
    c.header('X-Robots-Tag', 'noindex, nofollow');
    const opened = await desk.openUnit(c.req.param('token'));
    if (opened.as === 'unit') {
      const rows = await board.rows({ folder: opened.folder, lead: opened.unit.id });
      return c.html(unitPage(opened, rows, await board.lastSaid(rows)));
    }
    if (opened.as === 'expired') return c.html(expiredLinkPage(opened), 410);
    const wait = await gate.mistake(c);
    if (wait === undefined) return c.html(unknownLinkPage(), 404);
    return c.html(tooManyPage(wait), 429, { 'Retry-After': String(wait) });
  });
  return app;
}
