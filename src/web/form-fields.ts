import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Html } from './page.ts';

/** What was typed, by field name, each on one line without surrounding or invisible characters. */
export type Typed = Readonly<Record<string, string>>;

/** A form that came back: which one, what was typed, and what is wrong, by field or (under `form`) as a whole. */
export interface Returned {
  kind: string;
  typed: Typed;
  problems: Readonly<Record<string, string>>;
}

/** One field of a form. */
export interface Field {
  name: string;
  label: string;
  hint?: string;
  /** `words`: several lines. */
  type: 'line' | 'day' | 'number' | 'address' | 'words';
  needed?: boolean;
}

/** Reads the form in the request's body; a file or a repeated field counts as nothing. */
export async function readForm(context: Context): Promise<Typed> {
  const body = await context.req.parseBody({ all: true });
  const texts = Object.entries(body).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts.map(([name, text]) => [name, oneLine(text)]));
}

/** The field with what was typed into it, and beside it what is wrong. */
export function fieldInput(form: string, field: Field, returned: Returned | undefined): Html {
  const { name, label, hint, needed } = field;
  const id = `${form}-${name}`;
  const problem = returned?.problems[name];
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return html`<div class="field ${problem === undefined ? '' : 'wrong'}">
    <label for="${id}">${label}${needed ? '' : html` <span class="optional">(không bắt buộc)</span>`}</label>
    ${hint === undefined ? '' : html`<p class="hint" id="${id}-hint">${hint}</p>`}
    ${problem === undefined ? '' : html`<p class="problem" id="${id}-problem">${problem}</p>`}
    ${input(id, field, returned?.typed[name] ?? '', described, problem !== undefined)}
  </div>`;
}

function input(
  id: string,
  { name, type, needed }: Field,
  value: string,
  described: string,
  wrong: boolean,
): Html {
  const told = html`${described === '' ? '' : html`aria-describedby="${described}"`}
  ${wrong ? html`aria-invalid="true"` : ''} ${needed ? html`aria-required="true"` : ''}
  ${type === 'words' ? html`lang="vi"` : ''}`;
  if (type === 'words')
    return html`<textarea id="${id}" name="${name}" rows="3" maxlength="1000" ${told}>${value}</textarea>`;
  const mode = type === 'number' ? 'decimal' : type === 'address' ? 'url' : 'text';
  return html`<input
    class="${type}"
    type="text"
    inputmode="${mode}"
    autocomplete="off"
    id="${id}"
    name="${name}"
    value="${value}"
    maxlength="500"
    ${told}
  />`;
}

/** Hidden and direction-changing characters would mislead whoever reads the record, and Postgres refuses the zero byte. */
function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
}
