import { html } from 'hono/html';
import type { Html } from '../web/page.ts';

/** Whether the schedule files still name the mailbox that could not be reached, and what to do. */
export function mailboxNote(mailbox: string, now: string[]): Html {
  if (now.length === 0 || (now.length === 1 && now[0] === mailbox))
    return html`<p class="note">
      Tệp lịch vẫn nêu hộp thư này. Nếu địa chỉ sai: sửa tệp lịch trước, rồi mở thư và gửi lại.
    </p>`;
  return html`<p class="note">
    Tệp lịch hiện nêu <b>${now.join(', ')}</b>: gửi lại thì nội dung được lập thành thư mới tới hộp thư tệp
    lịch nêu.
  </p>`;
}
