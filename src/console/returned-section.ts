import { html } from 'hono/html';
import { longDate, moment } from '../calendar/wording.ts';
import type { NamedLetter } from '../upkeep/named-letter.ts';
import { letterState, stateMark } from '../web/letter-state.ts';
import { kept } from '../web/kept.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE } from './console-env.ts';
import { noticesCell } from './notices-cell.ts';

/** The letters that were sent and came back, newest first; nothing when there are none. */
export function returnedSection(letters: NamedLetter[]): Html | string {
  if (letters.length === 0) return '';
  return html`<section>
    <h2>Thư đã gửi nhưng bị trả lại</h2>
    <p class="note">Thư bị trả lại không được gửi lại; lời nhắc sau được gửi tới hộp thư còn dùng được.</p>
    <table class="letters queue">
      <caption class="unseen">
        Thư đã gửi nhưng bị trả lại, mới nhất ở trên
      </caption>
      <thead>
        <tr>
          <th scope="col">Gửi tới</th>
          <th scope="col">Loại, ngày gửi</th>
          <th scope="col">Nội dung nhắc</th>
          <th scope="col">Bị trả lại</th>
          <th scope="col">Xem</th>
        </tr>
      </thead>
      <tbody>
        ${letters.map(row)}
      </tbody>
    </table>
  </section>`;
}

function row(letter: NamedLetter): Html {
  const { id, kind, day, mailbox, returned } = letter;
  return html`<tr>
    <td class="subject">${mailbox}</td>
    <td class="kind">${stateMark(letterState(kind))}<br />${longDate(day)}</td>
    <td class="notices">${noticesCell(letter)}</td>
    <td class="words">
      ${returned === null ? '' : html`biết lúc ${moment(returned.at)}:<br />${kept(returned.words)}`}
    </td>
    <td class="file">
      <a href="${CONSOLE}/hang-doi/${id}">Mở<span class="unseen"> thư gửi ${mailbox}</span></a>
    </td>
  </tr>`;
}
