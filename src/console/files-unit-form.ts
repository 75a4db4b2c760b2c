import { html } from 'hono/html';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext } from './console-env.ts';
import { consolePage, formToken } from './console-page.ts';
import { carriedVersion, STEP, VERSION } from './files-draft.ts';
import type { EntryForm } from './files-entry-pages.ts';
import { checkField, choiceField, lineField, type Choice, type FieldContext } from './files-fields.ts';
import { textOf } from './files-form-values.ts';
import { headSection } from './files-head-form.ts';
import { FILES_STYLE, outcomeBox } from './files-look.ts';
import { idHint, removeButton } from './files-remove.ts';
import { firstButton } from './files-rows.ts';

/** The form in which one unit is changed, or a unit is added. */
export function unitForm(c: ConsoleContext, form: EntryForm): Html {
  const { opened, id, values, outcome, elsewhere, problems, address } = form;
  const context = { values, problems };
  const title = id === undefined ? 'Thêm cơ quan' : `Sửa cơ quan: ${textOf(values, 'name')}`;
  return consolePage(
    c,
    title,
    html`<p class="note"><a href="${CONSOLE}/cau-hinh">Cấu hình</a> › Cơ quan</p>
      <h1>${title}</h1>
      ${outcomeBox(outcome, elsewhere)}
      <form class="entry" method="post" action="${address}">
        ${firstButton()} ${formToken(c)}
        <input type="hidden" name="${VERSION}" value="${carriedVersion(values, opened, outcome)}" />
        ${lineField(context, {
          ...{ name: 'id', label: 'Mã cơ quan', needed: true, fixed: id !== undefined },
          hint: id === undefined ? 'Ví dụ so-tu-phap' : idHint('cơ quan'),
        })}
        ${lineField(context, { name: 'name', label: 'Tên đầy đủ', needed: true })}
        ${lineField(context, { name: 'symbol', label: 'Ký hiệu', hint: 'Trong số văn bản; ví dụ STP' })}
        ${lineField(context, {
          ...{ name: 'office', label: 'Hộp thư văn thư' },
          hint: 'Nơi nhận thư nhắc; thiếu thì bậc nhắc gửi văn thư không gửi được',
        })}
        ${headSection(context, address)}
        ${lineField(context, {
          ...{ name: 'headTitle', label: 'Chức danh thủ trưởng' },
          hint: 'Ví dụ Giám đốc Sở Tư pháp',
        })}
        ${furtherFields(context, form)}
        <div class="buttons">
          <button name="${STEP}" value="xem">Xem trước</button>
          <a href="${CONSOLE}/cau-hinh">Thôi, không sửa</a>
          ${id === undefined ? '' : removeButton('cơ quan')}
        </div>
      </form>`,
    { styles: [FILES_STYLE] },
  );
}

const FURTHER = ['also', 'parent', 'from', 'to', 'successor', 'requested'];

/** What few units need: other names, what is above them, when they began or ended; folded away while there is none of it. */
function furtherFields(context: FieldContext, { id, folder }: EntryForm): Html {
  const others = [...folder.units.values()]
    .filter((unit) => unit.id !== id)
    .map((unit): Choice => ({ value: unit.id, words: unit.name }));
  const isOpen = FURTHER.some((name) => textOf(context.values, name) !== '' || context.problems.has(name));
  return html`<details class="part" ${isOpen ? html`open` : ''}>
    <summary>Tên khác, cấp trên, thành lập, sáp nhập</summary>
    ${lineField(context, {
      ...{ name: 'also', label: 'Các cách viết khác của tên', long: true, lines: 2 },
      hint: 'Mỗi dòng một cách viết',
    })}
    ${choiceField(context, { name: 'parent', label: 'Cơ quan cấp trên trực tiếp' }, others, 'Không ghi')}
    <div class="pair">
      ${lineField(context, {
        ...{ name: 'from', label: 'Hoạt động từ ngày', short: true },
        hint: 'Ngày/tháng/năm; bỏ trống: từ trước đến nay',
      })}
      ${lineField(context, {
        ...{ name: 'to', label: 'Hoạt động đến hết ngày', short: true },
        hint: 'Khi giải thể, sáp nhập',
      })}
    </div>
    ${choiceField(context, { name: 'successor', label: 'Cơ quan kế thừa' }, others, 'Không có')}
    ${checkField(context, {
      ...{ name: 'requested', label: 'Cơ quan ngoài hệ thống, chỉ đề nghị' },
      hint: 'Không nhắc sau hạn, không báo cáo cấp trên',
    })}
  </details>`;
}
