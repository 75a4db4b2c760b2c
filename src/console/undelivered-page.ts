import { html } from 'hono/html';
import { longDate, twoDigits } from '../calendar/wording.ts';
import type { UndeliveredMailbox } from '../upkeep/letter-sight.ts';
import type { NamedLetter } from '../upkeep/named-letter.ts';
import { letterState, stateMark } from '../web/letter-state.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext } from './console-env.ts';
import { consolePage } from './console-page.ts';
import { mailboxNote } from './mailbox-note.ts';
import { noticesCell } from './notices-cell.ts';
import { statusMark } from './queue-marks.ts';
import { queueTabs } from './queue-tabs.ts';

/** Letters that were refused or could not be delivered, by mailbox, each with the mail server's last words. */
export function undeliveredPage(c: ConsoleContext, mailboxes: UndeliveredMailbox[]): Html {
  return consolePage(
    c,
    'Thư không gửi được',
    html`<h1>Thư không gửi được</h1>
      ${queueTabs('khong-gui-duoc')}
      ${
        mailboxes.length === 0
          ? html`<p class="empty">
              Không có thư nào bị từ chối hoặc gửi không được. Khi máy chủ thư không nhận một thư, thư ấy hiện
              ở đây theo từng hộp thư.
            </p>`
          : mailboxes.map(section)
      }`,
    { styles: ['/assets/queue.css'] },
  );
}

function section({ mailbox, mailboxesNow, letters }: UndeliveredMailbox): Html {
  return html`<section>
    <h2>${mailbox} <span class="soft">(${twoDigits(letters.length)} thư)</span></h2>
    ${mailboxNote(mailbox, mailboxesNow)}
    <table class="letters queue">
      <caption class="unseen">
        Thư không tới được ${mailbox}, mới nhất ở trên
      </caption>
      <thead>
        <tr>
          <th scope="col">Loại, ngày gửi</th>
          <th scope="col">Nội dung nhắc</th>
          <th scope="col">Sổ ghi</th>
          <th scope="col">Máy chủ thư trả lời</th>
          <th scope="col">Xử lý</th>
        </tr>
      </thead>
      <tbody>
        ${letters.map(row)}
      </tbody>
    </table>
  </section>`;
}

function row(letter: NamedLetter): Html {
  const { id, kind, day, status, attempts, response } = letter;
  return html`<tr>
    <td class="kind">${stateMark(letterState(kind))}<br />${longDate(day)}</td>
    <td class="notices">${noticesCell(letter)}</td>
    <td>${statusMark(status)}<br />đã thử ${twoDigits(attempts)} lần</td>
    <td class="words">${response ?? 'không có lời nào'}</td>
    <td class="file">
      <a href="${CONSOLE}/hang-doi/${id}">Mở<span class="unseen"> thư ngày ${longDate(day)}</span></a>
    </td>
  </tr>`;
}
