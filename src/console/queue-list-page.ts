import { html } from 'hono/html';
import { longDate, moment, twoDigits } from '../calendar/wording.ts';
import type { NamedLetter } from '../upkeep/named-letter.ts';
import {
  QUEUE_PAGE,
  QUEUE_PLACES,
  type QueuePlace,
  type QueueRow,
  type QueueSight,
} from '../upkeep/queue-sight.ts';
import type { UpkeepDesk } from '../upkeep/upkeep-desk.ts';
import { letterState, stateMark } from '../web/letter-state.ts';
import { countText, type Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext } from './console-env.ts';
import { consolePage } from './console-page.ts';
import { noticesCell } from './notices-cell.ts';
import { placeAddress, placeMark, statusMark } from './queue-marks.ts';
import { queueTabs } from './queue-tabs.ts';
import { reasonForm, type Returned } from './reason-form.ts';

/** What the list's address says. */
export interface QueueQuery {
  place: QueuePlace | undefined;
  page: number;
  live: boolean;
}

/** A live page asks for itself anew after so many seconds. */
export const LIVE_SECONDS = 15;

type Pause = Awaited<ReturnType<UpkeepDesk['pause']>>;

/** The queue: BullMQ's jobs and beside each what the record knows of its letter. */
export function queueListPage(
  c: ConsoleContext,
  query: QueueQuery,
  sight: QueueSight,
  pause: Pause,
  returned?: Returned,
): Html {
  return consolePage(
    c,
    'Hàng đợi',
    html`<div class="bar">
        <h1>Hàng đợi gửi thư</h1>
        <p class="note"><a href="${addressOf({ ...query, live: !query.live })}">${liveWords(query)}</a></p>
      </div>
      ${queueTabs('hang-doi')} ${sight.silent === undefined ? listOf(query, sight) : silence(sight.silent)}
      <h2>Tạm dừng</h2>
      ${pauseForm(c, pause, returned)}`,
    { styles: ['/assets/queue.css'], refresh: query.live ? LIVE_SECONDS : undefined },
  );
}

function liveWords({ live }: QueueQuery): string {
  return live ? `Đang tự cập nhật mỗi ${LIVE_SECONDS} giây; dừng tự cập nhật` : 'Tự cập nhật';
}

function silence(words: string): Html {
  return html`<p class="box wrong" role="alert">
    Hàng đợi ${words}. Thư không mất: sổ vẫn giữ mọi thư chờ gửi, và hàng đợi được lập lại khi hoạt động trở
    lại. Xem <a href="${CONSOLE}/he-thong">tình trạng hệ thống</a>.
  </p>`;
}

function listOf(query: QueueQuery, sight: QueueSight): Html {
  return html`<nav class="filters" aria-label="Lọc theo trạng thái">
      ${filter(query, undefined, html`Tất cả`, sum(sight.counts))}
      ${QUEUE_PLACES.filter((place) => sight.counts[place] > 0 || place === query.place).map((place) =>
        filter(query, place, placeMark(place), sight.counts[place]),
      )}
    </nav>
    ${
      sight.rows.length === 0
        ? html`<p class="empty">
            ${
              query.place === undefined
                ? 'Không có thư nào chờ gửi. Thư được lập và xếp vào hàng đợi ở đây khi đến gần giờ gửi.'
                : 'Không có thư nào ở trạng thái này.'
            }
          </p>`
        : html`${table(sight.rows)} ${pager(query, sight)}`
    }`;
}

function filter(query: QueueQuery, place: QueuePlace | undefined, label: Html, count: number): Html {
  return html`<a
    href="${addressOf({ ...query, place, page: 1 })}"
    ${place === query.place ? html`aria-current="true"` : ''}
    >${label} <b>${countText(count)}</b></a
  >`;
}

function table(rows: QueueRow[]): Html {
  return html`<table class="letters queue">
    <caption class="unseen">
      Thư trong hàng đợi: đang chạy trước, rồi theo thứ tự sẽ chạy
    </caption>
    <thead>
      <tr>
        <th scope="col">Hộp thư nhận</th>
        <th scope="col">Loại, ngày gửi</th>
        <th scope="col">Nội dung nhắc</th>
        <th scope="col">Hàng đợi</th>
        <th scope="col">Sổ ghi</th>
        <th scope="col">Xử lý</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(row)}
    </tbody>
  </table>`;
}

function row({ id, place, job, letter }: QueueRow): Html {
  const ran = job === undefined || job.attempts === 0 ? '' : `đã chạy ${twoDigits(job.attempts)} lần`;
  return html`<tr>
    <td class="subject">
      ${letter === undefined ? html`<span class="code">${id}</span>` : html`<a href="${CONSOLE}/hang-doi/${id}">${letter.mailbox}</a>`}
    </td>
    <td class="kind">
      ${letter === undefined ? 'không rõ' : html`${stateMark(letterState(letter.kind))}<br />${longDate(letter.day)}`}
    </td>
    <td class="notices">${letter === undefined ? 'Sổ không có thư mang mã này.' : noticesCell(letter)}</td>
    <td>
      ${placeMark(place)} ${ran === '' ? '' : html`<br />${ran}`}
      ${job?.lastError === undefined ? '' : html`<br /><span class="words" lang="vi">${job.lastError}</span>`}
    </td>
    <td class="recorded">${letter === undefined ? '' : recorded(letter)}</td>
    <td class="file">
      ${
        letter === undefined
          ? ''
          : html`<a href="${CONSOLE}/hang-doi/${id}"
              >Mở<span class="unseen"> thư gửi ${letter.mailbox}</span></a
            >`
      }
    </td>
  </tr>`;
}

function recorded({ status, returned, waitsFor, response }: NamedLetter): Html {
  const waits = ['planned', 'retrying', 'sending'].includes(status);
  return html`${statusMark(returned === null ? status : 'returned')}
  ${waits ? html`<br />${moment(waitsFor)}` : ''}
  ${response === null ? '' : html`<br /><span class="words" lang="vi">${response}</span>`}`;
}

function pager(query: QueueQuery, { rows, total, page, pages }: QueueSight): Html {
  const first = (page - 1) * QUEUE_PAGE + 1;
  return html`<nav class="pager" aria-label="Các trang của hàng đợi">
    ${page > 1 ? html`<a rel="prev" href="${addressOf({ ...query, page: page - 1 })}">‹ Trang trước</a>` : ''}
    <span
      >Mục ${countText(first)} đến ${countText(first + rows.length - 1)} trong ${countText(total)} mục</span
    >
    ${page < pages ? html`<a rel="next" href="${addressOf({ ...query, page: page + 1 })}">Trang sau ›</a>` : ''}
  </nav>`;
}

function pauseForm(c: ConsoleContext, pause: Pause, returned?: Returned): Html {
  if (pause !== undefined)
    return reasonForm(
      c,
      {
        action: `${CONSOLE}/hang-doi/gui-tiep`,
        title: 'Gửi thư trở lại',
        explanation:
          'Thư còn đúng được gửi ngay trong giờ gửi; điều đã trễ được nói một lần và ghi rõ là gửi chậm; lời nhắc đã có lời nhắc sau thay thế thì bỏ, có ghi lý do.',
        button: 'Gửi thư trở lại',
      },
      returned,
    );
  return reasonForm(
    c,
    {
      action: `${CONSOLE}/hang-doi/tam-dung`,
      title: 'Tạm dừng gửi mọi thư',
      explanation:
        'Từ lúc ghi nhận, không thư nào được gửi, kể cả bởi các máy khác của hệ thống; thư đang trao cho máy chủ thư thì gửi nốt. Thư vẫn được lập và chờ, không mất.',
      button: 'Tạm dừng gửi',
    },
    returned,
  );
}

function addressOf({ place, page, live }: QueueQuery): string {
  const query = new URLSearchParams();
  if (place !== undefined) query.set('trang-thai', placeAddress(place));
  if (page > 1) query.set('trang', String(page));
  if (live) query.set('live', '1');
  return query.size === 0 ? `${CONSOLE}/hang-doi` : `${CONSOLE}/hang-doi?${query.toString()}`;
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
