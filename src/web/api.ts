import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AnswerDesk } from '../answer/answer-desk.ts';
import type { BoardDesk } from '../board/board-desk.ts';
import { answerApi } from './answer-api.ts';
import { withScope, type ApiToken } from './api-door.ts';
import { deadlineApi } from './deadline-api.ts';
import { eventApi } from './event-api.ts';
import type { Gate } from './gate.ts';
import { openApi } from './open-api.ts';

const LARGEST_BODY = 16 * 1024;

export interface ApiParts {
  desk: AnswerDesk;
  gate: Gate;
  tokens: readonly ApiToken[];
  /** Every deadline at a glance. */
  board?: Pick<BoardDesk, 'rows'> | undefined;
  /** How the system stands, as data. */
  state?: () => Promise<unknown>;
  /** Prometheus's text format. */
  metrics?: () => Promise<{ type: string; text: string }>;
}

/** The ways in for programs: `/api/events` and `/api/events/cancel`, `/api/answers`, `/api/deadlines`, `/api/status`, their description at `/api/openapi.json`, and `/metrics`. */
export function apiRoutes({ desk, gate, tokens, board, state, metrics }: ApiParts): Hono {
  const app = new Hono();
  app.use(
    '/api/*',
    bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => c.json({ error: 'Nội dung quá dài.' }, 413) }),
  );
  app.use('/api/events', withScope('events', gate, tokens));
  app.use('/api/events/cancel', withScope('events', gate, tokens));
  app.route('/api/events', eventApi(desk));
  app.use('/api/answers', withScope('answers', gate, tokens));
  app.route('/api/answers', answerApi(desk));
  if (board) {
    app.use('/api/deadlines', withScope('read', gate, tokens));
    app.route('/api/deadlines', deadlineApi(board));
  }
  app.get('/api/openapi.json', (c) => c.json(openApi()));
  if (state)
    app.get('/api/status', withScope('read', gate, tokens), async (c) => c.json((await state()) as object));
  if (metrics)
    app.get('/metrics', withScope('metrics', gate, tokens), async (c) => {
      const { type, text } = await metrics();
      return c.body(text, 200, { 'Content-Type': type });
    });
  return app;
}
