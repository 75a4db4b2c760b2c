import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { AnswerRefused, documentNumber } from '../answer/answer.ts';
import type { AnswerDesk } from '../answer/answer-desk.ts';
import { isIsoDate } from '../calendar/dates.ts';
import type { Gate } from './gate.ts';

/** A program that may register events: the name that the record keeps, and the secret that it shows. */
export interface ApiToken {
  name: string;
  secret: string;
}

const LARGEST_BODY = 16 * 1024;

const eventShape = z.strictObject({
  kind: z.string('phải có, là chữ').trim().min(1, 'phải có').max(60, 'dài quá 60 ký tự'),
  date: z
    .string('phải có, là một ngày viết dạng năm-tháng-ngày')
    .refine(isIsoDate, 'phải là một ngày có thật viết dạng năm-tháng-ngày'),
  reference: z.string('phải có, là chữ').pipe(documentNumber),
});

/**
 * `POST /events` with `{kind, date, reference}` and `Authorization: Bearer`: 201 for what is new, 200 for what was known. Errors
 * are `{error, problems?}` in Vietnamese: 401 without a known secret, 409 refused, 413 too long, 415 not JSON, 422 with the path
 * of each wrong field, 429 after too many wrong secrets or requests.
 */
export function eventApi(desk: AnswerDesk, gate: Gate, tokens: readonly ApiToken[]): Hono {
  const app = new Hono();
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => c.json({ error: 'Nội dung quá dài.' }, 413) }));
  app.post('/events', async (c) => {
    c.header('Cache-Control', 'no-store');
    const name = callerOf(c, tokens);
    const wait = name === undefined ? await gate.mistake(c) : await gate.post(c);
    if (wait !== undefined)
      return c.json({ error: 'Quá nhiều yêu cầu.' }, 429, { 'Retry-After': String(wait) });
    if (name === undefined)
      return c.json({ error: 'Thiếu hoặc sai mã truy cập.' }, 401, { 'WWW-Authenticate': 'Bearer' });
    if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? ''))
      return c.json({ error: 'Nội dung phải là JSON (application/json).' }, 415);
    const event = eventShape.safeParse(await c.req.json<unknown>().catch(() => undefined));
    if (!event.success)
      return c.json({ error: 'Nội dung chưa đúng.', problems: problemsOf(event.error) }, 422);
    try {
      const { kind, date: day, reference } = event.data;
      const { said, known } = await desk.registerFor(`API ${name}`, { kind, day, reference });
      return c.json({ said, known }, known ? 200 : 201);
    } catch (error) {
      if (error instanceof AnswerRefused) return c.json({ error: error.message }, 409);
      throw error;
    }
  });
  return app;
}

/** Every secret is compared, each as a hash: how long it takes tells nothing of them. */
function callerOf(c: Context, tokens: readonly ApiToken[]): string | undefined {
  const shown = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
  const hash = (text: string) => createHash('sha256').update(text).digest();
  const given = hash(shown);
  const [caller] = tokens.filter(({ secret }) => timingSafeEqual(hash(secret), given));
  return caller?.name;
}

function problemsOf({ issues }: z.ZodError): { path: string; message: string }[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: key, message: 'không dùng ở đây' }))
      : [
          {
            path: issue.path.join('.'),
            message: issue.path.length === 0 ? 'phải là {kind, date, reference}' : issue.message,
          },
        ],
  );
}
