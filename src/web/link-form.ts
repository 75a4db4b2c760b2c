import { html } from 'hono/html';
import { fieldInput, type Field, type Returned } from './form-fields.ts';
import type { Html } from './page.ts';

/** One form on the page of a deadline or of a kind of event. */
export interface LinkForm {
  /** What it says: the answer's kind; one of its own on its page. */
  kind: string;
  title: string;
  /** Where it is sent; the page's own address when absent. */
  action?: string;
  /** Told above the fields. */
  about?: string;
  fields: Field[];
  button: string;
  /** Shown unfolded, as what most come for. */
  first?: boolean;
}

/** What every form of a page carries besides its fields, by name. */
export type Carried = Readonly<Record<string, string | number>>;

/** The forms of a page, folded but for the first and the one that came back. */
export function linkForms(forms: LinkForm[], carried: Carried, returned: Returned | undefined): Html {
  return html`${forms.map((form) => linkForm(form, carried, returned?.kind === form.kind ? returned : undefined))}`;
}

function linkForm(
  { kind, title, action, about, fields, button, first }: LinkForm,
  carried: Carried,
  returned: Returned | undefined,
): Html {
  return html`<details class="answer" id="${kind}" ${first || returned ? html`open` : ''}>
    <summary>${title}</summary>
    <form method="post" ${action === undefined ? '' : html`action="${action}"`} novalidate>
      ${about === undefined ? '' : html`<p class="note">${about}</p>`}
      <input type="hidden" name="kind" value="${kind}" />
      ${Object.entries(carried).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      ${fields.map((field) => fieldInput(kind, field, returned))}
      <button type="submit" class="${first ? '' : 'quiet'}">${button}</button>
    </form>
  </details>`;
}
