import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { raw } from 'hono/html';
import { inEnglish } from '../english/in-english.ts';

/** The languages that pages are read in; `vi` is the one that they are written in. */
const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Where a reader chooses: `/ngon-ngu?den=en&ve=/mailbox`. */
export const LANGUAGE_PATH = '/ngon-ngu';
const COOKIE = 'dondoc-ngon-ngu';
const YEAR = 365 * 24 * 60 * 60;

/** The link to the other language in the head of every page; as the page leaves, it learns where to come back to. */
export const OTHER_LANGUAGE = raw(languageLink('en', ''));

/** Sets the language for this reader alone and leads back to the page that was open. */
export function languageRoute(secure: boolean): Hono {
  const app = new Hono();
  app.get('/', (c) => {
    const wanted = LANGUAGES.find((language) => language === c.req.query('den'));
    if (wanted === undefined) return c.notFound();
    const cookie = { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: YEAR } as const;
    setCookie(c, COOKIE, wanted, cookie);
    c.header('Cache-Control', 'no-store');
    return c.redirect(ownPath(c.req.query('ve')), 303);
  });
  return app;
}

/**
 * Gives every page of ours the reader's language, and its link to the other. A page that names its language itself (a letter, which is
 * shown as it was sent) stays as it is, and so does everything that is not HTML.
 */
export const inReadersLanguage: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers, status } = c.res;
  if (!headers.get('Content-Type')?.startsWith('text/html') || headers.has('Content-Language')) return;
  const language = getCookie(c, COOKIE) === 'en' ? 'en' : 'vi';
  const page = await c.res.text();
  const link = languageLink(language === 'en' ? 'vi' : 'en', `&amp;ve=${encodeURIComponent(pathOfPage(c))}`);
  const linked = page.replace(languageLink('en', ''), () => link);
  c.res = undefined;
  c.res = new Response(language === 'en' ? inEnglish(linked) : linked, { status, headers });
  c.header('Content-Language', language);
  c.header('Vary', 'Cookie', { append: true });
  if (!headers.has('Cache-Control')) c.header('Cache-Control', 'private, no-cache');
};

/** The link as it stands in a page; `back` is text of an address. */
function languageLink(to: Language, back: string): string {
  const name = to === 'en' ? 'English' : 'Tiếng Việt';
  return `<a class="language" href="${LANGUAGE_PATH}?den=${to}${back}" lang="${to}" hreflang="${to}" rel="nofollow">${name}</a>`;
}

/** A form that came back stands at the address that it was sent to, which may answer to nothing else: its page is where it came from. */
function pathOfPage(c: Context): string {
  const { origin, pathname, search } = new URL(c.req.url);
  if (c.req.method === 'GET') return pathname + search;
  const from = c.req.header('Referer');
  if (from === undefined || !URL.canParse(from)) return '/';
  const page = new URL(from);
  const host = c.req.header('Host');
  return page.origin === origin || page.host === host ? page.pathname + page.search : '/';
}

/** Only a path of our own: an address put together by somebody else must not lead a reader away. */
function ownPath(wanted = '/'): string {
  const here = 'http://here.invalid';
  if (!/^\/[^\\\s]*$/.test(wanted) || !URL.canParse(wanted, here)) return '/';
  const { origin, pathname, search } = new URL(wanted, here);
  return origin === here && !pathname.startsWith('//') ? pathname + search : '/';
}
