import { html } from 'hono/html';
import type { OpenedDeadline } from '../answer/opened.ts';
import { answerContent } from './answer-content.ts';
import { contactWords } from './deadline-facts.ts';
import type { Returned } from './form-fields.ts';
import { page, type Html } from './page.ts';

/** The page on which the leading unit answers by a letter's link; `returned` is the form that could not be taken. */
export function answerPage(opened: OpenedDeadline<'answer'>, returned?: Returned): Html {
  const { sight, claims, mark, calendar, all, mayAct } = opened;
  const carried = { seen: sight.facts.answers, form: mark };
  return page(
    sight.duty?.obligation.title ?? 'Trả lời về nhiệm vụ',
    html`${answerContent({ sight, told: claims.nominal, mayAct, carried, calendar, all }, returned)}
      <p class="note">
        Đường dẫn của trang này dành riêng cho cơ quan nhận thư; đề nghị không chuyển tiếp ra ngoài cơ quan.
        Đầu mối theo dõi: ${contactWords(sight.decider)}.
      </p>`,
    { isNamed: sight.duty !== undefined },
  );
}
