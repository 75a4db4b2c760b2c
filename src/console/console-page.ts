import { html } from 'hono/html';
import { isAtLeast, type Role } from '../account/account.ts';
import { page, type Html } from '../web/page.ts';
import { CONSOLE, UNIT_HOME, type ConsoleContext } from './console-env.ts';

interface Place {
  path: string;
  name: string;
  least: Role;
}

const PLACES: readonly Place[] = [
  { path: UNIT_HOME, name: 'Nhiệm vụ của cơ quan', least: 'unit' },
  { path: CONSOLE, name: 'Thời hạn', least: 'viewer' },
  { path: `${CONSOLE}/thang`, name: 'Lịch tháng', least: 'viewer' },
  { path: `${CONSOLE}/bao-cao`, name: 'Báo cáo', least: 'viewer' },
  { path: `${CONSOLE}/su-kien`, name: 'Sự kiện', least: 'officer' },
  { path: `${CONSOLE}/cau-hinh`, name: 'Cấu hình', least: 'officer' },
  { path: `${CONSOLE}/hang-doi`, name: 'Hàng đợi', least: 'admin' },
  { path: `${CONSOLE}/he-thong`, name: 'Hệ thống', least: 'admin' },
];

/** What a page of the console has besides: style sheets and programs of its own, and whether it asks for itself anew (seconds). */
export interface ConsolePageParts {
  styles?: string[];
  programs?: string[];
  refresh?: number | undefined;
  /** As for every page. */
  isNamed?: boolean;
}

/** A page of the console: the places that the signed-in may go to above it, and what everybody is to know at once. */
export function consolePage(
  c: ConsoleContext,
  title: string,
  content: Html,
  { styles = [], programs = [], refresh, isNamed = false }: ConsolePageParts = {},
): Html {
  const { account, formToken } = c.get('session');
  return page(title, html`${c.get('notice') ?? ''}${content}`, {
    styles: ['/assets/console.css', ...styles],
    programs,
    refresh,
    isNamed,
    aside: html`<nav class="places" aria-label="Các trang quản lý">
      ${PLACES.filter(({ least }) => isAtLeast(account, least)).map(
        ({ path, name }) =>
          html`<a href="${path}" ${isAt(c.req.path, path) ? html`aria-current="page"` : ''}>${name}</a>`,
      )}
      <form class="sign-out" method="post" action="${CONSOLE}/dang-xuat">
        <input type="hidden" name="form_token" value="${formToken}" />
        <a href="${CONSOLE}/mat-khau">${account.name}</a> <button class="quiet">Đăng xuất</button>
      </form>
    </nav>`,
  });
}

/** The hidden field that every form of the console carries: a form without it changes nothing. */
export function formToken(c: ConsoleContext): Html {
  return html`<input type="hidden" name="form_token" value="${c.get('session').formToken}" />`;
}

function isAt(path: string, place: string): boolean {
  return place === CONSOLE ? path === CONSOLE : path === place || path.startsWith(`${place}/`);
}
