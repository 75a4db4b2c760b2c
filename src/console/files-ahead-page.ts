import { html } from 'hono/html';
import { addDays, localDate, type IsoDate } from '../calendar/dates.ts';
import { UnknownYear } from '../calendar/unknown-year.ts';
import { longDate, shortDate, twoDigits } from '../calendar/wording.ts';
import type { FilesDesk } from '../files/files-desk.ts';
import { letterVolume, type Volume } from '../plan/letter-volume.ts';
import type { Letter } from '../plan/model.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext } from './console-env.ts';
import { consolePage } from './console-page.ts';
import { FILES_STYLE } from './files-look.ts';
import { plansOf } from './files-scope.ts';

const DAYS = 90;

/** How many letters each mailbox would get in each week of the next 90 days, if nobody answered anything. */
export async function aheadPage(c: ConsoleContext, desk: FilesDesk): Promise<Html> {
  const today = localDate(desk.now());
  const letters = await ownLetters(c, desk);
  return consolePage(
    c,
    'Thư của 90 ngày tới',
    html`<p class="note"><a href="${CONSOLE}/cau-hinh">Cấu hình</a></p>
      <h1>Thư của 90 ngày tới</h1>
      <p>
        Chạy thử từ ${longDate(today)} đến hết ${longDate(addDays(today, DAYS))} theo lịch đang có hiệu lực,
        coi như không cơ quan nào trả lời thêm. Không gửi và không ghi gì.
      </p>
      ${
        letters === undefined
          ? html`<p class="empty">
              Lịch làm việc chưa có đủ năm để tính 90 ngày tới. Đề nghị bổ sung tệp lịch của năm sau.
            </p>`
          : letters.length === 0
            ? html`<p class="empty">Trong 90 ngày tới không có thư nào phải gửi.</p>`
            : html`<p><strong>${twoDigits(letters.length)} thư</strong> trong 90 ngày.</p>
                ${volumeTable(letterVolume([...letters]))}`
      }`,
    { styles: [FILES_STYLE] },
  );
}

/** The letters about plans that the account may see, and the digests of their folders; undefined outside the calendar. */
async function ownLetters(c: ConsoleContext, desk: FilesDesk): Promise<readonly Letter[] | undefined> {
  const places = plansOf(c.get('session').account, desk.schedule());
  try {
    return (await desk.ahead(DAYS)).filter(({ folder, notices }) =>
      places.some(
        (place) =>
          place.folder.id === folder &&
          (notices.length === 0 || notices.some(({ deadline }) => deadline.startsWith(`${place.plan.id}/`))),
      ),
    );
  } catch (error) {
    if (error instanceof UnknownYear) return undefined;
    throw error;
  }
}

function volumeTable(volumes: readonly Volume[]): Html {
  const weeks = [...new Set(volumes.map(({ week }) => week))].sort();
  const mailboxes = [...new Set(volumes.map(({ mailbox }) => mailbox))];
  const count = (mailbox: string, week: IsoDate) =>
    volumes.find((volume) => volume.mailbox === mailbox && volume.week === week)?.letters ?? 0;
  const sum = (of: readonly Volume[]) => of.reduce((all, { letters }) => all + letters, 0);
  return html`<div class="scrolled" tabindex="0" role="region" aria-label="Số thư theo tuần">
    <table class="weeks">
      <caption class="unseen">
        Số thư mỗi hộp thư nhận trong từng tuần
      </caption>
      <thead>
        <tr>
          <th scope="col">Hộp thư (tuần từ thứ Hai)</th>
          ${weeks.map(
            (week) =>
              html`<th scope="col">
                <span title="${longDate(week)}">${shortDate(week).slice(0, 5)}</span>
              </th>`,
          )}
          <th scope="col">Cộng</th>
        </tr>
      </thead>
      <tbody>
        ${mailboxes.map(
          (mailbox) =>
            html`<tr>
              <th scope="row">${breakable(mailbox)}</th>
              ${weeks.map((week) => html`<td>${count(mailbox, week) || ''}</td>`)}
              <td><strong>${sum(volumes.filter((volume) => volume.mailbox === mailbox))}</strong></td>
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Cộng</th>
          ${weeks.map((week) => html`<td>${sum(volumes.filter((volume) => volume.week === week))}</td>`)}
          <td><strong>${sum(volumes)}</strong></td>
        </tr>
      </tfoot>
    </table>
  </div>`;
}

/** An address that a narrow column breaks at its marks, never inside a word. */
function breakable(mailbox: string): Html[] {
  return mailbox
    .split(/(?<=@)|(?=\.)/)
    .map((part, index) => html`${index === 0 ? '' : html`<wbr />`}${part}`);
}
