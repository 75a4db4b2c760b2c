import { html } from 'hono/html';
import type { Html } from '../web/page.ts';

/** A column's head; numbers stand to the right. */
export interface Head {
  words: string;
  isNumber?: boolean;
}

/** A table of reports: on a phone, where its head is not shown, each of its `lines` is a card. */
export function resultsTable(caption: string, heads: readonly Head[], lines: readonly Html[]): Html {
  return html`<table class="results">
    <caption class="unseen">
      ${caption}
    </caption>
    <thead>
      <tr>
        ${heads.map(({ words, isNumber = false }) => html`<th scope="col" class="${isNumber ? 'number' : ''}">${words}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${lines}
    </tbody>
  </table>`;
}
