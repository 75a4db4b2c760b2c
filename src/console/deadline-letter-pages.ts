import { Hono } from 'hono';
import type { LetterStory } from '../answer/letter-story.ts';
import type { OfficerDesk } from '../answer/officer-desk.ts';
import { LETTER_HEADERS } from '../web/letter-policy.ts';
import type { ConsoleContext, ConsoleEnv } from './console-env.ts';
import { deadlineLetterPage } from './deadline-letter-page.ts';
import { may } from './guards.ts';
import { notFound } from './not-found.ts';

/** A letter as it left: `/thu?id=…`, and its own page alone and isolated, `/thu/html?id=…`. */
export function deadlineLetterPages(desk: OfficerDesk): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();

  app.get('/thu', may('viewer'), async (c) => {
    const letter = await letterFor(c);
    return letter === undefined ? c.html(notFound(c), 404) : c.html(deadlineLetterPage(c, letter));
  });

  app.get('/thu/html', may('viewer'), async (c) => {
    const content = (await letterFor(c))?.html;
    if (content === undefined || content === null) return c.html(notFound(c), 404);
    return c.html(content, 200, LETTER_HEADERS);
  });

  function letterFor(c: ConsoleContext): Promise<LetterStory | undefined> {
    return desk.letter(c.get('session').account, c.req.query('id') ?? '');
  }

  return app;
}
