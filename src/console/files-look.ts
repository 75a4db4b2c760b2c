import { html } from 'hono/html';
import type { FileProblem } from '../files/check-change.ts';
import type { Html } from '../web/page.ts';
import type { Outcome } from './files-draft.ts';

export const FILES_STYLE = '/assets/files.css';

/** What is said above a form that came back: the notice, and the problems that stand at none of its fields. */
export function outcomeBox(
  { problems, notice }: Outcome,
  elsewhere: readonly FileProblem[] = problems,
): Html | string {
  if (problems.length === 0 && notice === undefined) return '';
  return html`<div class="box wrong" role="alert">
    ${notice === undefined ? '' : html`<p>${notice}</p>`}
    ${
      problems.length === 0
        ? ''
        : html`<p>
            ${
              elsewhere.length < problems.length
                ? 'Chưa ghi gì: nội dung có điểm cần sửa tại các ô bên dưới.'
                : 'Chưa ghi gì: nội dung có điểm cần sửa.'
            }
          </p>`
    }
    ${
      elsewhere.length === 0
        ? ''
        : html`<ul>
            ${elsewhere.map(({ words }) => html`<li lang="vi">${words}</li>`)}
          </ul>`
    }
  </div>`;
}

/** A problem's words without its place, with what was probably meant. */
export function problemWords({ message, suggestion }: FileProblem): string {
  const words = message.charAt(0).toUpperCase() + message.slice(1);
  return suggestion === undefined ? words : `${words.replace(/\.$/, '')} — có phải ý bạn là “${suggestion}”?`;
}
