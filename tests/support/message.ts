import { composeMessage, type OutgoingMessage } from '../../src/mail/message.ts';

/** A letter of one notice, as it is handed to the mail server. */
export const MESSAGE: OutgoingMessage = composeMessage({
  letter: { id: 'thu-0123456789abcdef01234567', mailbox: 'vanthu@sotuphap.example', kind: 'today' },
  notices: ['n'],
  deadlines: ['d'],
  from: { name: 'Hệ thống', address: 'don-doc@dondoc.example', domain: 'dondoc.example' },
  toName: 'Sở Tư pháp',
  replyTo: null,
  date: new Date('2019-10-14T00:30:00Z'),
  rendered: { subject: 'Đến hạn hôm nay', text: 'Kính gửi', html: '<p>Kính gửi</p>' },
  attachments: [],
});
