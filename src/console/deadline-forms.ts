import { html } from 'hono/html';
import type { DeadlineSight } from '../answer/deadline-sight.ts';
import { answerForms } from '../web/answer-forms.ts';
import { awaited, decisionForms } from '../web/decision-forms.ts';
import type { Field, Returned } from '../web/form-fields.ts';
import { linkForms, type LinkForm } from '../web/link-form.ts';
import { kept } from '../web/kept.ts';
import type { Html } from '../web/page.ts';
import type { ConsoleContext } from './console-env.ts';
import { unaskedForms } from './deadline-unasked.ts';

/** What whoever decides can do on a deadline's page: decide what waits, decide unasked, write down what came on paper. */
export function deadlineForms(c: ConsoleContext, sight: DeadlineSight, returned: Returned | undefined): Html {
  const carried = { seen: sight.facts.answers, form_token: c.get('session').formToken };
  const waiting = decisionForms(sight);
  const unasked = unaskedForms(sight);
  const paper = paperForms(sight);
  return html`<aside class="acts" aria-label="Việc có thể làm">
    <h2 id="quyet-dinh">Quyết định</h2>
    ${
      waiting.length === 0
        ? html`<p class="note">Hiện không có nội dung nào chờ quyết định.</p>`
        : html`${awaited(sight)} ${linkForms(waiting, carried, returned)}`
    }
    ${linkForms(unasked, carried, returned)}
    ${
      paper.length === 0
        ? ''
        : html`<h2 id="van-ban-giay">Ghi thay theo văn bản giấy</h2>
            <p class="note">
              Khi ${kept(sight.unit?.name ?? sight.facts.unit)} trả lời bằng văn bản giấy thay vì qua đường
              dẫn trong thư. Sổ ghi rõ tài khoản ghi thay và số văn bản.
            </p>
            ${linkForms(paper, carried, returned)}`
    }
  </aside>`;
}

const PAPER: Field = {
  name: 'paper',
  label: 'Số, ký hiệu văn bản giấy',
  hint: 'Văn bản của cơ quan chủ trì gửi đến, ví dụ 45/STP-VP.',
  type: 'line',
  needed: true,
};

/** The unit's own forms, each with the document that brought the answer; a completion is told by its own document. */
function paperForms(sight: DeadlineSight): LinkForm[] {
  return answerForms(sight).map((form) => ({
    ...form,
    fields: form.kind === 'done' ? form.fields : [PAPER, ...form.fields],
    button: `Ghi thay: ${form.title.toLowerCase()}`,
    first: false,
  }));
}
