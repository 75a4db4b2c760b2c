import { Hono } from 'hono';
import { z } from 'zod';
import { AnswerRefused, answerShape, isPlain, NOT_PLAIN } from '../answer/answer.ts';
import type { AnswerDesk } from '../answer/answer-desk.ts';
import type { ApiEnv } from './api-door.ts';
import { readBody } from './api-problems.ts';

export const givenAnswerShape = z.strictObject({
  deadline: z.string('phải có, là mã thời hạn').trim().min(1, 'phải có').max(300).refine(isPlain, NOT_PLAIN),
  /** How many answers the program has seen; absent: whatever was said meanwhile. */
  seen: z.number().int().min(0).optional(),
  answer: answerShape,
});

/** `POST /` with `{deadline, answer, seen?}`: 201 and the sentence that was written down; 409 refused or outdated, 422 not understood. */
export function answerApi(desk: AnswerDesk): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.post('/', async (c) => {
    const body = await readBody(c, givenAnswerShape, '{deadline, answer, seen}');
    if (!body.ok) return body.reply;
    try {
      return c.json({ said: await desk.answerFor(c.get('caller'), body.value) }, 201);
    } catch (error) {
      if (error instanceof AnswerRefused) return c.json({ error: error.message }, 409);
      throw error;
    }
  });
  return app;
}
