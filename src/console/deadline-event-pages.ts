import { Hono } from 'hono';
import { AnswerRefused } from '../answer/answer.ts';
import type { OfficerDesk } from '../answer/officer-desk.ts';
import { NotTheirs } from '../answer/person.ts';
import { readForm, type Returned } from '../web/form-fields.ts';
import { readDocument } from '../web/read-answer.ts';
import { CONSOLE, type ConsoleContext, type ConsoleEnv } from './console-env.ts';
import { deadlineEventPage } from './deadline-event-page.ts';
import { forbidden, may } from './guards.ts';

const LONGEST_REASON = 1000;

/**
 * The page on which the events that set off deadlines are registered: `/su-kien`; `?da-ghi=<kind>` tells what was registered last of it,
 * `?da-huy=<number>` which one was taken back.
 */
export function deadlineEventPages(desk: OfficerDesk): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();

  app.get('/su-kien', may('officer'), async (c) => {
    const registered = c.req.query('da-ghi');
    const cancelled = c.req.query('da-huy');
    return c.html(
      await pageFor(c, {
        ...(registered !== undefined && { registered }),
        ...(cancelled !== undefined && { cancelled }),
      }),
    );
  });

  app.post('/su-kien', may('officer'), async (c) => {
    const { account } = c.get('session');
    const typed = await readForm(c);
    const kind = typed.kind ?? '';
    const document = readDocument(typed);
    const refused = async (problems: Returned['problems']) =>
      c.html(await pageFor(c, { returned: { kind, typed, problems } }), 422);
    if (!document.ok) return refused(document.problems);
    try {
      const { known, said } = await desk.register(account, { kind, ...document.value });
      if (known) return refused({ form: said });
      return c.redirect(`${CONSOLE}/su-kien?da-ghi=${encodeURIComponent(kind)}`, 303);
    } catch (error) {
      if (error instanceof NotTheirs) return c.html(forbidden(c), 403);
      if (!(error instanceof AnswerRefused)) throw error;
      return refused({ form: error.message });
    }
  });

  app.post('/su-kien/huy', may('officer'), async (c) => {
    const { account } = c.get('session');
    const typed = await readForm(c);
    const { kind = '', event = '', reference = '', why = '' } = typed;
    const refused = async (problems: Returned['problems']) =>
      c.html(await pageFor(c, { returned: { kind, typed, problems } }), 422);
    if (why === '') return refused({ why: 'Cần ghi lý do.' });
    if (why.length > LONGEST_REASON) return refused({ why: 'Dài quá 1.000 ký tự; đề nghị viết gọn lại.' });
    try {
      await desk.cancel(account, { kind: event, reference, why });
      return c.redirect(`${CONSOLE}/su-kien?da-huy=${encodeURIComponent(kind.replace('huy-', ''))}`, 303);
    } catch (error) {
      if (error instanceof NotTheirs) return c.html(forbidden(c), 403);
      if (!(error instanceof AnswerRefused)) throw error;
      return refused({ form: error.message });
    }
  });

  async function pageFor(
    c: ConsoleContext,
    after: { registered?: string; cancelled?: string; returned?: Returned },
  ) {
    return deadlineEventPage(c, await desk.eventKinds(c.get('session').account), after);
  }

  return app;
}
