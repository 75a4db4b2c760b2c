import { html } from 'hono/html';
import type { Html } from '../web/page.ts';
import { choiceField, lineField, type EntryField, type FieldContext } from './files-fields.ts';
import { isTargetField, targetField } from './files-target-fields.ts';

const WAYS = [
  { value: 'giảm', words: 'Giảm', isOurs: true },
  { value: 'tăng', words: 'Tăng', isOurs: true },
];

/** The part of an obligation's form that holds its target in figures; folded away while there is none. */
export function targetSection(context: FieldContext): Html {
  const isBegun = [...context.values].some(
    ([name, values]) => isTargetField(name) && values.some((value) => value.trim() !== ''),
  );
  const isWrong = [...context.problems.keys()].some(isTargetField);
  const line = (key: string, field: Omit<EntryField, 'name'>) =>
    lineField(context, { name: targetField(key), ...field });
  return html`<h2>Chỉ tiêu</h2>
    <details class="part" ${isBegun || isWrong ? html`open` : ''}>
      <summary>Chỉ tiêu đo được bằng số</summary>
      <p class="note">
        Cơ quan báo cáo số liệu khi trả lời; bỏ trống cả phần này nếu văn bản không giao chỉ tiêu bằng số.
      </p>
      <div class="pair">
        ${line('atLeast', { label: 'Ít nhất', short: true })}
        ${line('atMost', { label: 'Nhiều nhất', short: true })}
        ${line('unit', { label: 'Đơn vị đo', short: true, hint: '%, bậc, điểm, người' })}
      </div>
      ${line('measure', { label: 'Đo cái gì', long: true })}
      <h3>Chỉ tiêu là mức tăng, giảm</h3>
      ${choiceField(context, { name: targetField('direction'), label: 'Chiều thay đổi' }, WAYS, 'Không xét')}
      <div class="pair">
        ${line('baseline', { label: 'So với mốc nào', hint: 'Ví dụ so với năm 2015' })}
        ${line('baselineValue', {
          ...{ label: 'Số liệu ở mốc', short: true },
          hint: 'Có thì cơ quan chỉ báo cáo số hiện tại, hệ thống tính mức tăng, giảm',
        })}
      </div>
      <h3>Chỉ tiêu là tỷ lệ trên tổng số</h3>
      <div class="pair">
        ${line('counts', { label: 'Đếm cái gì', hint: 'Ví dụ xã; đơn vị đo khi ấy là %' })}
        ${line('total', { label: 'Tổng số của mỗi cơ quan chủ trì', short: true, hint: 'Khi cơ quan nào cũng như nhau' })}
      </div>
      ${line('totals', {
        ...{ label: 'Tổng số của từng cơ quan chủ trì', long: true, lines: 4 },
        hint: 'Mỗi dòng một cơ quan: tên, dấu hai chấm, tổng số. Không ghi tổng số nào thì cơ quan tự báo cáo',
      })}
    </details>`;
}
