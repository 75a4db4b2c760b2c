import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AnswerDesk } from '../answer/answer-desk.ts';
import { answerApi } from './answer-api.ts';
import { withScope, type ApiToken } from './api-door.ts';
import { eventApi } from './event-api.ts';
import type { Gate } from './gate.ts';
import { openApi } from './open-api.ts';

const LARGEST_BODY = 16 * 1024;

export interface ApiParts {
  desk: AnswerDesk;
  gate: Gate;
  tokens: readonly ApiToken[];
  /** How the system stands, as data. */
  state?: () => Promise<unknown>;
  /** Prometheus's text format. */
  metrics?: () => Promise<{ type: string; text: string }>;
}

/** The ways in for programs: `/api/events`, `/api/answers`, `/api/status`, their description at `/api/openapi.json`, and `/metrics`. */
export function apiRoutes({ desk, gate, tokens, state, metrics }: ApiParts): Hono {
  const app = new Hono();
  app.use(
    '/api/*',
    bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => c.json({ error: 'Nội dung quá dài.' }, 413) }),
  );
  app.use('/api/events', withScope('events', gate, tokens));
  app.route('/api/events', eventApi(desk));
  app.use('/api/answers', withScope('answers', gate, tokens));
  app.route('/api/answers', answerApi(desk));
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
