import { html } from 'hono/html';
import type { DeadlineSight } from '../answer/deadline-sight.ts';
import { longDate, shortDate } from '../calendar/wording.ts';
import { DECIDED_BY, newDay, NOTE, reason } from './answer-fields.ts';
import { box } from './deadline-notes.ts';
import { kept } from './kept.ts';
import type { LinkForm } from './link-form.ts';
import type { Html } from './page.ts';

/** What the unit has said and waits for, in its own words. */
export function awaited({ facts, unit, history }: DeadlineSight): Html {
  const who = unit?.name ?? facts.unit;
  const last = (what: string) => history.findLast((told) => told.what === what)?.sentence ?? '';
  if (facts.status === 'done')
    return box(html`<strong lang="vi">${who}</strong>: ${kept(last('deadline-done'))}`);
  return html`${facts.asked_until === null ? '' : box(html`<strong lang="vi">${who}</strong>: ${kept(last('extension-asked'))}`)}
  ${facts.handed_back ? box(html`<strong lang="vi">${who}</strong>: ${kept(last('deadline-handed-back'))}`) : ''}`;
}

/** The form in which a completion is returned. */
export function returnForm(): LinkForm {
  return {
    kind: 'returned',
    title: 'Trả lại kết quả',
    about: 'Nhiệm vụ trở lại chưa hoàn thành; hệ thống tiếp tục nhắc, đôn đốc theo hạn đang có.',
    fields: [reason('Lý do, nội dung cần bổ sung')],
    button: 'Trả lại',
  };
}

/** The forms in which what waits for a decision is decided; none when nothing does. */
export function decisionForms(sight: DeadlineSight): LinkForm[] {
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
    returnForm(),
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
        DECIDED_BY,
        { ...NOTE, name: 'why', label: 'Ý kiến' },
      ],
      button: 'Đồng ý gia hạn',
      first: true,
    },
    {
      kind: 'refused',
      title: 'Không đồng ý gia hạn',
      about: `Hạn ${shortDate(nominal)} giữ nguyên.`,
      fields: [DECIDED_BY, reason('Lý do')],
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
