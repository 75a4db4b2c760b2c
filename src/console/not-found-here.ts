import { html } from 'hono/html';
import type { Html } from '../web/page.ts';
import type { ConsoleContext } from './console-env.ts';
import { consolePage } from './console-page.ts';

/** The page for an address under which the console has nothing; `what` says what is not there. */
export function notFoundHere(c: ConsoleContext, what: string): Html {
  return consolePage(
    c,
    'Không tìm thấy',
    html`<h1>Không tìm thấy</h1>
      <p>${what}</p>`,
  );
}
