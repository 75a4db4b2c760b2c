import { html } from 'hono/html';
import type { BoardRow } from '../board/board-row.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { IsoDate } from '../calendar/dates.ts';
import { UnknownYear } from '../calendar/unknown-year.ts';
import { longDate, shortDate, twoDigits } from '../calendar/wording.ts';
import { coverageSentence, OUTCOMES } from '../report/coverage-lines.ts';
import type { Coverage, CoverageItem } from '../report/coverage.ts';
import { kept } from '../web/kept.ts';
import type { Html } from '../web/page.ts';
import { deadlineAddress } from './deadline-address.ts';
import { healthMark } from './queue-marks.ts';
import { REPORTS } from './report-query.ts';
import { resultsTable } from './results-table.ts';

/** Where the proof of a day is. */
export const PROOFS = `${REPORTS}/nhac-viec`;

/** What was asked for, and why it cannot be shown. */
export interface ProofAsked {
  typed: string;
  day: IsoDate;
  problem?: string | undefined;
}

/** The form that asks for a day, and the working days beside it. */
export function proofForm({ typed, day, problem }: ProofAsked, calendar: WorkingCalendar): Html {
  const before = known(() => calendar.previousWorkingDay(day));
  const after = known(() => calendar.nextWorkingDay(day));
  return html`<form class="choose" method="get" action="${PROOFS}">
      <p class="day-field">
        <label for="ngay">Ngày</label>
        <input id="ngay" name="ngay" value="${typed}" maxlength="20" autocomplete="off" />
      </p>
      <button>Xem</button>
    </form>
    ${problem === undefined ? '' : html`<p class="problem" role="alert">${problem}</p>`}
    <nav class="pager" aria-label="Các ngày làm việc">
      ${before === undefined ? '' : html`<a rel="prev" href="${PROOFS}?ngay=${before}">‹ ${shortDate(before)}</a>`}
      ${after === undefined ? '' : html`<a rel="next" href="${PROOFS}?ngay=${after}">${shortDate(after)} ›</a>`}
    </nav>`;
}

/** What became of everything that was to be said on a day, the worst first; `rows` name the deadlines. */
export function proofContent(coverage: Coverage, rows: readonly BoardRow[]): Html {
  const { day, full, items } = coverage;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return html`<h2>Kết quả nhắc việc ngày ${longDate(day)}</h2>
    <p>${healthMark(full, full ? 'Không sót điều nào' : 'Có điều bị sót, chưa rõ vì sao')}</p>
    <p>${coverageSentence(coverage)}</p>
    ${OUTCOMES.map(([head, outcome]) => {
      const own = items.filter((item) => item.outcome === outcome);
      if (own.length === 0) return '';
      const title = html`${head} (${twoDigits(own.length)})`;
      return outcome === 'said'
        ? html`<details>
            <summary>${title}</summary>
            ${table(head, own, byId)}
          </details>`
        : html`<h3>${title}</h3>
            ${table(head, own, byId)}`;
    })}`;
}

const HEADS = ['Nhiệm vụ', 'Cơ quan chủ trì', 'Diễn giải'].map((words) => ({ words }));

function table(caption: string, items: CoverageItem[], rows: ReadonlyMap<string, BoardRow>): Html {
  const lines = items.map(
    (item) =>
      html`<tr>
        ${about(item, rows.get(item.deadline ?? ''))}
        <td class="text">${kept(item.words)}</td>
      </tr>`,
  );
  return resultsTable(caption, HEADS, lines);
}

/** What an item speaks of, and whose duty that is; what the board does not know is named by its code. */
function about({ id, deadline }: CoverageItem, row: BoardRow | undefined): Html {
  if (row !== undefined)
    return html`<th scope="row"><a href="${deadlineAddress(row.id)}">${kept(row.title)}</a></th>
      <td class="text">${kept(row.unitName)}</td>`;
  return html`<th scope="row">
      ${deadline === null ? html`Thư tổng hợp, thư hệ thống ${kept(id)}` : kept(deadline)}
    </th>
    <td class="blank"></td>`;
}

/** A working day; undefined when it leaves the years that the calendar knows. */
function known(find: () => IsoDate): IsoDate | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof UnknownYear) return undefined;
    throw error;
  }
}
