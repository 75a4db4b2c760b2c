import { Hono } from 'hono';
import { AnswerOutdated, AnswerRefused } from '../answer/answer.ts';
import type { DeadlineStory } from '../answer/deadline-story.ts';
import type { OfficerDesk } from '../answer/officer-desk.ts';
import { mayDecide, NotTheirs } from '../answer/person.ts';
import { readForm, type Returned, type Typed } from '../web/form-fields.ts';
import type { ConsoleContext, ConsoleEnv } from './console-env.ts';
import { deadlineAddress, seenOf } from './deadline-address.ts';
import { deadlinePage } from './deadline-page.ts';
import { readSaid } from './deadline-said.ts';
import { forbidden, may } from './guards.ts';
import { notFound } from './not-found.ts';

/** A deadline's page, `/thoi-han?id=…`: GET tells its story; POST decides on it, or writes down what its unit said on paper. */
export function deadlinePages(desk: OfficerDesk): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();

  app.get('/thoi-han', may('viewer'), async (c) => {
    const story = await storyFor(c);
    if (story === undefined) return c.html(notFound(c), 404);
    const justSaid = seenOf(c.req.query('da-ghi')) === story.sight.facts.answers;
    return c.html(deadlinePage(c, story, { justSaid }));
  });

  app.post('/thoi-han', may('officer'), async (c) => {
    const story = await storyFor(c);
    if (story === undefined) return c.html(notFound(c), 404);
    if (!mayDecide(c.get('session').account, story.sight)) return c.html(forbidden(c), 403);
    return take(c, story, await readForm(c));
  });

  function storyFor(c: ConsoleContext): Promise<DeadlineStory | undefined> {
    return desk.story(c.get('session').account, c.req.query('id') ?? '');
  }

  async function take(c: ConsoleContext, story: DeadlineStory, typed: Typed): Promise<Response> {
    const { account } = c.get('session');
    const said = readSaid(typed);
    const kind = typed.kind ?? '';
    if (!said.ok)
      return c.html(deadlinePage(c, story, { returned: { kind, typed, problems: said.problems } }), 422);
    const seen = seenOf(typed.seen);
    const deadline = story.sight.facts.id;
    try {
      if (said.value.as === 'decision') await desk.decide(account, { deadline, seen }, said.value.decision);
      else await desk.answerOnPaper(account, { deadline, seen }, said.value.paper, said.value.answer);
      return c.redirect(`${deadlineAddress(deadline)}&da-ghi=${seen + 1}#ghi-nhan`, 303);
    } catch (error) {
      if (error instanceof NotTheirs) return c.html(forbidden(c), 403);
      if (!(error instanceof AnswerRefused)) throw error;
      const returned: Returned = { kind, typed, problems: { form: error.message } };
      const now = (await storyFor(c)) ?? story;
      if (!(error instanceof AnswerOutdated)) return c.html(deadlinePage(c, now, { returned }), 422);
      return c.html(deadlinePage(c, now, { returned, seen }), 409);
    }
  }

  return app;
}
