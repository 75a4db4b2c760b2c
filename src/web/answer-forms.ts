import type { DeadlineSight } from '../answer/deadline-sight.ts';
import { DOCUMENT, DOCUMENT_DAY, figureFields, LINK, newDay, NOTE, reason } from './answer-fields.ts';
import type { LinkForm } from './link-form.ts';

/** The forms in which the leading unit answers: only what makes sense as the deadline stands. */
export function answerForms({ duty, facts, closing }: DeadlineSight): LinkForm[] {
  if (duty === undefined || closing !== undefined || facts.status !== 'open') return [];
  const { target } = duty.obligation;
  const measured = target !== undefined;
  const figures = measured ? figureFields(target, facts.unit) : [];
  const received: LinkForm = {
    kind: 'received',
    title: 'Đã nhận nhiệm vụ',
    about: 'Hệ thống ghi nhận cơ quan đã biết nhiệm vụ và chỉ nhắc thêm khi đến gần hạn.',
    fields: [NOTE],
    button: 'Báo đã nhận',
  };
  const notOurs: LinkForm = {
    kind: 'not-ours',
    title: 'Không thuộc trách nhiệm của cơ quan',
    about: 'Cơ quan theo dõi xem xét, quyết định; trong khi chờ, thời hạn vẫn giữ nguyên.',
    fields: [reason('Lý do')],
    button: 'Báo không thuộc trách nhiệm',
  };
  return [
    {
      kind: 'done',
      title: 'Báo hoàn thành',
      fields: [DOCUMENT, DOCUMENT_DAY, ...figures, NOTE, LINK],
      button: 'Báo hoàn thành',
      first: true,
    },
    ...(facts.received ? [] : [received]),
    {
      kind: 'progress',
      title: 'Báo tiến độ',
      fields: [...figures, measured ? NOTE : { ...NOTE, label: 'Tiến độ thực hiện', needed: true }],
      button: 'Báo tiến độ',
    },
    {
      kind: 'asked',
      title: facts.asked_until === null ? 'Đề nghị gia hạn' : 'Sửa đề nghị gia hạn',
      about: 'Hạn hiện hành vẫn giữ nguyên cho đến khi cơ quan theo dõi đồng ý.',
      fields: [newDay('Hạn mới đề nghị', 'Ngày/tháng/năm, ví dụ 31/10/2019.', true), reason('Lý do')],
      button: 'Gửi đề nghị gia hạn',
    },
    ...(facts.handed_back ? [] : [notOurs]),
  ];
}
