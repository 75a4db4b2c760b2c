import { html } from 'hono/html';
import type { OpenedUnit } from '../answer/opened.ts';
import type { LastSaid } from '../board/board-desk.ts';
import type { BoardRow } from '../board/board-row.ts';
import { localDate } from '../calendar/dates.ts';
import { longDate, shortDate, twoDigits } from '../calendar/wording.ts';
import { stateOf } from './board-marks.ts';
import { kept } from './kept.ts';
import type { Html } from './page.ts';

/**
 * All that a unit leads, worst first: what it owes, by when, what it has answered. `rows` are the unit's own; with
 * `addressOf` each leads to the page on which it is answered.
 */
export function unitContent(
  { unit, today, calendar }: Omit<OpenedUnit, 'as'>,
  rows: readonly BoardRow[],
  said: ReadonlyMap<string, LastSaid>,
  addressOf?: (row: BoardRow) => string,
): Html {
  const shown = rows.filter(({ state }) => state !== 'withdrawn');
  const owed = shown.filter(({ look }) => look !== 'done');
  return html`<h1>Nhiệm vụ do ${kept(unit.name)} chủ trì</h1>
    <p>
      Đến ${longDate(today)}: ${twoDigits(shown.length)} thời hạn, trong đó ${twoDigits(owed.length)} chưa
      được xác nhận hoàn thành.
    </p>
    ${shown.length === 0 ? html`<p class="empty">Chưa có nhiệm vụ nào. Nhiệm vụ được giao sẽ hiện ở đây.</p>` : table(shown, said, addressOf)}
    <p class="note">
      ${addressOf === undefined ? 'Để trả lời, đề nghị mở đường dẫn trong thư của từng nhiệm vụ.' : 'Để trả lời, đề nghị mở từng nhiệm vụ trong bảng.'}
    </p>
    ${
      calendar === undefined
        ? ''
        : html`<p class="note">
            <a href="${calendar}">Lịch thời hạn của ${kept(unit.name)}</a>: sao chép địa chỉ này vào phần mềm
            lịch để thấy mọi thời hạn.
          </p>`
    }`;
}

function table(
  rows: readonly BoardRow[],
  said: ReadonlyMap<string, LastSaid>,
  addressOf: ((row: BoardRow) => string) | undefined,
): Html {
  return html`<table class="board">
    <caption class="unseen">
      Các thời hạn của cơ quan, nặng nhất ở trên
    </caption>
    <thead>
      <tr>
        <th scope="col">Trạng thái</th>
        <th scope="col">Nhiệm vụ</th>
        <th scope="col">Căn cứ</th>
        <th scope="col">Thời hạn</th>
        <th scope="col">Cơ quan đã trả lời</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            <td class="lights">${stateOf(row)}</td>
            <th scope="row" class="title" lang="vi">
              ${addressOf === undefined ? row.title : html`<a href="${addressOf(row)}">${row.title}</a>`}
            </th>
            <td class="basis" lang="vi">
              ${row.clauseSymbol === '' ? '' : `${row.clauseSymbol}, `}${row.planNumber}
            </td>
            <td class="day">${dayWords(row)}</td>
            <td class="said">${answerWords(said.get(row.id))}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function dayWords({ nominal, original }: BoardRow): Html {
  return html`${longDate(nominal)}
  ${original === null ? '' : html`<span class="extended">đã gia hạn từ ${shortDate(original)}</span>`}`;
}

function answerWords(said: LastSaid | undefined): Html {
  if (said?.as !== 'answer') return html`<span class="note">Chưa có trả lời</span>`;
  return html`<span class="when">${shortDate(localDate(said.at))}</span> ${kept(said.sentence)}`;
}
