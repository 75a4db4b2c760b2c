import { html } from 'hono/html';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext } from './console-env.ts';
import { consolePage, formToken } from './console-page.ts';
import { carriedVersion, STEP, VERSION } from './files-draft.ts';
import type { EntryForm } from './files-entry-pages.ts';
import { lineField, manyField } from './files-fields.ts';
import { textOf } from './files-form-values.ts';
import { FILES_STYLE, outcomeBox } from './files-look.ts';
import { idHint, removeButton } from './files-remove.ts';

/** The form in which one group's name and members are changed, or a group is added. */
export function groupForm(c: ConsoleContext, form: EntryForm): Html {
  const { folder, opened, id, values, outcome, elsewhere, problems, address } = form;
  const context = { values, problems };
  const title = id === undefined ? 'Thêm nhóm cơ quan' : `Sửa nhóm cơ quan: ${textOf(values, 'name')}`;
  const choices = (of: Iterable<{ id: string; name: string }>) =>
    [...of].filter((one) => one.id !== id).map((one) => ({ value: one.id, words: one.name }));
  return consolePage(
    c,
    title,
    html`<p class="note"><a href="${CONSOLE}/cau-hinh">Cấu hình</a> › Nhóm cơ quan</p>
      <h1>${title}</h1>
      ${outcomeBox(outcome, elsewhere)}
      <form class="entry" method="post" action="${address}">
        ${formToken(c)}
        <input type="hidden" name="${VERSION}" value="${carriedVersion(values, opened, outcome)}" />
        ${lineField(context, {
          ...{ name: 'id', label: 'Mã nhóm', needed: true, fixed: id !== undefined },
          hint: id === undefined ? 'Ví dụ g-huyen' : idHint('nhóm cơ quan'),
        })}
        ${lineField(context, { name: 'name', label: 'Tên nhóm như trong văn bản', needed: true, long: true })}
        ${manyField(
          context,
          {
            ...{ name: 'members', label: 'Gồm các cơ quan, nhóm', needed: true },
            hint: 'Mỗi cơ quan trong nhóm có thời hạn riêng khi cả nhóm chủ trì một nhiệm vụ',
          },
          [
            { name: 'Cơ quan', choices: choices(folder.units.values()) },
            { name: 'Nhóm cơ quan', choices: choices(folder.groups.values()) },
          ],
        )}
        <div class="buttons">
          <button name="${STEP}" value="xem">Xem trước</button>
          <a href="${CONSOLE}/cau-hinh">Thôi, không sửa</a>
          ${id === undefined ? '' : removeButton('nhóm cơ quan')}
        </div>
      </form>`,
    { styles: [FILES_STYLE] },
  );
}
