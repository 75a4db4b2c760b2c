import { html } from 'hono/html';
import { twoDigits } from '../calendar/wording.ts';
import {
  cellText,
  DEADLINE_COLUMNS,
  UNIT_COLUMNS,
  unitSum,
  type Cell,
  type Column,
} from '../report/columns.ts';
import { countingNote, headingOf } from '../report/heading.ts';
import type { Report } from '../report/report.ts';
import { kept } from '../web/kept.ts';
import type { Html } from '../web/page.ts';
import { deadlineAddress } from './deadline-address.ts';
import { REPORT_FILES } from './report-files.ts';
import { reportAddress, type ReportQuery } from './report-query.ts';
import { resultsTable } from './results-table.ts';

/** As many deadlines as the page lists; the files have all. */
const MOST_SHOWN = 300;

/** A report: the sums by unit, each deadline, and the files to take away. */
export function reportContent(report: Report, query: ReportQuery, key: string): Html {
  const { title, about } = headingOf(report);
  const { deadlines, units } = report;
  const [plan, counted] = about.length > 1 ? about : [undefined, about[0]];
  const head = html`<h2>${title}</h2>
    ${plan === undefined ? '' : html`<p>${kept(plan)}</p>`}
    <p class="note">${counted}</p>`;
  if (deadlines.length === 0)
    return html`${head}
      <p>Không có thời hạn nào trong kỳ này.</p>`;
  const rest = deadlines.length - MOST_SHOWN;
  return html`${head}
    <p class="files">
      Tải về:
      ${REPORT_FILES.map(({ name, words }) => html`<a href="${reportAddress(query, key, name)}" download>${words}</a> `)}
    </p>
    ${table('Kết quả theo cơ quan chủ trì', UNIT_COLUMNS, units, { sum: unitSum(report) })}
    <p class="note">${countingNote(report)}</p>
    <h2>Từng thời hạn</h2>
    ${table('Kết quả của từng thời hạn', SHOWN_COLUMNS, deadlines.slice(0, MOST_SHOWN), { addressOf: ({ id }) => deadlineAddress(id) })}
    ${rest > 0 ? html`<p class="note">Còn ${twoDigits(rest)} thời hạn khác: xem trong bảng tính.</p>` : ''}`;
}

/** Its code stands in a deadline's own address. */
const SHOWN_COLUMNS = DEADLINE_COLUMNS.slice(0, -1);

/** The first cell names its row, and leads to `addressOf` it; `sum` is the last row, when there is one. */
function table<Row>(
  caption: string,
  columns: Column<Row>[],
  rows: readonly Row[],
  { addressOf, sum }: { addressOf?: (row: Row) => string; sum?: Row } = {},
): Html {
  const [first, ...others] = columns;
  if (first === undefined) return html``;
  const line = (row: Row, name: Html, kind = '') =>
    html`<tr class="${kind}">
      <th scope="row">${name}</th>
      ${others.map((column) => valueCell(column, column.cell(row)))}
    </tr>`;
  const nameOf = (row: Row) => kept(cellText(first.cell(row)));
  const linked = (row: Row) =>
    addressOf === undefined ? nameOf(row) : html`<a href="${addressOf(row)}">${nameOf(row)}</a>`;
  const isNumber = ({ cell }: Column<Row>) => rows.some((row) => kindOf(cell(row)) === 'number');
  return resultsTable(
    caption,
    columns.map((column) => ({ words: column.head, isNumber: isNumber(column) })),
    [
      ...rows.map((row) => line(row, linked(row))),
      ...(sum === undefined ? [] : [line(sum, html`${cellText(first.cell(sum))}`, 'sum')]),
    ],
  );
}

/** On a phone, where the table's head is not shown, each value has its own. */
function valueCell({ head, isNamed }: Pick<Column<never>, 'head' | 'isNamed'>, cell: Cell): Html {
  const words = cellText(cell);
  if (words === '') return html`<td class="blank"></td>`;
  return html`<td class="${kindOf(cell)}">
    <span class="of">${head}</span> ${isNamed === true ? kept(words) : words}
  </td>`;
}

function kindOf(cell: Cell): 'text' | 'day' | 'number' {
  if (typeof cell === 'number') return 'number';
  if (cell === null || typeof cell === 'string') return 'text';
  return 'day' in cell ? 'day' : 'number';
}
