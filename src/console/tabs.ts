import { html } from 'hono/html';
import type { Html } from '../web/page.ts';
import { CONSOLE } from './console-env.ts';

/** One of several pages that stand beside each other; `path` lies under the console's. */
export interface Tab {
  path: string;
  name: string;
}

/** The pages that stand beside each other, with the present one marked; `label` names them all. */
export function tabs(label: string, pages: readonly Tab[], present: Tab): Html {
  return html`<nav class="tabs" aria-label="${label}">
    ${pages.map(
      (page) =>
        html`<a href="${CONSOLE}${page.path}" ${page === present ? html`aria-current="page"` : ''}
          >${page.name}</a
        >`,
    )}
  </nav>`;
}
