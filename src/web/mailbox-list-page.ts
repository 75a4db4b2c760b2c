import { html } from 'hono/html';
import type { ReceivedLetter } from '../mail/built-in-mailbox.ts';
import type { MailAddress } from '../mail/read-eml.ts';
import { kept } from './kept.ts';
import { PAGE_SIZE, type LetterPage, type LetterQuery } from './letter-search.ts';
import { LETTER_STATES, letterState, stateMark } from './letter-state.ts';
import { sentText, subjectText } from './letter-words.ts';
import { countText, page, type Html } from './page.ts';

/** The list of received letters, newest first, with its search, filters and pages. */
export function mailboxListPage(query: LetterQuery, found: LetterPage): Html {
  return page(
    'Hộp thư thử nghiệm',
    html`<div class="bar">
        <h1>Hộp thư thử nghiệm</h1>
        ${searchForm(query)}
      </div>
      <div class="bar">
        ${kindLinks(query, found)}
        <p class="note">Thư hệ thống gửi được giữ lại tại đây, không thư nào rời khỏi máy này.</p>
      </div>
      ${found.total === 0 ? emptyText(query) : html`${letterTable(found)} ${pager(query, found)}`}`,
  );
}

function searchForm({ words, kind }: LetterQuery): Html {
  return html`<form class="search" role="search" method="get" action="/mailbox">
    <label for="q">Tìm theo nơi nhận, tiêu đề</label>
    <input type="search" id="q" name="q" value="${words}" maxlength="200" />
    ${kind === undefined ? '' : html`<input type="hidden" name="kind" value="${kind}" />`}
    <button type="submit">Tìm</button>
  </form>`;
}

function kindLinks(query: LetterQuery, { matching, counts }: LetterPage): Html {
  const links = LETTER_STATES.filter((state) => counts[state.kind] > 0 || state.kind === query.kind);
  return html`<nav class="filters" aria-label="Lọc theo loại thư">
    ${filterLink({ ...query, kind: undefined }, query.kind === undefined, html`Tất cả`, matching)}
    ${links.map((state) =>
      filterLink(
        { ...query, kind: state.kind },
        state.kind === query.kind,
        stateMark(state),
        counts[state.kind],
      ),
    )}
  </nav>`;
}

function filterLink(query: LetterQuery, current: boolean, label: Html, count: number): Html {
  return html`<a href="${listAddress({ ...query, page: 1 })}" ${current ? html`aria-current="true"` : ''}
    >${label} <b>${countText(count)}</b></a
  >`;
}

function emptyText({ words, kind }: LetterQuery): Html {
  if (words === '' && kind === undefined)
    return html`<p class="empty">
      Chưa có thư nào. Thư nhắc việc, đôn đốc sẽ hiện ở đây ngay khi hệ thống gửi.
    </p>`;
  return html`<p class="empty">
    Không có thư nào khớp với điều kiện tìm. <a href="/mailbox">Xem tất cả thư</a>
  </p>`;
}

function letterTable({ letters }: LetterPage): Html {
  return html`<table class="letters">
    <caption class="unseen">
      Thư đã nhận, thư mới nhất ở trên
    </caption>
    <thead>
      <tr>
        <th scope="col">Thư</th>
        <th scope="col">Loại</th>
        <th scope="col">Nơi nhận</th>
        <th scope="col">Ngày gửi</th>
        <th scope="col" class="number">Số</th>
        <th scope="col">Tệp</th>
      </tr>
    </thead>
    <tbody>
      ${letters.map(letterRow)}
    </tbody>
  </table>`;
}

function letterRow({ number, subject, kind, recipients, date }: ReceivedLetter): Html {
  const words = subject === '' ? subjectText('') : kept(subject);
  return html`<tr>
    <td class="subject"><a href="/mailbox/${number}">${words}</a></td>
    <td class="kind">${stateMark(letterState(kind))}</td>
    <td class="recipients" lang="vi">${recipients.map(recipient)}</td>
    <td class="sent">${sentText(date)}</td>
    <td class="number">${number}</td>
    <td class="file">
      <a href="/mailbox/${number}.eml" aria-label="Tải tệp .eml của thư số ${number}">.eml</a>
    </td>
  </tr>`;
}

function recipient({ name, address }: MailAddress): Html {
  return html`${name} <span class="address">${address}</span> `;
}

function pager(query: LetterQuery, { letters, total, page, pages }: LetterPage): Html {
  const first = (page - 1) * PAGE_SIZE + 1;
  return html`<nav class="pager" aria-label="Các trang của danh sách thư">
    ${page > 1 ? html`<a rel="prev" href="${listAddress({ ...query, page: page - 1 })}">‹ Trang trước</a>` : ''}
    <span>
      Thư ${countText(first)} đến ${countText(first + letters.length - 1)} trong ${countText(total)} thư
    </span>
    ${page < pages ? html`<a rel="next" href="${listAddress({ ...query, page: page + 1 })}">Trang sau ›</a>` : ''}
  </nav>`;
}

function listAddress({ words, kind, page }: LetterQuery): string {
  const parameters = new URLSearchParams();
  if (words !== '') parameters.set('q', words);
  if (kind !== undefined) parameters.set('kind', kind);
  if (page > 1) parameters.set('page', String(page));
  return parameters.size === 0 ? '/mailbox' : `/mailbox?${parameters.toString()}`;
}
