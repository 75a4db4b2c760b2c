import { html } from 'hono/html';
import { longDate, twoDigits } from '../calendar/wording.ts';
import type { DeadMailboxSight } from '../upkeep/dead-mailbox-sight.ts';
import type { NamedLetter } from '../upkeep/named-letter.ts';
import type { UndeliveredMailbox, UndeliveredSight } from '../upkeep/undelivered-sight.ts';
import { letterState, stateMark } from '../web/letter-state.ts';
import { countText, type Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext } from './console-env.ts';
import { deadMailboxSection, reviveAddress } from './dead-mailbox-section.ts';
import { consolePage } from './console-page.ts';
import { mailboxNote } from './mailbox-note.ts';
import { noticesCell } from './notices-cell.ts';
import { statusMark } from './queue-marks.ts';
import { queueTabs } from './queue-tabs.ts';
import { returnedSection } from './returned-section.ts';
import { reasonForm, type Returned } from './reason-form.ts';

/** What has just been done for all letters of a mailbox: how many are tried again, go to another mailbox, stay. */
export interface MailboxDone {
  again: number;
  readdressed: number;
  refused: number;
}

/** What the page tells: mailboxes to which letters come back, letters that came back, letters that no mail server took. */
export interface UndeliveredFacts {
  dead: DeadMailboxSight[];
  back: NamedLetter[];
  letters: UndeliveredSight;
}

/** What did not reach its reader, each with the mail server's last words, and what may be done. */
export function undeliveredPage(
  c: ConsoleContext,
  { dead, back, letters }: UndeliveredFacts,
  { done, returned }: { done?: MailboxDone | undefined; returned?: Returned | undefined } = {},
): Html {
  const { mailboxes, total, page, pages } = letters;
  const revived = c.req.query('dung-duoc') === '1';
  return consolePage(
    c,
    'Thư không gửi được',
    html`<h1>Thư không gửi được</h1>
      ${queueTabs('khong-gui-duoc')} ${done === undefined ? '' : doneNote(done)}
      ${revived ? html`<p class="box good" role="status">Đã ghi nhận: hộp thư dùng được trở lại.</p>` : ''}
      ${orphaned({ dead, letters }, returned)} ${deadMailboxSection(c, dead, returned)}
      ${returnedSection(back)}
      ${
        total === 0
          ? html`<p class="empty">
              Không có thư nào bị từ chối hoặc gửi không được. Khi máy chủ thư không nhận một thư, thư ấy hiện
              ở đây theo từng hộp thư.
            </p>`
          : html`${mailboxes.map((mailbox) => section(c, mailbox, page, returned))}
            ${pages > 1 ? pager(page, pages, total) : ''}`
      }`,
    { styles: ['/assets/queue.css'] },
  );
}

/** The address of a page of this list. */
export function undeliveredAddress(page = 1): string {
  return `${CONSOLE}/hang-doi/khong-gui-duoc${page > 1 ? `?trang=${page}` : ''}`;
}

function doneNote({ again, readdressed, refused }: MailboxDone): Html {
  const said = [
    ...(again > 0 ? [`đã cho gửi lại ${twoDigits(again)} thư`] : []),
    ...(readdressed > 0 ? [`đã lập lại nội dung của ${twoDigits(readdressed)} thư tới hộp thư mới`] : []),
    ...(refused > 0 ? [`giữ nguyên ${twoDigits(refused)} thư, mở từng thư để biết lý do`] : []),
  ].join('; ');
  return html`<p class="box good" role="status">${said.charAt(0).toUpperCase()}${said.slice(1)}.</p>`;
}

function section(
  c: ConsoleContext,
  { mailbox, count, mailboxesNow, letters }: UndeliveredMailbox,
  page: number,
  returned: Returned | undefined,
): Html {
  return html`<section>
    <h2>${mailbox} <span class="soft">(${twoDigits(count)} thư)</span></h2>
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
    ${
      count > 1
        ? reasonForm(
            c,
            {
              action: actionOf(mailbox, page),
              title: `Gửi lại cả ${twoDigits(count)} thư của hộp thư này`,
              explanation:
                'Như gửi lại từng thư, từ thư cũ nhất: tệp lịch được đọc lại trước; nội dung không còn đúng thì không gửi, có ghi lý do.',
              button: `Gửi lại ${twoDigits(count)} thư`,
            },
            returned,
          )
        : ''
    }
  </section>`;
}

/** A problem whose form is not on this page is told above the list. */
function orphaned(
  { dead, letters }: Pick<UndeliveredFacts, 'dead' | 'letters'>,
  returned: Returned | undefined,
): Html | '' {
  const actions = [
    ...letters.mailboxes.flatMap(({ mailbox, count }) =>
      count > 1 ? [actionOf(mailbox, letters.page)] : [],
    ),
    ...dead.map(({ number }) => reviveAddress(number)),
  ];
  const shown = actions.some((action) => action === returned?.action);
  return returned === undefined || shown ? '' : html`<p class="problem" role="alert">${returned.problem}</p>`;
}

function actionOf(mailbox: string, page: number): string {
  const query = new URLSearchParams({ 'hop-thu': mailbox, ...(page > 1 && { trang: String(page) }) });
  return `${CONSOLE}/hang-doi/khong-gui-duoc/gui-lai?${query.toString()}`;
}

function pager(page: number, pages: number, total: number): Html {
  return html`<nav class="pager" aria-label="Các trang của danh sách">
    ${page > 1 ? html`<a rel="prev" href="${undeliveredAddress(page - 1)}">‹ Trang trước</a>` : ''}
    <span>Trang ${page} trong ${pages}, tất cả ${countText(total)} thư</span>
    ${page < pages ? html`<a rel="next" href="${undeliveredAddress(page + 1)}">Trang sau ›</a>` : ''}
  </nav>`;
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
