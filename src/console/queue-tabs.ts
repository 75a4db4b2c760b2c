import { html } from 'hono/html';
import type { Html } from '../web/page.ts';
import { CONSOLE } from './console-env.ts';

const TABS = [
  { at: 'hang-doi', path: '/hang-doi', name: 'Đang chờ' },
  { at: 'khong-gui-duoc', path: '/hang-doi/khong-gui-duoc', name: 'Không gửi được' },
] as const;

/** The two lists of letters that an admin looks after. */
export function queueTabs(current: (typeof TABS)[number]['at']): Html {
  return html`<nav class="tabs" aria-label="Các danh sách thư">
    ${TABS.map(
      ({ at, path, name }) =>
        html`<a href="${CONSOLE}${path}" ${at === current ? html`aria-current="page"` : ''}>${name}</a>`,
    )}
  </nav>`;
}
