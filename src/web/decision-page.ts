import { html } from 'hono/html';
import type { DeadlineSight } from '../answer/deadline-sight.ts';
import type { OpenedDeadline } from '../answer/opened.ts';
import { longDate, shortDate } from '../calendar/wording.ts';
import { newDay, NOTE, reason } from './answer-fields.ts';
import { contactWords, deadlineHead, deadlineHistoryList, deadlineTable } from './deadline-facts.ts';
import { box, deadlineNotes } from './deadline-notes.ts';
import type { Returned } from './form-fields.ts';
import { linkForms, type LinkForm } from './link-form.ts';
import { page, type Html } from './page.ts';

/** The page on which the unit above decides what the leading unit has said; `returned` is the form that could not be taken. */
export function decisionPage(opened: OpenedDeadline<'decide'>, returned?: Returned): Html {
  const { sight, mark, mayAct } = opened;
  const forms = decisionForms(sight);
  return page(
    `Quyết định: ${sight.duty?.obligation.title ?? 'nhiệm vụ'}`,
    html`${deadlineHead(sight)} ${deadlineNotes(sight, lastDecision(sight), returned)} ${deadlineTable(sight)}
      <section aria-labelledby="quyet-dinh">
        <h2 id="quyet-dinh">Quyết định</h2>
        ${
          !mayAct
            ? otherDecider(sight)
            : forms.length === 0
              ? box(html`Hiện không có nội dung nào chờ quyết định.`)
              : html`${asked(sight)} ${linkForms(forms, { seen: sight.facts.answers, mark }, returned)}`
        }
      </section>
      <section aria-labelledby="qua-trinh">
        <h2 id="qua-trinh">Quá trình thực hiện</h2>
        ${deadlineHistoryList(sight)}
      </section>`,
  );
}

const DECISIONS = [
  'deadline-accepted',
  'deadline-returned',
  'deadline-extended',
  'extension-refused',
  'deadline-kept',
];

/** The last that was said, if it was a decision: what the unit says stands by the forms. */
function lastDecision({ history }: DeadlineSight): DeadlineSight['history'][number] | undefined {
  const last = history.findLast(({ by }) => by !== null);
  return last !== undefined && DECISIONS.includes(last.what) ? last : undefined;
}

/** What the unit has said and waits for, in its own words. */
function asked({ facts, unit, history }: DeadlineSight): Html {
  const who = unit?.name ?? facts.unit;
  const last = (what: string) => history.findLast((told) => told.what === what)?.sentence ?? '';
  if (facts.status === 'done') return box(html`<strong>${who}</strong>: ${last('deadline-done')}`);
  return html`${facts.asked_until === null ? '' : box(html`<strong>${who}</strong>: ${last('extension-asked')}`)}
  ${facts.handed_back ? box(html`<strong>${who}</strong>: ${last('deadline-handed-back')}`) : ''}`;
}

function decisionForms(sight: DeadlineSight): LinkForm[] {
  const { facts, closing } = sight;
  if (closing !== undefined) return [];
  if (facts.status === 'done') return facts.accepted ? [] : completionForms();
  return [
    ...(facts.asked_until === null ? [] : extensionForms(facts.asked_until, facts.nominal)),
    ...(facts.handed_back ? [keepForm(sight)] : []),
  ];
}

function completionForms(): LinkForm[] {
  return [
    { kind: 'accepted', title: 'Xác nhận kết quả', fields: [NOTE], button: 'Xác nhận', first: true },
    {
      kind: 'returned',
      title: 'Trả lại kết quả',
      about: 'Nhiệm vụ trở lại chưa hoàn thành; hệ thống tiếp tục nhắc, đôn đốc theo hạn đang có.',
      fields: [reason('Lý do, nội dung cần bổ sung')],
      button: 'Trả lại',
    },
  ];
}

function extensionForms(to: string, nominal: string): LinkForm[] {
  return [
    {
      kind: 'extended',
      title: 'Đồng ý gia hạn',
      fields: [
        newDay(
          'Hạn mới',
          `Để trống nếu đồng ý đến ${longDate(to)}; muốn hạn khác thì ghi ngày/tháng/năm.`,
          false,
        ),
        { ...NOTE, name: 'why', label: 'Ý kiến' },
      ],
      button: 'Đồng ý gia hạn',
      first: true,
    },
    {
      kind: 'refused',
      title: 'Không đồng ý gia hạn',
      about: `Hạn ${shortDate(nominal)} giữ nguyên.`,
      fields: [reason('Lý do')],
      button: 'Không đồng ý',
    },
  ];
}

function keepForm({ unit, facts }: DeadlineSight): LinkForm {
  return {
    kind: 'kept',
    title: `Giữ nguyên ${unit?.name ?? facts.unit} chủ trì`,
    about:
      'Nếu cơ quan khác chủ trì: sửa mục lead của nhiệm vụ trong tệp kế hoạch; thời hạn này khi đó tự được rút, ' +
      'và hệ thống nhắc cơ quan mới. Chỉ gửi nội dung dưới đây khi giữ nguyên cơ quan chủ trì.',
    fields: [reason('Lý do')],
    button: 'Giữ nguyên',
    first: facts.asked_until === null,
  };
}

function otherDecider({ decider }: DeadlineSight): Html {
  return box(
    html`Cơ quan nhận thư không còn quyết định về nhiệm vụ này. Hiện nay việc quyết định do
    ${contactWords(decider)} thực hiện.`,
  );
}
