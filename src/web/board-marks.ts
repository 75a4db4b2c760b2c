import { html } from 'hono/html';
import type { BoardRow } from '../board/board-row.ts';
import type { BoardState } from '../board/board-state.ts';
import type { Html } from './page.ts';

/** A state's shape in its colour, with words for who does not see it. */
export function shapeOf({ look, shape, words }: Pick<BoardState, 'look' | 'shape' | 'words'>): Html {
  return html`<span class="state ${look}"
    ><span aria-hidden="true">${shape}</span><span class="unseen">${words}:</span></span
  >`;
}

/** A row's state: shape, words, how far its day is, and that a decision is awaited besides. */
export function stateOf({ look, shape, words, distance, state, waitsFor }: BoardRow): Html {
  return html`<span class="state ${look}"><span aria-hidden="true">${shape}</span> ${words}</span
    >${distance === '' ? '' : html`<span class="distance">, ${distance}</span>`}
    ${
      waitsFor === undefined || state === 'awaiting'
        ? ''
        : html`<span class="waits"
            ><span class="state awaiting"><span aria-hidden="true">◇</span> Chờ quyết định</span></span
          >`
    }`;
}
