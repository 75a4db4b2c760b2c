import { Hono } from 'hono';
import { AnswerOutdated, AnswerRefused } from '../answer/answer.ts';
import { NotTheirs } from '../answer/person.ts';
import type { UnitDesk } from '../answer/unit-desk.ts';
import type { BoardDesk } from '../board/board-desk.ts';
import { answerContent } from '../web/answer-content.ts';
import { readForm, type Returned, type Typed } from '../web/form-fields.ts';
import { readUnitAnswer } from '../web/read-answer.ts';
import { unitContent } from '../web/unit-content.ts';
import { CONSOLE, UNIT_HOME, type ConsoleContext, type ConsoleEnv } from './console-env.ts';
import { consolePage } from './console-page.ts';
import { seenOf } from './deadline-address.ts';
import { may } from './guards.ts';
import { notFound } from './not-found.ts';

const PATH = UNIT_HOME.slice(CONSOLE.length);
const STYLES = { styles: ['/assets/board.css'] };

/** What a unit that signs in sees: `/co-quan` all that it leads, `/co-quan/thoi-han?id=…` one of its deadlines, to answer as by link. */
export function unitAccountPages(
  desk: UnitDesk,
  board: Pick<BoardDesk, 'rows' | 'lastSaid'>,
): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();

  app.get('/', (c, next) =>
    c.get('session').account.role === 'unit' ? Promise.resolve(c.redirect(UNIT_HOME, 303)) : next(),
  );

  app.get(PATH, may('unit'), async (c) => {
    const opened = await desk.unit(c.get('session').account);
    if (opened === undefined) return c.html(notFound(c), 404);
    const rows = await board.rows({ folder: opened.folder, lead: opened.unit.id });
    const content = unitContent(opened, rows, await board.lastSaid(rows), ({ id }) => addressOf(id));
    return c.html(consolePage(c, `Nhiệm vụ của ${opened.unit.name}`, content, STYLES));
  });

  app.get(`${PATH}/thoi-han`, may('unit'), (c) => shown(c, 200));

  app.post(`${PATH}/thoi-han`, may('unit'), async (c) => {
    const typed = await readForm(c);
    const kind = typed.kind ?? '';
    const reading = readUnitAnswer(typed);
    if (!reading.ok) return shown(c, 422, { kind, typed, problems: reading.problems });
    const deadline = c.req.query('id') ?? '';
    try {
      const form = { deadline, seen: seenOf(typed.seen) };
      await desk.answer(c.get('session').account, form, reading.value);
      return c.redirect(`${addressOf(deadline)}#ghi-nhan`, 303);
    } catch (error) {
      if (error instanceof NotTheirs) return c.html(notFound(c), 404);
      if (!(error instanceof AnswerRefused)) throw error;
      return shown(c, error instanceof AnswerOutdated ? 409 : 422, refused(typed, error));
    }
  });

  async function shown(c: ConsoleContext, status: 200 | 409 | 422, returned?: Returned): Promise<Response> {
    const { account, formToken } = c.get('session');
    const opened = await desk.deadline(account, c.req.query('id') ?? '');
    if (opened === undefined) return c.html(notFound(c), 404);
    const { sight, calendar } = opened;
    const carried = { seen: sight.facts.answers, form_token: formToken };
    const content = answerContent({ sight, carried, calendar, all: UNIT_HOME, mayAct: true }, returned);
    const title = sight.duty?.obligation.title ?? 'Trả lời về nhiệm vụ';
    return c.html(consolePage(c, title, content, { isNamed: sight.duty !== undefined }), status);
  }

  return app;
}

function refused(typed: Typed, { message }: AnswerRefused): Returned {
  return { kind: typed.kind ?? '', typed, problems: { form: message } };
}

function addressOf(id: string): string {
  return `${UNIT_HOME}/thoi-han?id=${encodeURIComponent(id)}`;
}
