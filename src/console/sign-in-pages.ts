import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { AccountRefused } from '../account/account.ts';
import { SHORTEST_PASSWORD } from '../account/password.ts';
import type { CookieOptions } from 'hono/utils/cookie';
import type { Gate } from '../web/gate.ts';
import { page, type Html } from '../web/page.ts';
import { tooManyPage } from '../web/stale-pages.ts';
import { CONSOLE, type ConsoleContext, type ConsoleEnv } from './console-env.ts';
import { consolePage, formToken } from './console-page.ts';
import type { AccountDesk } from '../account/account-desk.ts';
import { COOKIE } from './guards.ts';

/** The page to sign in at, which alone needs no session. */
export function signInPages(desk: AccountDesk, gate: Gate, cookie: CookieOptions): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  const signOn = desk.singleSignOn !== undefined;
  app.get('/dang-nhap', (c) => c.html(signInPage(nextOf(c.req.query('tiep')), { signOn })));
  app.post('/dang-nhap', async (c) => {
    const wait = await gate.post(c);
    if (wait !== undefined) return c.html(tooManyPage(wait), 429, { 'Retry-After': String(wait) });
    const typed = await c.req.parseBody();
    const [name, password, next] = [
      text(typed.name).trim().toLowerCase(),
      text(typed.password),
      nextOf(text(typed.next)),
    ];
    try {
      const token = await desk.signIn(name, password);
      setCookie(c, COOKIE, token, cookie);
      return c.redirect(next, 303);
    } catch (error) {
      if (!(error instanceof AccountRefused)) throw error;
      return c.html(signInPage(next, { signOn, name, problem: error.message }), 422);
    }
  });
  return app;
}

/** To sign out, and to change one's own password. */
export function ownAccountPages(desk: AccountDesk): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.post('/dang-xuat', async (c) => {
    await desk.signOut(getCookie(c, COOKIE) ?? '');
    deleteCookie(c, COOKIE, { path: CONSOLE });
    return c.redirect(`${CONSOLE}/dang-nhap`, 303);
  });
  app.get('/mat-khau', (c) => c.html(passwordPage(c)));
  app.post('/mat-khau', async (c) => {
    const typed = await c.req.parseBody();
    const [old, fresh, again] = [text(typed.old), text(typed.fresh), text(typed.again)];
    if (fresh !== again) return c.html(passwordPage(c, 'Hai lần gõ mật khẩu mới không giống nhau.'), 422);
    try {
      await desk.changePassword(c.get('session').account.name, { old, fresh });
    } catch (error) {
      if (!(error instanceof AccountRefused)) throw error;
      return c.html(passwordPage(c, error.message), 422);
    }
    return c.redirect(`${CONSOLE}/dang-nhap`, 303);
  });
  return app;
}

/** The page to sign in at; `next` is where to go then. */
export function signInPage(
  next: string,
  { signOn, name, problem: refusal }: { signOn: boolean; name?: string; problem?: string },
): Html {
  return page(
    'Đăng nhập',
    html`<div class="narrow">
      <h1>Đăng nhập trang quản lý</h1>
      ${problem(refusal)}
      ${signOn ? html`<p><a class="button" href="${CONSOLE}/dang-nhap/di">Đăng nhập bằng tài khoản của tỉnh</a></p>` : ''}
      <form class="stacked" method="post" action="${CONSOLE}/dang-nhap">
        <input type="hidden" name="next" value="${next}" />
        <label for="name">Tên tài khoản</label>
        <input
          id="name"
          name="name"
          autocomplete="username"
          autocapitalize="none"
          required
          value="${name ?? ''}"
        />
        <label for="password">Mật khẩu</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required />
        <button>Đăng nhập</button>
      </form>
      <p class="note">
        Cơ quan nhận thư nhắc hạn không cần tài khoản: trả lời qua đường dẫn trong thư; cơ quan đã được cấp
        tài khoản thì đăng nhập tại đây. Quên mật khẩu: đề nghị người quản trị hệ thống cấp lại.
      </p>
    </div>`,
    { styles: ['/assets/console.css'] },
  );
}

function passwordPage(c: ConsoleContext, refusal?: string): Html {
  const { oneTime } = c.get('session').account;
  return consolePage(
    c,
    'Đổi mật khẩu',
    html`<div class="narrow">
      <h1>Đổi mật khẩu</h1>
      ${oneTime ? html`<p>Mật khẩu được cấp chỉ dùng một lần. Đề nghị đặt mật khẩu riêng trước khi sử dụng.</p>` : ''}
      ${problem(refusal)}
      <form class="stacked" method="post">
        ${formToken(c)}
        <label for="old">Mật khẩu hiện tại</label>
        <input id="old" name="old" type="password" autocomplete="current-password" required />
        <label for="fresh">Mật khẩu mới, ít nhất ${SHORTEST_PASSWORD} ký tự</label>
        <input
          id="fresh"
          name="fresh"
          type="password"
          autocomplete="new-password"
          minlength="${SHORTEST_PASSWORD}"
          required
        />
        <label for="again">Gõ lại mật khẩu mới</label>
        <input id="again" name="again" type="password" autocomplete="new-password" required />
        <button>Đổi mật khẩu</button>
      </form>
      <p class="note">Sau khi đổi, mọi trình duyệt đang đăng nhập bằng tài khoản này phải đăng nhập lại.</p>
    </div>`,
  );
}

function problem(words: string | undefined): Html | string {
  return words === undefined ? '' : html`<p class="problem" role="alert">${words}</p>`;
}

/** Only a page of the console: an address put together by somebody else must not lead a signed-in visitor away. */
function nextOf(wanted: string | undefined): string {
  return wanted !== undefined && /^\/quan-ly(?:[/?][^\\\s]*)?$/.test(wanted) ? wanted : CONSOLE;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
