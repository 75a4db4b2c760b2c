import { Hono, type Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import { AccountRefused } from '../account/account.ts';
import type { SingleSignOn } from '../account/single-sign-on.ts';
import { CONSOLE, type ConsoleEnv } from './console-env.ts';
import { COOKIE } from './guards.ts';
import { signInPage } from './sign-in-pages.ts';

/** What the browser carries while its visitor is at the organisation's sign-in server. */
const CARRIED = 'dondoc-di';

/** Away to the organisation's server, and back; what the browser carries meanwhile proves that it is the same one. */
export function signOnPages(
  signOn: SingleSignOn,
  publicUrl: string,
  cookie: CookieOptions,
): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  const back = `${publicUrl.replace(/\/+$/, '')}${CONSOLE}/dang-nhap/ve`;
  const refused = (c: Context, error: unknown) => {
    if (!(error instanceof AccountRefused)) throw error;
    return c.html(signInPage(CONSOLE, { signOn: true, problem: error.message }), 422);
  };
  app.get('/dang-nhap/di', async (c) => {
    try {
      const { url, carried } = await signOn.begin(back);
      setCookie(c, CARRIED, carried, { ...cookie, maxAge: 600 });
      return c.redirect(url, 303);
    } catch (error) {
      return refused(c, error);
    }
  });
  app.get('/dang-nhap/ve', async (c) => {
    try {
      const at = new URL(back);
      at.search = new URL(c.req.url).search;
      const token = await signOn.end(at, getCookie(c, CARRIED) ?? '');
      deleteCookie(c, CARRIED, cookie);
      setCookie(c, COOKIE, token, cookie);
      return c.redirect(CONSOLE, 303);
    } catch (error) {
      return refused(c, error);
    }
  });
  return app;
}
