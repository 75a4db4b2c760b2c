import { Hono } from 'hono';
import type { FilesDesk } from '../files/files-desk.ts';
import type { ConsoleEnv } from './console-env.ts';
import { aheadPage } from './files-ahead-page.ts';
import { calendarPages } from './files-calendar-pages.ts';
import { groupPages } from './files-group-pages.ts';
import { filesIndexPage } from './files-index-page.ts';
import { ladderPages } from './files-ladder-pages.ts';
import { obligationPages } from './files-obligation-pages.ts';
import { plansOf } from './files-scope.ts';
import { sendingPages } from './files-sending-pages.ts';
import { templatePages } from './files-template-pages.ts';
import { textPages } from './files-text-pages.ts';
import { unitPages } from './files-unit-pages.ts';
import { may } from './guards.ts';
import { phraseWords } from './phrase-words.ts';

/** The pages over the schedules' and letters' files: see what is in force, change it, see what that would do. */
export function filesPages(desk: FilesDesk): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/cau-hinh', may('officer'), (c) => c.html(filesIndexPage(c, desk)));
  app.get('/cau-hinh/90-ngay', may('officer'), async (c) => c.html(await aheadPage(c, desk)));
  app.get('/cau-hinh/doc', may('officer'), (c) => {
    const plans = plansOf(c.get('session').account, desk.schedule());
    const place = plans.find(({ plan }) => plan.id === c.req.query('ke-hoach'));
    if (place === undefined) return c.json({ ok: false, words: 'Không có kế hoạch này.' }, 404);
    const phrase = c.req.query('cum-tu') ?? '';
    return c.json(phraseWords(phrase, place.plan, desk.schedule().calendar, desk.now()));
  });
  app.route('/', obligationPages(desk));
  app.route('/', unitPages(desk));
  app.route('/', groupPages(desk));
  app.route('/', ladderPages(desk));
  app.route('/', sendingPages(desk));
  app.route('/', calendarPages(desk));
  app.route('/', textPages(desk));
  app.route('/', templatePages(desk));
  return app;
}
