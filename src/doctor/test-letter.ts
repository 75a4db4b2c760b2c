import { randomUUID } from 'node:crypto';
import type { OutgoingMessage } from '../mail/message.ts';
import type { MailFrom } from '../settings/mail-from.ts';

const SUBJECT = 'Thư thử của hệ thống đôn đốc';
const WORDS =
  'Đây là thư thử do quản trị viên gửi bằng lệnh dondoc doctor. Thư không yêu cầu việc gì; đề nghị bỏ qua.';

/** A letter that says that it is a trial, and belongs to no deadline. */
export function testLetter(
  { name, address, domain, returnTo }: MailFrom,
  to: string,
  now: Date,
): OutgoingMessage {
  return {
    messageId: `<thu-thu-${randomUUID()}@${domain}>`,
    from: { name, address },
    to,
    ...(returnTo !== undefined && { envelope: { from: returnTo, to } }),
    date: now,
    subject: SUBJECT,
    text: `${WORDS}\n`,
    html: `<p>${WORDS}</p>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
