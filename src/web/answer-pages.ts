import { Hono, type Context } from 'hono';
import { AnswerOutdated, AnswerRefused } from '../answer/answer.ts';
import { FormNotShown, type AnswerDesk } from '../answer/answer-desk.ts';
import { LINK_PATHS } from '../answer/links.ts';
import type { Opened } from '../answer/opened.ts';
import { answerPage } from './answer-page.ts';
import { decisionPage } from './decision-page.ts';
import { eventPage } from './event-page.ts';
import { readForm, type Returned, type Typed } from './form-fields.ts';
import { formGuards } from './form-guards.ts';
import type { Gate } from './gate.ts';
import type { Html } from './page.ts';
import { readDecision, readDocument, readUnitAnswer, type Read } from './read-answer.ts';
import { expiredLinkPage, strayFormPage, tooManyPage, unknownLinkPage } from './stale-pages.ts';

/** One kind of link: how it is opened, shown, read and carried out. */
interface LinkPage<Page, Said> {
  path: string;
  open: (token: string) => Promise<Opened<Page>>;
  show: (page: Page, returned?: Returned) => Html;
  read: (typed: Typed) => Read<Said>;
  /** Carries out what was said; answers a page to show at once, or nothing: the link's own page then tells it. */
  take: (
    token: string,
    form: { seen: number; mark: string },
    said: Said,
    page: Page,
  ) => Promise<Html | undefined>;
}

/** The pages of the links in letters: answers, decisions, events. GET only shows; POST acts, once, from a page that was shown. */
export function answerPages(desk: AnswerDesk, gate: Gate, publicUrl: string): Hono {
  const app = new Hono();
  const guards = formGuards(gate, publicUrl);
  const { answer, decide, event } = LINK_PATHS;
  for (const path of [answer, decide, event]) app.use(`${path}*`, guards);
  addPage(app, gate, {
    path: `${answer}:token`,
    open: (token) => desk.openAnswer(token),
    show: answerPage,
    read: readUnitAnswer,
    take: async (token, form, said) => void (await desk.answer(token, form, said)),
  });
  addPage(app, gate, {
    path: `${decide}:token`,
    open: (token) => desk.openDecision(token),
    show: decisionPage,
    read: readDecision,
    take: async (token, form, said) => void (await desk.decide(token, form, said)),
  });
  addPage(app, gate, {
    path: `${event}:token`,
    open: (token) => desk.openEvent(token),
    show: (page, returned) => eventPage(page, { ...(returned && { returned }) }),
    read: readDocument,
    take: async (token, { mark }, document, page) => {
      const { said, known } = await desk.register(token, mark, document);
      return known ? eventPage(page, { said }) : undefined;
    },
  });
  return app;
}

function addPage<Page extends { as: 'deadline' | 'event' }, Said>(
  app: Hono,
  gate: Gate,
  { path, open, show, read, take }: LinkPage<Page, Said>,
): void {
  app.get(path, async (c) => {
    const opened = await open(tokenOf(c));
    return isPage(opened) ? c.html(show(opened)) : deadLink(c, gate, opened);
  });

  app.post(path, async (c) => {
    const token = tokenOf(c);
    const opened = await open(token);
    if (!isPage(opened)) return deadLink(c, gate, opened);
    const wait = await gate.postByLink(token);
    if (wait !== undefined) return tooMany(c, wait);
    const typed = await readForm(c);
    const kind = typed.kind ?? '';
    const reading = read(typed);
    if (!reading.ok) return c.html(show(opened, { kind, typed, problems: reading.problems }), 422);
    try {
      const form = { seen: countOf(typed.seen), mark: typed.form ?? '' };
      const shown = await take(token, form, reading.value, opened);
      return shown === undefined ? c.redirect(`${c.req.path}#ghi-nhan`, 303) : c.html(shown);
    } catch (error) {
      if (error instanceof FormNotShown) return c.html(strayFormPage(c.req.path), 403);
      if (!(error instanceof AnswerRefused)) throw error;
      const now = await open(token);
      if (!isPage(now)) return deadLink(c, gate, now);
      const status = error instanceof AnswerOutdated ? 409 : 422;
      return c.html(show(now, { kind, typed, problems: { form: error.message } }), status);
    }
  });
}

function isPage<Page extends { as: 'deadline' | 'event' }>(opened: Opened<Page>): opened is Page {
  return opened.as === 'deadline' || opened.as === 'event';
}

/** Links that lead nowhere count as guesses. */
async function deadLink(c: Context, gate: Gate, opened: Opened<never>): Promise<Response> {
  if (opened.as === 'expired') return c.html(expiredLinkPage(opened), 410);
  const wait = await gate.mistake(c);
  return wait === undefined ? c.html(unknownLinkPage(), 404) : tooMany(c, wait);
}

function tooMany(c: Context, seconds: number): Response | Promise<Response> {
  return c.html(tooManyPage(seconds), 429, { 'Retry-After': String(seconds) });
}

function tokenOf(c: Context): string {
  return c.req.param('token') ?? '';
}

/** Only the one spelling of a number that our own forms carry. */
function countOf(text = ''): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}
