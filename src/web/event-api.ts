import { Hono } from 'hono';
import { z } from 'zod';
import { AnswerRefused, documentNumber, isPlain, NOT_PLAIN, words } from '../answer/answer.ts';
import type { AnswerDesk } from '../answer/answer-desk.ts';
import { isIsoDate } from '../calendar/dates.ts';
import type { ApiEnv } from './api-door.ts';
import { readBody } from './api-problems.ts';

export const eventShape = z.strictObject({
  kind: z
    .string('phải có, là chữ')
    .trim()
    .min(1, 'phải có')
    .max(60, 'dài quá 60 ký tự')
    .refine(isPlain, NOT_PLAIN),
  date: z
    .string('phải có, là một ngày viết dạng năm-tháng-ngày')
    .refine(isIsoDate, 'phải là một ngày có thật viết dạng năm-tháng-ngày'),
  reference: z.string('phải có, là chữ').pipe(documentNumber),
});

/** What takes an event back. */
export const cancelShape = eventShape.omit({ date: true }).extend({
  why: z.string('phải có, là chữ').trim().min(1, 'phải có').max(1000, 'dài quá 1.000 ký tự').pipe(words),
});

/**
 * `POST /` with `{kind, date, reference}`: 201 for what is new, 200 for what was known; 409 refused, 422 not understood. `POST /cancel` with
 * `{kind, reference, why}` takes one back: 200 and the sentence that was written down; 409 refused, 422 not understood.
 */
export function eventApi(desk: AnswerDesk): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.post('/', async (c) => {
    const body = await readBody(c, eventShape, '{kind, date, reference}');
    if (!body.ok) return body.reply;
    try {
      const { kind, date: day, reference } = body.value;
      const { said, known } = await desk.registerFor(c.get('caller'), { kind, day, reference });
      return c.json({ said, known }, known ? 200 : 201);
    } catch (error) {
      if (error instanceof AnswerRefused) return c.json({ error: error.message }, 409);
      throw error;
    }
  });
  app.post('/cancel', async (c) => {
    const body = await readBody(c, cancelShape, '{kind, reference, why}');
    if (!body.ok) return body.reply;
    try {
      return c.json({ said: await desk.cancelFor(c.get('caller'), body.value) }, 200);
    } catch (error) {
      if (error instanceof AnswerRefused) return c.json({ error: error.message }, 409);
      throw error;
    }
  });
  return app;
}
