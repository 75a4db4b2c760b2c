import { Hono } from 'hono';
import type { BoardDesk } from '../board/board-desk.ts';
import type { BoardRow } from '../board/board-row.ts';
import { chooseRows, type BoardFilter } from '../board/choose-rows.ts';
import { readMonth, weeksOf } from '../board/month.ts';
import { yearLine } from '../board/year-line.ts';
import { yearOf } from '../calendar/dates.ts';
import type { Html } from '../web/page.ts';
import { monthContent } from './board-month.ts';
import { boardContent } from './board-page.ts';
import { readBoardQuery } from './board-query.ts';
import { scopeOf } from './board-scope.ts';
import { timeline } from './board-timeline.ts';
import type { ConsoleEnv } from './console-env.ts';
import { consolePage } from './console-page.ts';
import { may } from './guards.ts';

const PAGE_SIZE = 100;

/** The timeline shows the letters of at most so many rows: of more, every day has some. */
const MOST_WITH_LETTERS = 500;

const STYLE = { styles: ['/assets/board.css'] };

/** The board of every deadline, and the same by month. */
export function boardPages(desk: BoardDesk): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/', may('viewer'), async (c) => {
    const { filter, page: asked } = readBoardQuery(c.req.query());
    const rows = await desk.rows(scopeOf(c.get('session').account));
    const chosen = chooseRows(rows, filter);
    const pages = Math.max(1, Math.ceil(chosen.length / PAGE_SIZE));
    const page = Math.min(asked, pages);
    const before = (page - 1) * PAGE_SIZE;
    const shown = chosen.slice(before, before + PAGE_SIZE);
    const content = boardContent({
      ...{ today: desk.today(), filter, rows, found: chosen.length, shown, page, pages, before },
      said: await desk.lastSaid(shown),
      timeline: await timelineOf(desk, chosen, filter),
    });
    return c.html(consolePage(c, 'Thời hạn', content, STYLE));
  });
  app.get('/thang', may('viewer'), async (c) => {
    const today = desk.today();
    const month = readMonth(c.req.query('thang')) ?? today.slice(0, 7);
    const rows = await desk.rows(scopeOf(c.get('session').account));
    const weeks = weeksOf(month, chooseRows(rows, {}), desk.calendar());
    return c.html(consolePage(c, 'Lịch tháng', monthContent(month, weeks, today), STYLE));
  });
  return app;
}

/** The year of the month or day asked for, or the current one. */
async function timelineOf(
  desk: BoardDesk,
  rows: readonly BoardRow[],
  { month, day }: BoardFilter,
): Promise<Html | ''> {
  const today = desk.today();
  const year = yearOf(day ?? month ?? today);
  if (rows.length === 0) return '';
  const withLetters = rows.length <= MOST_WITH_LETTERS;
  const letters = withLetters ? await desk.letterDays(rows, year) : [];
  return timeline(yearLine(year, rows, { calendar: desk.calendar(), today, letters }), withLetters);
}
