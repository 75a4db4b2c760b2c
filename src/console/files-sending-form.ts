import { html } from 'hono/html';
import type { OpenedFile } from '../files/known-files.ts';
import type { ScheduleFolder } from '../schedule/schedule.ts';
import { kept } from '../web/kept.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext } from './console-env.ts';
import { consolePage, formToken } from './console-page.ts';
import { carriedVersion, STEP, VERSION, type Outcome } from './files-draft.ts';
import { checkField, lineField } from './files-fields.ts';
import type { Sorted } from './files-field-problems.ts';
import type { FormValues } from './files-form-values.ts';
import { FILES_STYLE, outcomeBox } from './files-look.ts';
import { sendingField } from './files-sending-fields.ts';

/** Below the console. */
export const SENDING_PATH = '/cau-hinh/gio-gui';

/** The address of a folder's form. */
export function sendingAddress(folder: ScheduleFolder): string {
  return `${CONSOLE}${SENDING_PATH}?thu-muc=${encodeURIComponent(folder.id)}`;
}

/** What holds for a folder, in a line, with the way to change it. */
export function sendingPart(folder: ScheduleFolder): Html {
  const { sending, digests } = folder;
  const sent = [
    digests.weekly && html`<span>thư tổng hợp đầu tuần</span>`,
    digests.monthly && html`<span>thư tổng hợp đầu tháng</span>`,
    digests.admins !== undefined && html`<span>kết quả gửi hằng ngày tới ${kept(digests.admins)}</span>`,
  ].filter((part) => part !== false);
  return html`<h3>Giờ gửi thư</h3>
    <div class="bar">
      <p class="note">
        <span>Từ ${sending.at} đến ${sending.until} các ngày làm việc</span
        >${sent.map((part) => html` · ${part}`)}
      </p>
      <a href="${sendingAddress(folder)}">Sửa giờ gửi, thư tổng hợp</a>
    </div>`;
}

/** What the form is made of. */
export interface SendingForm extends Sorted {
  folder: ScheduleFolder;
  opened: OpenedFile;
  values: FormValues;
  outcome: Outcome;
}

/** The form for the hours in which a folder's letters leave, and for its digests. */
export function sendingForm(c: ConsoleContext, form: SendingForm): Html {
  const { folder, opened, values, outcome, elsewhere, problems } = form;
  const context = { values, problems };
  return consolePage(
    c,
    'Giờ gửi thư, thư tổng hợp',
    html`<p class="note"><a href="${CONSOLE}/cau-hinh">Cấu hình</a> › Giờ gửi thư</p>
      <h1>Giờ gửi thư, thư tổng hợp</h1>
      <p class="note">
        Dùng chung cho mọi kế hoạch trong thư mục này:
        ${kept(folder.plans.map(({ title }) => title).join('; '))}.
      </p>
      ${outcomeBox(outcome, elsewhere)}
      <form class="entry" method="post" action="${sendingAddress(folder)}">
        ${formToken(c)}
        <input type="hidden" name="${VERSION}" value="${carriedVersion(values, opened, outcome)}" />
        <h2>Giờ gửi thư</h2>
        <p class="note">
          Thư chỉ đi trong khoảng giờ này của ngày làm việc; thư chưa gửi được trước giờ ngừng chờ đến ngày
          làm việc sau.
        </p>
        <div class="pair">
          ${lineField(context, {
            ...{ name: sendingField('sending', 'at'), label: 'Bắt đầu gửi lúc' },
            ...{ needed: true, short: true, hint: 'Ví dụ 07:30' },
          })}
          ${lineField(context, {
            ...{ name: sendingField('sending', 'until'), label: 'Ngừng gửi lúc' },
            ...{ needed: true, short: true, hint: 'Ví dụ 17:00' },
          })}
        </div>
        <h2>Thư tổng hợp</h2>
        ${checkField(context, {
          name: sendingField('digests', 'weekly'),
          label: 'Đầu tuần gửi cơ quan theo dõi, đôn đốc',
          hint: 'Ngày làm việc đầu tiên của tuần: việc sắp đến hạn, quá hạn, đang chờ quyết định',
        })}
        ${checkField(context, {
          name: sendingField('digests', 'monthly'),
          label: 'Đầu tháng gửi cấp có thẩm quyền',
          hint: 'Ngày làm việc đầu tiên của tháng',
        })}
        ${lineField(context, {
          name: sendingField('digests', 'admins'),
          label: 'Kết quả gửi thư hằng ngày gửi tới',
          hint: 'Hộp thư của người quản trị hệ thống; bỏ trống: không gửi',
        })}
        <div class="buttons">
          <button name="${STEP}" value="xem">Xem trước</button>
          <a href="${CONSOLE}/cau-hinh">Thôi, không sửa</a>
        </div>
      </form>`,
    { styles: [FILES_STYLE] },
  );
}
