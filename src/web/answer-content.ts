import { html } from 'hono/html';
import type { DeadlineSight } from '../answer/deadline-sight.ts';
import type { IsoDate } from '../calendar/dates.ts';
import { answerForms } from './answer-forms.ts';
import { deadlineHead, deadlineHistoryList, deadlineTable, nextStepWords } from './deadline-facts.ts';
import { deadlineNotes, movedNote, pendingNotes } from './deadline-notes.ts';
import type { Returned } from './form-fields.ts';
import { kept } from './kept.ts';
import { linkForms, type Carried } from './link-form.ts';
import type { Html } from './page.ts';

/** A deadline as its leading unit sees it, whether it came by a link or signed in. */
export interface AnswerView {
  sight: DeadlineSight;
  /** The day that the letter told whose link was opened. */
  told?: IsoDate;
  /** Whether the unit may answer. */
  mayAct: boolean;
  /** What every form carries. */
  carried: Carried;
  /** The addresses of the unit's calendar, and of the page of all that it leads. */
  calendar: string | undefined;
  all: string;
}

/** What the leading unit is told of a deadline, and the forms by which it answers; `returned` is the form that could not be taken. */
export function answerContent(
  { sight, told, mayAct, carried, calendar, all }: AnswerView,
  returned?: Returned,
): Html {
  const forms = mayAct ? answerForms(sight) : [];
  const next = nextStepWords(sight);
  const unit = sight.unit === undefined ? 'cơ quan' : kept(sight.unit.name);
  return html`${deadlineHead(sight)}
    ${deadlineNotes(
      sight,
      sight.history.findLast(({ by }) => by !== null),
      returned,
    )}
    ${told === undefined ? '' : movedNote(sight, told)}
    ${sight.closing === undefined ? pendingNotes(sight) : ''} ${deadlineTable(sight)}
    ${next === undefined ? '' : html`<p class="next">${next}</p>`}
    ${
      forms.length === 0
        ? ''
        : html`<section aria-labelledby="tra-loi">
            <h2 id="tra-loi">Trả lời của ${kept(sight.unit?.name ?? '')}</h2>
            ${linkForms(forms, carried, returned)}
          </section>`
    }
    <section aria-labelledby="qua-trinh">
      <h2 id="qua-trinh">Quá trình thực hiện</h2>
      ${deadlineHistoryList(sight)}
    </section>
    <p class="note">
      <a href="${all}">Mọi nhiệm vụ của ${unit}</a>: hạn, tình trạng và những gì đã trả lời, trên một trang.
    </p>
    ${
      calendar === undefined
        ? ''
        : html`<p class="note">
            <a href="${calendar}">Lịch thời hạn của ${unit}</a>: sao chép địa chỉ này vào phần mềm lịch (đăng
            ký lịch từ Internet) để thấy mọi thời hạn của cơ quan; lịch tự cập nhật, chỉ để xem.
          </p>`
    }`;
}
