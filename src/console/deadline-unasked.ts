import type { DeadlineSight } from '../answer/deadline-sight.ts';
import { longDate, shortDate } from '../calendar/wording.ts';
import { DECIDED_BY, newDay, reason } from '../web/answer-fields.ts';
import { returnForm } from '../web/decision-forms.ts';
import type { LinkForm } from '../web/link-form.ts';

/** The forms of what may be decided although nobody has asked for it: only what is possible as the deadline stands. */
export function unaskedForms(sight: DeadlineSight): LinkForm[] {
  const { facts, closing, beforeExtension } = sight;
  if (closing !== undefined) return closing.because === 'taken-off' ? [reinstateForm(sight)] : [];
  if (facts.status === 'done') return facts.accepted ? [UNACCEPT, returnForm()] : [];
  return [
    ...(facts.asked_until === null ? [extendForm(sight)] : []),
    ...(beforeExtension === undefined ? [] : [unextendForm(sight, beforeExtension)]),
    ...pauseForms(sight),
    WITHDRAW,
  ];
}

const UNACCEPT: LinkForm = {
  kind: 'unaccepted',
  title: 'Hủy xác nhận',
  about: 'Dùng khi xác nhận nhầm: kết quả trở lại trạng thái chờ xác nhận, thời hạn không mở lại.',
  fields: [reason('Lý do')],
  button: 'Hủy xác nhận',
};

const WITHDRAW: LinkForm = {
  kind: 'withdrawn',
  title: 'Rút khỏi diện đôn đốc',
  about:
    'Dùng khi thời hạn này được bãi bỏ hoặc không còn phải thực hiện. Hệ thống không nhắc, không báo cáo nữa ' +
    'và báo cho cơ quan chủ trì; khi cần, khôi phục được tại trang này.',
  fields: [reason('Lý do'), DECIDED_BY],
  button: 'Rút khỏi diện đôn đốc',
};

function extendForm({ facts }: DeadlineSight): LinkForm {
  return {
    kind: 'extended',
    title: 'Gia hạn',
    about: `Hạn đang có là ${shortDate(facts.nominal)}. Hạn ban đầu luôn được giữ lại bên cạnh hạn mới; các bậc nhắc tính lại theo hạn mới.`,
    fields: [newDay('Hạn mới', 'Ngày/tháng/năm, ví dụ 31/10/2019.', true), DECIDED_BY, reason('Lý do')],
    button: 'Gia hạn',
  };
}

function unextendForm({ facts }: DeadlineSight, before: string): LinkForm {
  return {
    kind: 'unextended',
    title: 'Rút lại gia hạn',
    about: `Hạn ${shortDate(facts.nominal)} trở về ${longDate(before)} như trước lần gia hạn gần nhất; các bậc nhắc tính lại từ nay, cơ quan chủ trì được báo bằng thư.`,
    fields: [reason('Lý do'), DECIDED_BY],
    button: 'Rút lại gia hạn',
  };
}

function pauseForms({ pause }: DeadlineSight): LinkForm[] {
  const until = {
    name: 'until',
    label: 'Tạm dừng đến hết ngày',
    hint: 'Ngày/tháng/năm. Để trống nếu chưa biết: hệ thống dừng cho đến khi có quyết định tiếp tục.',
    type: 'day',
  } as const;
  if (pause === undefined)
    return [
      {
        kind: 'paused',
        title: 'Tạm dừng đôn đốc nhiệm vụ này',
        about:
          'Trong thời gian tạm dừng, hệ thống không nhắc, không báo cáo cấp trên về nhiệm vụ này; cơ quan chủ trì ' +
          'vẫn trả lời được. Hết thời gian đó, điều đến hạn nhắc trong lúc dừng được nhắc bù một lần.',
        fields: [until, reason('Lý do'), DECIDED_BY],
        button: 'Tạm dừng',
      },
    ];
  return [
    {
      kind: 'resumed',
      title: 'Tiếp tục đôn đốc',
      about: 'Điều đến hạn nhắc trong lúc tạm dừng được nhắc bù một lần, ghi rõ là nhắc muộn.',
      fields: [reason('Lý do')],
      button: 'Tiếp tục đôn đốc',
    },
    {
      kind: 'paused',
      title: 'Đổi thời gian tạm dừng',
      fields: [until, reason('Lý do'), DECIDED_BY],
      button: 'Đổi thời gian',
    },
  ];
}

function reinstateForm({ facts }: DeadlineSight): LinkForm {
  return {
    kind: 'reinstated',
    title: 'Khôi phục đôn đốc',
    about: `Nhiệm vụ trở lại diện đôn đốc với hạn ${shortDate(facts.nominal)}; những bậc nhắc còn lại tính từ nay, không nhắc dồn những bậc đã qua.`,
    fields: [reason('Lý do'), DECIDED_BY],
    button: 'Khôi phục',
    first: true,
  };
}
