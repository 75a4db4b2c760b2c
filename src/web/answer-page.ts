import { html } from 'hono/html';
import type { OpenedDeadline } from '../answer/opened.ts';
import { answerForms } from './answer-forms.ts';
import {
  contactWords,
  deadlineHead,
  deadlineHistoryList,
  deadlineTable,
  nextStepWords,
} from './deadline-facts.ts';
import { deadlineNotes, movedNote, pendingNotes } from './deadline-notes.ts';
import type { Returned } from './form-fields.ts';
import { kept } from './kept.ts';
import { linkForms } from './link-form.ts';
import { page, type Html } from './page.ts';

/** The page on which the leading unit answers; `returned` is the form that could not be taken. */
export function answerPage(opened: OpenedDeadline<'answer'>, returned?: Returned): Html {
  const { sight, claims, mark, calendar, all, mayAct } = opened;
  const forms = mayAct ? answerForms(sight) : [];
  const next = nextStepWords(sight);
  const unit = sight.unit === undefined ? 'cơ quan' : kept(sight.unit.name);
  return page(
    sight.duty?.obligation.title ?? 'Trả lời về nhiệm vụ',
    html`${deadlineHead(sight)}
      ${deadlineNotes(
        sight,
        sight.history.findLast(({ by }) => by !== null),
        returned,
      )}
      ${movedNote(sight, claims.nominal)} ${sight.closing === undefined ? pendingNotes(sight) : ''}
      ${deadlineTable(sight)} ${next === undefined ? '' : html`<p class="next">${next}</p>`}
      ${
        forms.length === 0
          ? ''
          : html`<section aria-labelledby="tra-loi">
              <h2 id="tra-loi">Trả lời của ${kept(sight.unit?.name ?? '')}</h2>
              ${linkForms(forms, { seen: sight.facts.answers, form: mark }, returned)}
            </section>`
      }
      <section aria-labelledby="qua-trinh">
        <h2 id="qua-trinh">Quá trình thực hiện</h2>
        ${deadlineHistoryList(sight)}
      </section>
      <p class="note">
        <a href="${all}">Mọi nhiệm vụ của ${unit}</a>: hạn, tình trạng và những gì đã trả lời, trên một trang.
      </p>
      <p class="note">
        <a href="${calendar}">Lịch thời hạn của ${unit}</a>: sao chép địa chỉ này vào phần mềm lịch (đăng ký
        lịch từ Internet) để thấy mọi thời hạn của cơ quan; lịch tự cập nhật, chỉ để xem.
      </p>
      <p class="note">
        Đường dẫn của trang này dành riêng cho cơ quan nhận thư; đề nghị không chuyển tiếp ra ngoài cơ quan.
        Đầu mối theo dõi: ${contactWords(sight.decider)}.
      </p>`,
    { isNamed: sight.duty !== undefined },
  );
}
