import { Hono } from 'hono';
import { z } from 'zod';
import type { BoardDesk } from '../board/board-desk.ts';
import type { BoardRow } from '../board/board-row.ts';
import { BOARD_STATES, type BoardStateId } from '../board/board-state.ts';
import { chooseRows } from '../board/choose-rows.ts';
import type { ApiEnv } from './api-door.ts';
import { problemsOf } from './api-problems.ts';

const STATES = BOARD_STATES.map(({ id }) => id) as [BoardStateId, ...BoardStateId[]];

/** What may be asked of the deadlines, in the query. */
export const deadlineQuery = z.strictObject({
  plan: z.string().optional(),
  unit: z.string().optional(),
  state: z.enum(STATES, { error: `phải là một trong: ${STATES.join(', ')}` }).optional(),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/, 'phải viết dạng năm-tháng, ví dụ 2019-10')
    .optional(),
  words: z.string().max(300, 'dài quá 300 ký tự').optional(),
});

/** `GET /` answers `{deadlines}`, worst first, days as `YYYY-MM-DD`; withdrawn ones only when asked for by state. 422 for a query not understood. */
export function deadlineApi(board: Pick<BoardDesk, 'rows'>): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.get('/', async (c) => {
    const query = deadlineQuery.safeParse(c.req.query());
    if (!query.success) {
      const problems = problemsOf(query.error, 'plan, unit, state, month, words');
      return c.json({ error: 'Nội dung chưa đúng.', problems }, 422);
    }
    const asked = Object.entries(query.data).filter(([, value]) => value !== undefined);
    const rows = chooseRows(await board.rows('all'), Object.fromEntries(asked));
    return c.json({ deadlines: rows.map(told) });
  });
  return app;
}

function told(row: BoardRow) {
  const { id, plan, obligation, title, clause, unit, unitName, nominal, aim, original } = row;
  const { state, words, waitsFor = null, document, doneOn } = row;
  return {
    ...{ id, plan, obligation, title, clause, unit, unitName, nominal, aim, original },
    ...{ state, words, waitsFor, document, doneOn },
  };
}
