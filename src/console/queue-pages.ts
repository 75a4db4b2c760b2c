import { Hono } from 'hono';
import type { UpkeepDesk } from '../upkeep/upkeep-desk.ts';
import { UpkeepRefused } from '../upkeep/upkeep-refused.ts';
import { CONSOLE, type ConsoleContext, type ConsoleEnv } from './console-env.ts';
import { may } from './guards.ts';
import { notFoundHere } from './not-found-here.ts';
import { queueLetterPage } from './queue-letter-page.ts';
import { queueListPage, type QueueQuery } from './queue-list-page.ts';
import { placeNamed } from './queue-marks.ts';
import { readReason, type Returned } from './reason-form.ts';
import { undeliveredAddress, undeliveredPage, type MailboxDone } from './undelivered-page.ts';

/** What lies in the queue, what could not be delivered, and what an admin may do about either. */
export function queuePages(desk: UpkeepDesk): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  const list = async (c: ConsoleContext, returned?: Returned) => {
    const query = queryOf(c);
    return queueListPage(c, query, await desk.queue(query), await desk.pause(), returned);
  };
  const letter = async (c: ConsoleContext, id: string, returned?: Returned) => {
    const sight = await desk.letter(id);
    return sight === undefined ? undefined : queueLetterPage(c, sight, returned);
  };

  const undelivered = async (c: ConsoleContext, more: Parameters<typeof undeliveredPage>[2] = {}) => {
    const [dead, back, letters] = await Promise.all([
      desk.deadMailboxes(),
      desk.returned(),
      desk.undelivered(pageOf(c)),
    ]);
    return undeliveredPage(c, { dead, back, letters }, more);
  };

  app.get('/hang-doi', may('admin'), async (c) => c.html(await list(c)));
  app.get('/hang-doi/khong-gui-duoc', may('admin'), async (c) =>
    c.html(await undelivered(c, { done: doneOf(c) })),
  );
  app.get(`/hang-doi/${LETTER}`, may('admin'), async (c) => {
    const shown = await letter(c, c.req.param('id'));
    return shown === undefined ? c.html(notFoundHere(c, 'Không có thư này trong sổ.'), 404) : c.html(shown);
  });

  app.post('/hang-doi/hop-thu/:number{\\d{1,9}}/dung-duoc', may('admin'), async (c) => {
    const number = Number(c.req.param('number'));
    const found = (await desk.deadMailboxes()).find((one) => one.number === number);
    const returned = await attempt(c, (deed) => desk.revive(found?.mailbox ?? '', deed));
    return returned === undefined
      ? c.redirect(`${undeliveredAddress()}?dung-duoc=1`, 303)
      : c.html(await undelivered(c, { returned }), 422);
  });

  for (const path of ['tam-dung', 'gui-tiep'] as const)
    app.post(`/hang-doi/${path}`, may('admin'), async (c) => {
      const returned = await attempt(c, (deed) =>
        path === 'tam-dung' ? desk.pauseSending(deed) : desk.resumeSending(deed),
      );
      return returned === undefined
        ? c.redirect(`${CONSOLE}/hang-doi`, 303)
        : c.html(await list(c, returned), 422);
    });

  app.post('/hang-doi/khong-gui-duoc/gui-lai', may('admin'), async (c) => {
    const done = new URLSearchParams();
    const returned = await attempt(c, async (deed) => {
      const { again, readdressed, refused } = await desk.retryMailbox(c.req.query('hop-thu') ?? '', deed);
      done.set('gui-lai', String(again));
      done.set('chuyen', String(readdressed));
      done.set('con-lai', String(refused.length));
    });
    return returned === undefined
      ? c.redirect(`${undeliveredAddress()}?${done.toString()}`, 303)
      : c.html(await undelivered(c, { returned }), 422);
  });

  for (const path of ['gui-lai', 'gui-ngay', 'khong-gui'] as const)
    app.post(`/hang-doi/${LETTER}/${path}`, may('admin'), async (c) => {
      const id = c.req.param('id');
      let done: string = path;
      const returned = await attempt(c, async (deed) => {
        if (path === 'gui-lai') done = 'again' in (await desk.retry(id, deed)) ? path : 'chuyen';
        else if (path === 'gui-ngay') await desk.hasten(id, deed);
        else await desk.cancel(id, deed);
      });
      if (returned === undefined) return c.redirect(`${CONSOLE}/hang-doi/${id}?xong=${done}`, 303);
      const shown = await letter(c, id, returned);
      return shown === undefined
        ? c.html(notFoundHere(c, 'Không có thư này trong sổ.'), 404)
        : c.html(shown, 422);
    });
  return app;
}

/** Letters and jobs are named alike. */
const LETTER = ':id{thu-[\\w-]+}';

/** Does it under the account's name; what comes back is for the form to show. */
async function attempt(
  c: ConsoleContext,
  act: (deed: { by: string; why: string }) => Promise<void>,
): Promise<Returned | undefined> {
  const { reason, problem } = await readReason(c);
  const { pathname, search } = new URL(c.req.url);
  const action = pathname + search;
  if (problem !== undefined) return { action, reason, problem };
  try {
    await act({ by: c.get('session').account.name, why: reason });
    return undefined;
  } catch (error) {
    if (!(error instanceof UpkeepRefused)) throw error;
    return { action, reason, problem: error.message };
  }
}

function queryOf(c: ConsoleContext): QueueQuery {
  return {
    place: placeNamed(c.req.query('trang-thai')),
    page: pageOf(c),
    live: c.req.query('live') === '1',
  };
}

function pageOf(c: ConsoleContext): number {
  return countOf(c, 'trang') || 1;
}

/** What the address says was done for a mailbox's letters. */
function doneOf(c: ConsoleContext): MailboxDone | undefined {
  const done = {
    again: countOf(c, 'gui-lai'),
    readdressed: countOf(c, 'chuyen'),
    refused: countOf(c, 'con-lai'),
  };
  return Object.values(done).some((count) => count > 0) ? done : undefined;
}

function countOf(c: ConsoleContext, name: string): number {
  const count = Number(c.req.query(name));
  return Number.isSafeInteger(count) && count > 0 ? count : 0;
}
