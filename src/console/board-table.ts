import { html } from 'hono/html';
import type { LastSaid } from '../board/board-desk.ts';
import type { BoardRow } from '../board/board-row.ts';
import { localDate } from '../calendar/dates.ts';
import { longDate, shortDate } from '../calendar/wording.ts';
import { letterState } from '../web/letter-state.ts';
import { kept } from '../web/kept.ts';
import type { Html } from '../web/page.ts';
import { stateOf } from '../web/board-marks.ts';
import { deadlineAddress } from './deadline-address.ts';

/** The rows as a table, one deadline a line. */
export function boardTable(rows: readonly BoardRow[], said: ReadonlyMap<string, LastSaid>): Html {
  return html`<table class="board">
    <caption class="unseen">
      Các thời hạn, gấp nhất ở trên
    </caption>
    <thead>
      <tr>
        <th scope="col">Trạng thái</th>
        <th scope="col">Nhiệm vụ</th>
        <th scope="col">Căn cứ</th>
        <th scope="col">Cơ quan chủ trì</th>
        <th scope="col">Thời hạn</th>
        <th scope="col">Gần nhất</th>
        <th scope="col"><span class="unseen">Thao tác</span></th>
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => line(row, said.get(row.id)))}
    </tbody>
  </table>`;
}

function line(row: BoardRow, said: LastSaid | undefined): Html {
  return html`<tr>
    <td class="lights">${stateOf(row)}</td>
    <th scope="row" class="title" lang="vi">${row.title}</th>
    <td class="basis" lang="vi">${basis(row)}</td>
    <td class="unit" lang="vi">${row.unitName}</td>
    <td class="day">${day(row)}</td>
    <td class="said">${saidWords(said)}</td>
    <td class="open">
      <a href="${deadlineAddress(row.id)}" aria-label="Mở ${row.title}, ${row.unitName}">Mở</a>
    </td>
  </tr>`;
}

function basis({ clauseSymbol, planNumber }: BoardRow): Html {
  const clause = clauseSymbol === '' ? '' : html`<span class="clause">${clauseSymbol}</span>, `;
  return html`${clause}<span class="plan">${planNumber}</span>`;
}

function day({ nominal, original }: BoardRow): Html {
  const extended =
    original === null ? '' : html`<span class="extended">đã gia hạn từ ${shortDate(original)}</span>`;
  return html`${longDate(nominal)} ${extended}`;
}

function saidWords(said: LastSaid | undefined): Html {
  if (said === undefined) return html`<span class="note">Chưa có thư, trả lời</span>`;
  const when = html`<span class="when">${shortDate(localDate(said.at))}</span>`;
  if (said.as === 'answer') return html`${when} ${kept(said.sentence)}`;
  const words = letterState(said.kind).words;
  return said.returned ? html`${when} Thư “${words}” bị trả lại` : html`${when} Thư “${words}”`;
}
