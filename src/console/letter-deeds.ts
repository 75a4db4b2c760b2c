import { html } from 'hono/html';
import { moment } from '../calendar/wording.ts';
import type { LetterSight } from '../upkeep/letter-sight.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext } from './console-env.ts';
import { reasonForm, type Returned } from './reason-form.ts';

/** What an admin may do with a letter in its state; nothing once it has been sent or dropped. */
export function letterDeeds(c: ConsoleContext, { letter }: LetterSight, returned?: Returned): Html {
  const { id, status, waitsFor } = letter;
  const at = (deed: string) => `${CONSOLE}/hang-doi/${id}/${deed}`;
  const form = (deed: string, title: string, explanation: string) =>
    reasonForm(c, { action: at(deed), title, explanation, button: title }, returned);
  const orphaned =
    returned === undefined || offered(status).some((deed) => at(deed) === returned.action)
      ? ''
      : html`<p class="problem" role="alert">${returned.problem}</p>`;
  if (offered(status).length === 0) return html`${orphaned}`;
  if (status === 'refused' || status === 'failed')
    return html`<h2>Xử lý</h2>
      ${orphaned}
      ${form(
        'gui-lai',
        'Gửi lại',
        'Tệp lịch được đọc lại trước khi gửi. Hộp thư không đổi: vẫn là thư này, cùng Message-ID. Hộp thư đã đổi: nội dung còn đúng được lập thành thư mới tới hộp thư mới. Nội dung không còn đúng thì không gửi, có ghi lý do.',
      )}`;
  return html`<h2>Xử lý</h2>
    ${orphaned}
    ${form(
      'gui-ngay',
      'Gửi ngay',
      `Thư đang được hẹn lúc ${moment(waitsFor)}. Gửi ngay chỉ trong giờ gửi của ngày làm việc; ngoài giờ thì gửi khi giờ gửi gần nhất bắt đầu. Thư chỉ đúng vào ngày của nó thì không gửi sớm được.`,
    )}
    ${form(
      'khong-gui',
      'Không gửi thư này',
      'Thư không được gửi và không được lập lại; các lời nhắc trong thư được ghi vào sổ là không gửi, với lý do này.',
    )}`;
}

function offered(status: LetterSight['letter']['status']): string[] {
  if (status === 'refused' || status === 'failed') return ['gui-lai'];
  return status === 'planned' || status === 'retrying' ? ['gui-ngay', 'khong-gui'] : [];
}
