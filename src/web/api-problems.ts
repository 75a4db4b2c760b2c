import type { Context } from 'hono';
import type { z } from 'zod';

/** The body as `shape` reads it, or the reply that tells what is wrong with it, path by path (422). `whole` says what it must be. */
export async function readBody<T>(
  c: Context,
  shape: z.ZodType<T>,
  whole: string,
): Promise<{ ok: true; value: T } | { ok: false; reply: Response }> {
  const read = shape.safeParse(await c.req.json<unknown>().catch(() => undefined));
  if (read.success) return { ok: true, value: read.data };
  const problems = problemsOf(read.error, whole);
  return { ok: false, reply: c.json({ error: 'Nội dung chưa đúng.', problems }, 422) };
}

/** What is wrong, path by path; `whole` says what the whole must be. */
export function problemsOf({ issues }: z.ZodError, whole: string): { path: string; message: string }[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'không dùng ở đây' }))
      : [
          {
            path: issue.path.join('.'),
            message: issue.path.length === 0 ? `phải là ${whole}` : issue.message,
          },
        ],
  );
}
