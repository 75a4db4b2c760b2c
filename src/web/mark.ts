import { html } from 'hono/html';
import type { Html } from './page.ts';

/** How a state looks: the style's class for its colour, and a shape and words that hold in greyscale. */
export interface Mark {
  look: string;
  shape: string;
  words: string;
}

/** A state as a coloured shape with its words. */
export function markOf({ look, shape, words }: Mark): Html {
  return html`<span class="state ${look}"><span aria-hidden="true">${shape}</span> ${words}</span>`;
}
