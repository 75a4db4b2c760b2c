import { totalOf } from '../plan/figures-problem.ts';
import type { Obligation } from '../schedule/schedule.ts';
import type { Field } from './form-fields.ts';

/** The fields of a target's figures: of a share, a count out of a total (unless the plan gives it); else a value. */
export function figureFields(target: NonNullable<Obligation['target']>, unit: string): Field[] {
  if (target.counts === undefined)
    return [
      {
        name: 'value',
        label: `Kết quả đạt được (${target.unit})`,
        hint: 'Ghi bằng số, ví dụ 54,5.',
        type: 'number',
      },
    ];
  const count: Field = {
    name: 'count',
    label: `Số ${target.counts} đã đạt`,
    hint: 'Ví dụ 07.',
    type: 'number',
  };
  const total: Field = {
    name: 'total',
    label: `Trên tổng số ${target.counts}`,
    hint: 'Ví dụ 13.',
    type: 'number',
  };
  return totalOf(target, unit) === undefined ? [count, total] : [count];
}

export const DOCUMENT: Field = {
  name: 'document',
  label: 'Số, ký hiệu văn bản',
  hint: 'Ghi như trên văn bản, ví dụ 12/BC-STP.',
  type: 'line',
  needed: true,
};

/** The document that an extension is granted or refused by, where there is one. */
export const DECIDED_BY: Field = {
  name: 'document',
  label: 'Số, ký hiệu văn bản quyết định',
  hint: 'Ghi như trên văn bản, ví dụ 45/UBND-NC.',
  type: 'line',
};

export const DOCUMENT_DAY: Field = {
  name: 'on',
  label: 'Ngày văn bản',
  hint: 'Ngày/tháng/năm, ví dụ 11/10/2019.',
  type: 'day',
  needed: true,
};

export const NOTE: Field = { name: 'note', label: 'Ghi chú', type: 'words' };

export const LINK: Field = {
  name: 'link',
  label: 'Đường dẫn tới tài liệu',
  hint: 'Bắt đầu bằng https://',
  type: 'address',
};

/** A day that the deadline is to move to. */
export function newDay(label: string, hint: string, needed: boolean): Field {
  return { name: 'to', label, hint, type: 'day', needed };
}

/** A reason that must be given. */
export function reason(label: string): Field {
  return { name: 'why', label, type: 'words', needed: true };
}
