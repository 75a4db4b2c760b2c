import { html } from 'hono/html';
import { moment } from '../calendar/wording.ts';
import type { DeadMailboxSight } from '../upkeep/dead-mailbox-sight.ts';
import { kept } from '../web/kept.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext } from './console-env.ts';
import { reasonForm, type Returned } from './reason-form.ts';

/** The mailboxes to which letters come back, each with the form that declares it well again; nothing when there are none. */
export function deadMailboxSection(
  c: ConsoleContext,
  mailboxes: DeadMailboxSight[],
  returned?: Returned,
): Html | string {
  if (mailboxes.length === 0) return '';
  return html`<h2>Hộp thư không nhận được thư</h2>
    <p class="note">
      Thư gửi tới các hộp thư này bị trả lại; cơ quan theo dõi được báo bằng thư. Sửa địa chỉ trong danh sách
      cơ quan thì hộp thư cũ tự ra khỏi danh sách này.
    </p>
    ${mailboxes.map((one) => item(c, one, returned))}`;
}

/** Where the form that ends the marking is sent to. */
export function reviveAddress(number: number): string {
  return `${CONSOLE}/hang-doi/hop-thu/${number}/dung-duoc`;
}

function item(c: ConsoleContext, one: DeadMailboxSight, returned?: Returned): Html {
  const { mailbox, unit, since, words, letter, instead, number } = one;
  return html`<section>
    <h3>${mailbox}</h3>
    <table class="facts roomy">
      <caption class="unseen">
        Vì sao ${mailbox} được ghi là không nhận được thư
      </caption>
      <tbody>
        ${fact('Cơ quan', unit === undefined ? 'không còn trong tệp lịch' : kept(unit))}
        ${fact('Từ', moment(since))} ${fact('Máy chủ thư trả lời', kept(words))}
        ${fact('Thư bị trả lại', html`<a href="${CONSOLE}/hang-doi/${letter.id}">${kept(letter.subject ?? letter.id)}</a>`)}
        ${fact('Thư sau gửi tới', instead ?? 'không còn hộp thư nào khác; thư nhắc chưa gửi được')}
      </tbody>
    </table>
    ${reasonForm(
      c,
      {
        action: reviveAddress(number),
        title: `Ghi nhận ${mailbox} dùng được trở lại`,
        explanation:
          'Chỉ ghi nhận khi cơ quan đã xác nhận hộp thư nhận được thư. Từ lúc ghi nhận, thư lại được gửi tới hộp thư này; nếu thư lại bị trả về thì hộp thư trở lại danh sách.',
        button: 'Ghi nhận dùng được',
      },
      returned,
    )}
  </section>`;
}

function fact(name: string, value: Html | string): Html {
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${value}</td>
  </tr>`;
}
