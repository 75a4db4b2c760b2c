import { timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { html } from 'hono/html';
import { HTTPException } from 'hono/http-exception';
import { isAtLeast, type Role } from '../account/account.ts';
import type { Session } from '../account/sessions.ts';
import { page } from '../web/page.ts';
import { CONSOLE, type ConsoleContext, type ConsoleEnv } from './console-env.ts';
import { consolePage } from './console-page.ts';

/** What carries the session in the browser. */
export const COOKIE = 'dondoc';

/** A template or a schedule file is the largest thing that a form brings. */
const LARGEST_FORM = 512 * 1024;

/** As the other pages', with programs of our own besides: none of them stands within a page. */
const POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  frameSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** No copy is kept of any page, no form comes from another site, none is larger than it can be. */
export function pageGuards(publicUrl: string): MiddlewareHandler[] {
  const ours = new URL(publicUrl).origin;
  const own = csrf({ origin: (origin, c) => origin === ours || origin === new URL(c.req.url).origin });
  return [
    secureHeaders({
      // A page that set a stricter policy keeps it.
      overwrite: false,
      contentSecurityPolicy: POLICY,
      strictTransportSecurity: false,
      originAgentCluster: false,
      referrerPolicy: 'same-origin',
    }),
    async (c, next) => {
      await next();
      c.header('Cache-Control', 'no-store');
      c.header('X-Robots-Tag', 'noindex, nofollow');
    },
    bodyLimit({ maxSize: LARGEST_FORM, onError: (c) => c.html(refusedForm(), 413) }),
    async (c, next) => {
      try {
        return await own(c, next);
      } catch (error) {
        if (error instanceof HTTPException && error.status === 403) return c.html(refusedForm(), 403);
        throw error;
      }
    },
    async (c, next) => {
      if (c.req.method === 'POST' && !(await isReadable(c))) return c.html(refusedForm(), 400);
      return next();
    },
  ];
}

/**
 * Only who is signed in goes on; others are led to the sign-in page and from there back. A form without its session's token
 * changes nothing. Who still has the password that was handed out sees nothing before having changed it.
 */
export function signedIn(
  read: (token: string) => Promise<Session | undefined>,
): MiddlewareHandler<ConsoleEnv> {
  return async (c, next) => {
    const cookie = getCookie(c, COOKIE);
    const session = cookie === undefined ? undefined : await read(cookie);
    if (session === undefined)
      return c.redirect(`${CONSOLE}/dang-nhap?tiep=${encodeURIComponent(asked(c))}`, 303);
    c.set('session', session);
    if (c.req.method === 'POST' && !(await carriesToken(c, session))) return c.html(refusedForm(), 403);
    const leaving = [`${CONSOLE}/mat-khau`, `${CONSOLE}/dang-xuat`].includes(c.req.path);
    if (session.account.oneTime && !leaving) return c.redirect(`${CONSOLE}/mat-khau`, 303);
    return next();
  };
}

/** Only accounts of this role or one above it go on. */
export function may(least: Role): MiddlewareHandler<ConsoleEnv> {
  return async (c, next) => {
    if (isAtLeast(c.get('session').account, least)) return next();
    return c.html(forbidden(c), 403);
  };
}

/** The page that tells a signed-in visitor that this is not theirs to see or do (403). */
export function forbidden(c: ConsoleContext) {
  return consolePage(
    c,
    'Không thuộc quyền của tài khoản',
    html`<h1>Không thuộc quyền của tài khoản</h1>
      <p>
        Tài khoản ${c.get('session').account.name} không được xem hoặc thực hiện nội dung này. Nếu cần, đề
        nghị người quản trị hệ thống cấp quyền.
      </p>`,
  );
}

/** Whether the body can be read as a form without a zero byte: no browser sends another, and Postgres keeps none. */
async function isReadable(c: Context): Promise<boolean> {
  try {
    const fields = Object.entries(await c.req.parseBody({ all: true })).flat(2);
    return !fields.some((text) => typeof text === 'string' && text.includes('\0'));
  } catch {
    return false;
  }
}

async function carriesToken(c: ConsoleContext, { formToken }: Session): Promise<boolean> {
  const { form_token: given } = await c.req.parseBody();
  const expected = Buffer.from(formToken);
  const carried = Buffer.from(typeof given === 'string' ? given : '');
  return carried.length === expected.length && timingSafeEqual(carried, expected);
}

/** Where a visitor wanted to go; a form that was sent without a session cannot be sent again by itself. */
function asked(c: ConsoleContext): string {
  return c.req.method === 'GET' ? `${c.req.path}${new URL(c.req.url).search}` : CONSOLE;
}

function refusedForm() {
  return page(
    'Nội dung chưa được ghi nhận',
    html`<h1>Nội dung chưa được ghi nhận</h1>
      <p>
        Biểu mẫu không xuất phát từ trang đang mở của hệ thống, đã quá lâu, hoặc quá dài. Hệ thống không thay
        đổi gì; đề nghị mở lại trang và thực hiện lại.
      </p>
      <p><a href="${CONSOLE}">Về trang quản lý</a></p>`,
  );
}
