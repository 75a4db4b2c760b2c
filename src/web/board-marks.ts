import { html } from 'hono/html';
import type { BoardRow } from '../board/board-row.ts';
import { markOf, type Mark } from './mark.ts';
import type { Html } from './page.ts';

/** A state's shape in its colour, with words for who does not see it. */
export function shapeOf({ look, shape, words }: Mark): Html {
  return html`<span class="state ${look}"
    ><span aria-hidden="true">${shape}</span><span class="unseen">${words}:</span></span
  >`;
}

/** A row's state: shape, words, how far its day is, and that a decision is awaited besides. */
export function stateOf(row: BoardRow): Html {
  const { distance, state, waitsFor } = row;
  return html`${markOf(row)}${distance === '' ? '' : html`<span class="distance">, ${distance}</span>`}
  ${
    waitsFor === undefined || state === 'awaiting'
      ? ''
      : html`<span class="waits">${markOf({ look: 'awaiting', shape: '◇', words: 'Chờ quyết định' })}</span>`
  }`;
}
