import { html } from 'hono/html';
import type { Html } from '../web/page.ts';
import { lineField, problemLines, type EntryField, type FieldContext } from './files-fields.ts';
import { textOf } from './files-form-values.ts';
import { hasHeadRows, headField, HEADS } from './files-head-fields.ts';
import { FROM, rowButton, rowsOf } from './files-rows.ts';

const END = 'them-nguoi';

/** The part of a unit's form that says who leads it: one mailbox, or several heads each in their days. */
export function headSection(context: FieldContext, address: string): Html {
  if (!hasHeadRows(context.values))
    return html`${lineField(context, { name: 'head', label: 'Hộp thư thủ trưởng' })}
      <div class="buttons" id="${END}">
        ${rowButton(address, { deed: 'them', list: HEADS }, 'Ghi nhiều người phụ trách theo ngày', END)}
      </div>`;
  return html`<h2 id="phu-trach">Người phụ trách</h2>
    <p class="note">
      Mỗi ngày có nhiều nhất một người. Ngày chưa có ai thì bậc nhắc gửi thủ trưởng được bỏ qua, thư kế tiếp
      nói rõ điều ấy.
    </p>
    <ol class="rows">
      ${rowsOf(context.values, HEADS).map((_row, index) => headFields(context, address, index))}
    </ol>
    <div class="buttons" id="${END}">
      ${rowButton(address, { deed: 'them', list: HEADS }, 'Thêm người phụ trách', END)}
    </div>`;
}

function headFields(context: FieldContext, address: string, index: number): Html {
  const name = (key: string) => headField(index, key);
  const line = (key: string, field: Omit<EntryField, 'name'>) =>
    lineField(context, { name: name(key), ...field });
  const whole = context.problems.get(name('row')) ?? [];
  return html`<li id="nguoi-${index}">
    <fieldset class="row">
      <legend>Người phụ trách ${index + 1}</legend>
      ${problemLines(name('row'), whole)}
      <input type="hidden" name="${name(FROM)}" value="${textOf(context.values, name(FROM))}" />
      <div class="fields">
        ${line('mailbox', { label: 'Hộp thư', needed: true })}
        ${line('title', { label: 'Chức danh', hint: 'Bỏ trống: chức danh thủ trưởng của cơ quan' })}
        ${line('from', { label: 'Từ ngày', short: true, hint: 'Bỏ trống: từ trước đến nay' })}
        ${line('to', { label: 'Đến hết ngày', short: true, hint: 'Bỏ trống: chưa biết' })}
      </div>
      <div class="buttons">
        ${rowButton(
          address,
          { deed: 'xoa', list: HEADS, row: index },
          html`Bỏ<span class="unseen"> người phụ trách ${index + 1}</span>`,
          index === 0 ? 'phu-trach' : `nguoi-${index - 1}`,
        )}
      </div>
    </fieldset>
  </li>`;
}
