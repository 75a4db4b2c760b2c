import { html } from 'hono/html';
import type { Html } from './page.ts';

/** One fact: its name, and its value; one without a value is left out. */
export type Fact = readonly [name: string, value: string | Html | null | undefined];

/** Facts as a table of names and values; `caption` is for who does not see it. */
export function factsTable(caption: string, facts: readonly Fact[]): Html {
  return html`<table class="facts roomy">
    <caption class="unseen">
      ${caption}
    </caption>
    <tbody>
      ${facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(
          ([name, value]) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${value}</td>
            </tr>`,
        )}
    </tbody>
  </table>`;
}
