import { html } from 'hono/html';
import type { DeadlineSight } from '../answer/deadline-sight.ts';
import type { OpenedDeadline } from '../answer/opened.ts';
import { DOCUMENT, DOCUMENT_DAY, figureFields, LINK, newDay, NOTE, reason } from './answer-fields.ts';
import {
  contactWords,
  deadlineHead,
  deadlineHistoryList,
  deadlineTable,
  nextStepWords,
} from './deadline-facts.ts';
import { deadlineNotes, movedNote, pendingNotes } from './deadline-notes.ts';
import type { Returned } from './form-fields.ts';
import { linkForms, type LinkForm } from './link-form.ts';
import { page, type Html } from './page.ts';

/** The page on which the leading unit answers; `returned` is the form that could not be taken. */
export function answerPage(opened: OpenedDeadline<'answer'>, returned?: Returned): Html {
  const { sight, claims, mark, calendar, all, mayAct } = opened;
  const forms = mayAct ? answerForms(sight) : [];
  const next = nextStepWords(sight);
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
              <h2 id="tra-loi">Trả lời của ${sight.unit?.name}</h2>
              ${linkForms(forms, { seen: sight.facts.answers, mark }, returned)}
            </section>`
      }
      <section aria-labelledby="qua-trinh">
        <h2 id="qua-trinh">Quá trình thực hiện</h2>
        ${deadlineHistoryList(sight)}
      </section>
      <p class="note">
        <a href="${all}">Mọi nhiệm vụ của ${sight.unit?.name ?? 'cơ quan'}</a>: hạn, tình trạng và những gì đã
        trả lời, trên một trang.
      </p>
      <p class="note">
        <a href="${calendar}">Lịch thời hạn của ${sight.unit?.name ?? 'cơ quan'}</a>: sao chép địa chỉ này vào
        phần mềm lịch (đăng ký lịch từ Internet) để thấy mọi thời hạn của cơ quan; lịch tự cập nhật, chỉ để
        xem.
      </p>
      <p class="note">
        Đường dẫn của trang này dành riêng cho cơ quan nhận thư; đề nghị không chuyển tiếp ra ngoài cơ quan.
        Đầu mối theo dõi: ${contactWords(sight.decider)}.
      </p>`,
  );
}

/** Only what makes sense as the deadline stands. */
function answerForms({ duty, facts, closing }: DeadlineSight): LinkForm[] {
  if (duty === undefined || closing !== undefined || facts.status !== 'open') return [];
  const { target } = duty.obligation;
  const measured = target !== undefined;
  const figures = measured ? figureFields(target, facts.unit) : [];
  const received: LinkForm = {
    kind: 'received',
    title: 'Đã nhận nhiệm vụ',
    about: 'Hệ thống ghi nhận cơ quan đã biết nhiệm vụ và chỉ nhắc thêm khi đến gần hạn.',
    fields: [NOTE],
    button: 'Báo đã nhận',
  };
  const notOurs: LinkForm = {
    kind: 'not-ours',
    title: 'Không thuộc trách nhiệm của cơ quan',
    about: 'Cơ quan theo dõi xem xét, quyết định; trong khi chờ, thời hạn vẫn giữ nguyên.',
    fields: [reason('Lý do')],
    button: 'Báo không thuộc trách nhiệm',
  };
  return [
    {
      kind: 'done',
      title: 'Báo hoàn thành',
      fields: [DOCUMENT, DOCUMENT_DAY, ...figures, NOTE, LINK],
      button: 'Báo hoàn thành',
      first: true,
    },
    ...(facts.received ? [] : [received]),
    {
      kind: 'progress',
      title: 'Báo tiến độ',
      fields: [...figures, measured ? NOTE : { ...NOTE, label: 'Tiến độ thực hiện', needed: true }],
      button: 'Báo tiến độ',
    },
    {
      kind: 'asked',
      title: facts.asked_until === null ? 'Đề nghị gia hạn' : 'Sửa đề nghị gia hạn',
      about: 'Hạn hiện hành vẫn giữ nguyên cho đến khi cơ quan theo dõi đồng ý.',
      fields: [newDay('Hạn mới đề nghị', 'Ngày/tháng/năm, ví dụ 31/10/2019.', true), reason('Lý do')],
      button: 'Gửi đề nghị gia hạn',
    },
    ...(facts.handed_back ? [] : [notOurs]),
  ];
}
