import { html } from 'hono/html';
import { countText, page, type Html } from './page.ts';

/** Where one may go from the first page. */
export interface Ways {
  mailbox: boolean;
  console: boolean;
}

/** The first page: how the system stands, in the words it was handed, and where to go. */
export function startPage(status: Record<string, string | number>, ways: Ways): Html {
  return page(
    'Trang đầu',
    html`<h1>Tình trạng hệ thống</h1>
      <table class="facts">
        <caption class="unseen">
          Tình trạng hệ thống lúc mở trang
        </caption>
        <tbody>
          ${Object.entries(status).map(([name, value]) => statusRow(name, value))}
        </tbody>
      </table>
      ${ways.console ? html`<p><a class="button" href="/quan-ly">Trang quản lý</a></p>` : ''}
      ${ways.mailbox ? mailboxLink() : ''}`,
  );
}

function statusRow(name: string, value: string | number): Html {
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${typeof value === 'number' ? countText(value) : value}</td>
  </tr>`;
}

function mailboxLink(): Html {
  return html`<p><a class="button" href="/mailbox">Mở hộp thư thử nghiệm</a></p>
    <p class="note">
      Hệ thống đang gửi thư vào hộp thư thử nghiệm: mọi thư được giữ lại trên máy này, không gửi ra ngoài.
    </p>`;
}
