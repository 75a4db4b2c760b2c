import type { LetterView, SectionView } from './letter-view.ts';

/** Made-up letters on mailboxes that take no mail, through every branch of their templates. */
export function sampleUndelivered(): { name: string; view: LetterView }[] {
  const other = 'Từ nay thư gửi cơ quan này được gửi tới giam-doc.so-tu-phap@kontum.example.';
  const none =
    'Cơ quan không còn hộp thư nào khác trong danh sách: từ nay thư nhắc chưa gửi được tới cơ quan, cho đến khi có địa chỉ đúng.';
  const one = letter([section('Sở Tư pháp: van-thu.so-tu-phap@kontum.example', other)], 'Sở Tư pháp');
  const many = letter(
    [
      section('Sở Tư pháp: van-thu.so-tu-phap@kontum.example', other),
      section('Thanh tra tỉnh: van-thu.thanh-tra@kontum.example', none),
    ],
    'Sở Tư pháp; Thanh tra tỉnh',
  );
  return [
    { name: 'undelivered, one', view: one },
    { name: 'undelivered, many', view: many },
    {
      name: 'undelivered, to the authority',
      view: {
        ...one,
        greeting: 'Ủy ban nhân dân tỉnh',
        role: 'authority',
        contact: { name: 'Sở Nội vụ', mailbox: 'so-noi-vu@kontum.example' },
      },
    },
  ];
}

function letter(sections: SectionView[], summary: string): LetterView {
  return {
    kind: 'undelivered',
    greeting: 'Sở Nội vụ',
    role: 'followUp',
    requested: false,
    items: [],
    draft: null,
    sections,
    summary,
    period: null,
    count: String(sections.length).padStart(2, '0'),
    today: 'thứ Năm, 10/10/2019',
    contact: { name: 'Sở Nội vụ', mailbox: null },
  };
}

function section(heading: string, then: string): SectionView {
  return {
    heading,
    summary: '',
    count: null,
    items: [],
    lines: [
      'Thư bị trả lại: “[Sắp đến hạn] Báo cáo năm về tình hình theo dõi thi hành pháp luật”, gửi lúc 07:30 ngày 09/10/2019; ghi nhận ngày 09/10/2019.',
      'Máy chủ thư của nơi nhận trả lời: “550 5.1.1 No such mailbox”.',
      then,
    ],
    link: null,
  };
}
