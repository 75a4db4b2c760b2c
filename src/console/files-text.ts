import { html } from 'hono/html';
import type { Html } from '../web/page.ts';
import type { FormValues } from './files-form-values.ts';

/** The field that a file's whole text is in. */
export const TEXT = 'noi_dung';

/** A large field with a file's text; the first line end inside it is not part of the text. */
export function textBox(text: string): Html {
  return html`<label for="text">Nội dung tệp</label>
    <textarea id="text" lang="vi" class="file-text" name="${TEXT}" spellcheck="false" wrap="off">
${text}</textarea>`;
}

/** The text that a form brought, with the line ends that the file has: browsers send their own. */
export function asWritten(before: string, values: FormValues): string {
  const typed = (values.get(TEXT)?.[0] ?? '').replace(/\r\n?/g, '\n');
  return before.includes('\r\n') ? typed.replaceAll('\n', '\r\n') : typed;
}
