import { html } from 'hono/html';
import type { LastSaid } from '../board/board-desk.ts';
import type { BoardRow } from '../board/board-row.ts';
import { countsOf, narrowRows, type BoardFilter } from '../board/choose-rows.ts';
import type { IsoDate } from '../calendar/dates.ts';
import { longDate } from '../calendar/wording.ts';
import { countText, type Html } from '../web/page.ts';
import { activeFilter, countLinks, filterForm } from './board-filters.ts';
import { boardAddress } from './board-query.ts';
import { boardTable } from './board-table.ts';
import { CONSOLE } from './console-env.ts';

/** One page of the board. */
export interface BoardShown {
  today: IsoDate;
  filter: BoardFilter;
  /** Every row in scope. */
  rows: readonly BoardRow[];
  /** How many rows the filter asks for. */
  found: number;
  /** Those of them that this page shows. */
  shown: readonly BoardRow[];
  said: ReadonlyMap<string, LastSaid>;
  page: number;
  pages: number;
  /** How many rows stand on the pages before. */
  before: number;
  /** Above the table; empty when there is none. */
  timeline: Html | '';
}

/** The board's content. */
export function boardContent(board: BoardShown): Html {
  const { today, filter, rows, found } = board;
  const counts = countsOf(narrowRows(rows, filter));
  return html`<div class="bar">
      <h1>Thời hạn</h1>
      <p class="note">Hôm nay, ${longDate(today)}</p>
    </div>
    ${plansPrinted(board.shown)} ${countLinks(filter, counts)} ${board.timeline} ${filterForm(filter, rows)}
    ${activeFilter(filter, rows)}
    ${found === 0 ? emptyText(rows.length) : html`${boardTable(board.shown, board.said)} ${pager(board)}`}`;
}

/** On paper the plans' names stand on top. */
function plansPrinted(rows: readonly BoardRow[]): Html {
  const plans = new Map(rows.map(({ planName, planTitle }) => [planName, planTitle]));
  return html`<p class="plans-printed" lang="vi">
    ${[...plans].map(([name, title]) => html`<span>${name === title ? name : `${name}: ${title}`}</span> `)}
  </p>`;
}

function emptyText(all: number): Html {
  if (all === 0)
    return html`<p class="empty">
      Chưa có thời hạn nào. Thời hạn của mỗi kế hoạch sẽ hiện ở đây, mỗi cơ quan chủ trì một dòng, khi hệ
      thống lập lịch nhắc việc: khoảng một tháng trước bậc nhắc đầu tiên.
    </p>`;
  return html`<p class="empty">
    Không có thời hạn nào khớp với điều kiện lọc. <a href="${CONSOLE}">Bỏ lọc</a>
  </p>`;
}

function pager({ filter, found, shown, page, pages, before }: BoardShown): Html {
  const range = `Thời hạn ${countText(before + 1)} đến ${countText(before + shown.length)}`;
  return html`<nav class="pager" aria-label="Các trang của bảng">
    ${page > 1 ? html`<a rel="prev" href="${boardAddress(filter, page - 1)}">‹ Trang trước</a>` : ''}
    <span>${range} trong ${countText(found)} thời hạn</span>
    ${page < pages ? html`<a rel="next" href="${boardAddress(filter, page + 1)}">Trang sau ›</a>` : ''}
  </nav>`;
}
