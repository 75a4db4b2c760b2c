import { html } from 'hono/html';
import type { OfferedKind } from '../answer/officer-desk.ts';
import { moment, shortDate } from '../calendar/wording.ts';
import { DOCUMENT, DOCUMENT_DAY } from '../web/answer-fields.ts';
import { contactWords } from '../web/deadline-facts.ts';
import type { Returned } from '../web/form-fields.ts';
import { linkForms } from '../web/link-form.ts';
import type { Html } from '../web/page.ts';
import type { ConsoleContext } from './console-env.ts';
import { consolePage } from './console-page.ts';

/** Every kind of event that the account may register, with the duties it sets off and what was registered last. */
export function deadlineEventPage(
  c: ConsoleContext,
  kinds: OfferedKind[],
  { registered, returned }: { registered?: string; returned?: Returned },
): Html {
  const last = kinds.find(({ id }) => id === registered)?.known[0];
  return consolePage(
    c,
    'Sự kiện làm phát sinh thời hạn',
    html`<h1>Sự kiện làm phát sinh thời hạn</h1>
      ${
        returned === undefined
          ? ''
          : html`<div class="box wrong" role="alert">
              Văn bản chưa được ghi nhận.
              ${returned.problems.form ?? 'Đề nghị xem lại những chỗ được đánh dấu bên dưới.'}
            </div>`
      }
      ${
        last === undefined
          ? ''
          : html`<div class="box good" role="status">
              <strong>Hệ thống đã ghi nhận</strong> văn bản ${last.reference} ngày ${shortDate(last.day)} và
              lập thời hạn cho các nhiệm vụ chờ sự kiện này.
            </div>`
      }
      <p class="note">
        Khi một văn bản được ghi nhận, hệ thống lập thời hạn và nhắc các cơ quan chủ trì. Văn bản đã ghi nhận
        không xóa khỏi sổ được; đề nghị kiểm tra số và ngày trước khi ghi.
      </p>
      ${
        kinds.length === 0
          ? html`<p class="empty">Không có nhiệm vụ nào do cơ quan theo dõi chờ một sự kiện.</p>`
          : kinds.map((kind) => kindSection(c, kind, returned))
      }`,
    { styles: ['/assets/deadline.css'] },
  );
}

function kindSection(
  c: ConsoleContext,
  { id, name, owner, duties, known }: OfferedKind,
  returned: Returned | undefined,
): Html {
  return html`<section class="kind" aria-labelledby="loai-${id}">
    <h2 id="loai-${id}">${name}</h2>
    <p class="note">Cơ quan ghi nhận: ${contactWords(owner)}. Nhiệm vụ chờ sự kiện này:</p>
    <ul class="links">
      ${duties.map(
        ({ title, phrase, leads }) =>
          html`<li>
            ${title}${phrase === undefined ? '' : html` (<q>${phrase}</q>)`}; chủ trì: ${leads.join(', ')}
          </li>`,
      )}
    </ul>
    ${linkForms(
      [
        {
          kind: id,
          title: 'Ghi nhận văn bản',
          fields: [{ ...DOCUMENT, hint: 'Ghi như trên văn bản, ví dụ 703/QĐ-UBND.' }, DOCUMENT_DAY],
          button: 'Ghi nhận',
        },
      ],
      { form_token: c.get('session').formToken },
      returned,
    )}
    ${known.length === 0 ? html`<p class="note">Chưa có văn bản nào được ghi nhận.</p>` : knownTable(known)}
  </section>`;
}

function knownTable(known: OfferedKind['known']): Html {
  return html`<table class="rungs">
    <caption>
      Văn bản đã ghi nhận gần đây
    </caption>
    <thead>
      <tr>
        <th scope="col">Văn bản</th>
        <th scope="col">Ngày văn bản</th>
        <th scope="col">Ghi nhận lúc</th>
      </tr>
    </thead>
    <tbody>
      ${known.map(
        ({ day, reference, at }) =>
          html`<tr>
            <td class="thing">${reference}</td>
            <td>${shortDate(day)}</td>
            <td>${moment(at)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
