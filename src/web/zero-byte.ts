import type { MiddlewareHandler } from 'hono';
import { badAddressPage } from './failure-pages.ts';

/** No address of ours carries a zero byte, and Postgres refuses to look for one: 400, before any route reads it. */
export const noZeroByteInAddress: MiddlewareHandler = async (c, next) => {
  if (!/%00|\0/.test(c.req.url)) return next();
  if (c.req.path.startsWith('/api/')) return c.json({ error: 'Địa chỉ có ký tự điều khiển.' }, 400);
  return c.html(badAddressPage(), 400);
};
