import { html } from 'hono/html';
import type { OfferedKind } from '../answer/officer-desk.ts';
import { moment, shortDate } from '../calendar/wording.ts';
import { DOCUMENT, DOCUMENT_DAY, reason } from '../web/answer-fields.ts';
import { contactWords } from '../web/deadline-facts.ts';
import type { Returned } from '../web/form-fields.ts';
import { kept } from '../web/kept.ts';
import { linkForms, type LinkForm } from '../web/link-form.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext } from './console-env.ts';
import { consolePage } from './console-page.ts';

/** Every kind of event that the account may register, with the duties it sets off and what was registered last. */
export function deadlineEventPage(
  c: ConsoleContext,
  kinds: OfferedKind[],
  { registered, cancelled, returned }: { registered?: string; cancelled?: string; returned?: Returned },
): Html {
  const last = kinds.find(({ id }) => id === registered)?.known[0];
  const undone = kinds.flatMap(({ known }) => known).find(({ id }) => String(id) === cancelled);
  return consolePage(
    c,
    'Sự kiện làm phát sinh thời hạn',
    html`<h1>Sự kiện làm phát sinh thời hạn</h1>
      ${
        returned === undefined
          ? ''
          : html`<div class="box wrong" role="alert">
              Nội dung chưa được ghi nhận.
              ${returned.problems.form ?? 'Đề nghị xem lại những chỗ được đánh dấu bên dưới.'}
            </div>`
      }
      ${
        last === undefined
          ? ''
          : html`<div class="box good" role="status">
              <strong>Hệ thống đã ghi nhận</strong> ${documentWords(last)} và lập thời hạn cho các nhiệm vụ
              chờ sự kiện này.
            </div>`
      }
      ${
        undone?.cancelled == null
          ? ''
          : html`<div class="box good" role="status">
              <strong>Hệ thống đã hủy</strong> ghi nhận văn bản ${kept(undone.reference)} ngày
              ${shortDate(undone.day)} và rút các thời hạn do văn bản này đặt ra.
            </div>`
      }
      <p class="note">
        Khi một văn bản được ghi nhận, hệ thống lập thời hạn và nhắc các cơ quan chủ trì. Ghi nhầm thì hủy
        được khi chưa có trả lời, quyết định nào về các thời hạn đó; sổ giữ cả lần ghi và lần hủy.
      </p>
      ${
        kinds.length === 0
          ? html`<p class="empty">Không có nhiệm vụ nào do cơ quan theo dõi chờ một sự kiện.</p>`
          : kinds.map((kind) => kindSection(c, kind, returned))
      }`,
    { styles: ['/assets/deadline.css'] },
  );
}

function documentWords({ reference, day }: OfferedKind['known'][number]): Html {
  return html`văn bản ${kept(reference)} ngày ${shortDate(day)}`;
}

function kindSection(
  c: ConsoleContext,
  { id, name, owner, duties, known }: OfferedKind,
  returned: Returned | undefined,
): Html {
  return html`<section class="kind" aria-labelledby="loai-${id}">
    <h2 id="loai-${id}" lang="vi">${name}</h2>
    <p class="note">Cơ quan ghi nhận: ${contactWords(owner)}. Nhiệm vụ chờ sự kiện này:</p>
    <ul class="links">
      ${duties.map(({ title, phrase, leads }) => {
        const said = phrase === undefined ? '' : html` (<q lang="vi">${phrase}</q>)`;
        return html`<li>${kept(title)}${said}; chủ trì: ${kept(leads.join(', '))}</li>`;
      })}
    </ul>
    ${linkForms(
      [
        {
          kind: id,
          action: `${CONSOLE}/su-kien`,
          title: 'Ghi nhận văn bản',
          fields: [{ ...DOCUMENT, hint: 'Ghi như trên văn bản, ví dụ 703/QĐ-UBND.' }, DOCUMENT_DAY],
          button: 'Ghi nhận',
        },
      ],
      { form_token: c.get('session').formToken },
      returned,
    )}
    ${known.length === 0 ? html`<p class="note">Chưa có văn bản nào được ghi nhận.</p>` : knownTable(c, id, known, returned)}
  </section>`;
}

function knownTable(
  c: ConsoleContext,
  kind: string,
  known: OfferedKind['known'],
  returned: Returned | undefined,
): Html {
  return html`<table class="rungs">
    <caption>
      Văn bản đã ghi nhận gần đây
    </caption>
    <thead>
      <tr>
        <th scope="col">Văn bản</th>
        <th scope="col">Ngày văn bản</th>
        <th scope="col">Ghi nhận lúc</th>
        <th scope="col">Hủy nếu ghi nhầm</th>
      </tr>
    </thead>
    <tbody>
      ${known.map(
        ({ id, day, reference, at, cancelled }) =>
          html`<tr>
            <td class="thing" lang="vi">${reference}</td>
            <td>${shortDate(day)}</td>
            <td>${moment(at)}</td>
            <td>
              ${
                cancelled === null
                  ? linkForms(
                      [cancelForm(id, reference)],
                      { form_token: c.get('session').formToken, event: kind, reference },
                      returned,
                    )
                  : html`Đã hủy lúc ${moment(cancelled.at)}: ${kept(cancelled.why)}`
              }
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function cancelForm(id: number, reference: string): LinkForm {
  return {
    kind: `huy-${id}`,
    title: `Hủy ${reference}`,
    action: `${CONSOLE}/su-kien/huy`,
    fields: [reason('Lý do')],
    button: 'Hủy văn bản này',
  };
}
