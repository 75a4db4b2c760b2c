import { html } from 'hono/html';
import type { Html } from './page.ts';

/** Words that stay Vietnamese whatever language the page is read in: names, the plan's words, what people wrote. */
export function kept(words: string | Html): Html {
  return html`<span lang="vi">${words}</span>`;
}
