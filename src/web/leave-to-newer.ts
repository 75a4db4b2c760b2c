import type { MiddlewareHandler } from 'hono';
import { upgradingPage } from './failure-pages.ts';

/** Soon a balancer leads to the newer version, or the older is stopped. Seconds. */
const SOON = '60';

/** While a newer version has changed the record, pages are still shown but nothing is taken in: 503, and nothing is written. */
export function leaveToNewer(isOvertaken: () => Promise<boolean>): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || !(await isOvertaken())) return next();
    c.header('Retry-After', SOON);
    if (c.req.path.startsWith('/api/'))
      return c.json({ error: 'Hệ thống đang được nâng cấp; đề nghị gửi lại sau ít phút.' }, 503);
    return c.html(upgradingPage(), 503);
  };
}
