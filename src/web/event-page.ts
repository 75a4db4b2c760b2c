import { html } from 'hono/html';
import type { OpenedEvent } from '../answer/opened.ts';
import { moment, shortDate } from '../calendar/wording.ts';
import { DOCUMENT, DOCUMENT_DAY } from './answer-fields.ts';
import { contactWords } from './deadline-facts.ts';
import { box } from './deadline-notes.ts';
import type { Returned } from './form-fields.ts';
import { kept } from './kept.ts';
import { linkForms } from './link-form.ts';
import { page, type Html } from './page.ts';

/** The page on which the owner of a kind registers events; `said` is what was just found to be known already. */
export function eventPage(opened: OpenedEvent, more: { returned?: Returned; said?: string } = {}): Html {
  const { kind, known, mark, mayAct } = opened;
  const { returned, said } = more;
  return page(
    `Ghi nhận sự kiện: ${kind.name}`,
    html`${
        returned === undefined
          ? ''
          : html`<div class="box wrong" role="alert">
              Văn bản chưa được ghi nhận.
              ${returned.problems.form ?? 'Đề nghị xem lại những chỗ được đánh dấu bên dưới.'}
            </div>`
      }
      ${said === undefined ? '' : html`<div class="box good" role="status">${said} Hệ thống không lập thêm thời hạn.</div>`}
      <p class="standing calm">Ghi nhận sự kiện</p>
      <h1 lang="vi">${kind.name}</h1>
      <p>Khi văn bản được ghi nhận, hệ thống lập thời hạn và nhắc cho các nhiệm vụ sau:</p>
      <ul>
        ${kind.duties.map(
          ({ title, phrase, leads }) =>
            html`<li>
              ${kept(title)}${phrase === undefined ? '' : html` (“${kept(phrase)}”)`}; chủ trì:
              ${kept(leads.join(', '))}
            </li>`,
        )}
      </ul>
      ${
        mayAct
          ? linkForms(
              [
                {
                  kind: 'event',
                  title: 'Ghi nhận văn bản',
                  fields: [{ ...DOCUMENT, hint: 'Ghi như trên văn bản, ví dụ 703/QĐ-UBND.' }, DOCUMENT_DAY],
                  button: 'Ghi nhận',
                  first: true,
                },
              ],
              { seen: 0, form: mark },
              returned,
            )
          : box(
              html`Cơ quan nhận thư không còn ghi nhận loại sự kiện này; việc này hiện do
              ${contactWords(kind.owner)} thực hiện.`,
            )
      }
      <section id="ghi-nhan" aria-labelledby="da-ghi-nhan">
        <h2 id="da-ghi-nhan">Văn bản đã ghi nhận gần đây</h2>
        ${known.length === 0 ? html`<p class="note">Chưa có văn bản nào.</p>` : knownList(known)}
      </section>`,
  );
}

function knownList(known: OpenedEvent['known']): Html {
  return html`<ol class="history">
    ${known.map(
      ({ day, reference, at }) =>
        html`<li>
          Văn bản <strong lang="vi">${reference}</strong> ngày ${shortDate(day)}
          <span class="who">ghi nhận lúc ${moment(at)}</span>
        </li>`,
    )}
  </ol>`;
}
