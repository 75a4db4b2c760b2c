import { html } from 'hono/html';
import { otherMonth, type DayDuty, type Month, type MonthDay } from '../board/month.ts';
import type { IsoDate } from '../calendar/dates.ts';
import { longDate, monthOfYear, twoDigits, weekdayName } from '../calendar/wording.ts';
import { kept } from '../web/kept.ts';
import type { Html } from '../web/page.ts';
import { shapeOf } from '../web/board-marks.ts';
import { boardAddress, monthAddress } from './board-query.ts';
import { deadlineAddress } from './deadline-address.ts';

/** As many duties as a day's cell shows; the rest is one link. */
const SHOWN = 5;

const WEEKDAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'];

/** A month's content: a table with Monday first, which a phone shows as a list of days. */
export function monthContent(month: Month, weeks: readonly MonthDay[][], today: IsoDate): Html {
  const [before, after] = [otherMonth(month, -1), otherMonth(month, 1)];
  return html`<div class="bar">
      <h1>Lịch ${monthOfYear(month)}</h1>
      <nav class="pager" aria-label="Các tháng">
        <a rel="prev" href="${monthAddress(before)}">‹ ${monthOfYear(before)}</a>
        <a href="${monthAddress(today.slice(0, 7))}">Tháng này</a>
        <a rel="next" href="${monthAddress(after)}">${monthOfYear(after)} ›</a>
        <a href="${boardAddress({ month })}">Bảng của tháng</a>
      </nav>
    </div>
    <table class="month">
      <caption class="unseen">
        Các thời hạn ${monthOfYear(month)}
      </caption>
      <thead>
        <tr>
          ${WEEKDAYS.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${weeks.map(
          (days) =>
            html`<tr>
              ${days.map((day) => cell(day, today))}
            </tr>`,
        )}
      </tbody>
    </table>
    ${isEmpty(weeks) ? html`<p class="note">Không có thời hạn nào trong các tuần của tháng này.</p>` : ''}
    <p class="note">
      Mỗi nhiệm vụ đứng ở ngày làm việc cuối cùng trước hạn; hạn rơi vào ngày nghỉ thì có thêm một dòng ở
      chính ngày ấy.
    </p>`;
}

function cell({ day, isInside, isOff, name, duties }: MonthDay, today: IsoDate): Html {
  const classes = [
    isInside ? '' : 'outside',
    isOff ? 'off' : '',
    day === today ? 'now' : '',
    duties.length === 0 && name === undefined ? 'bare' : '',
  ].filter(Boolean);
  const rest = duties.slice(SHOWN);
  return html`<td class="${classes.join(' ')}" ${day === today ? html`aria-current="date"` : ''}>
    <p class="date">
      <span class="weekday">${weekdayName(day)}, </span
      ><time datetime="${day}" aria-label="${longDate(day)}">${dayOfMonth(day, isInside)}</time>
      ${name === undefined ? '' : html`<span class="holiday" lang="vi">${name}</span>`}
    </p>
    ${
      duties.length === 0
        ? ''
        : html`<ul>
            ${duties.slice(0, SHOWN).map((duty) => entry(duty, day))}
            ${
              rest.length === 0
                ? ''
                : html`<li>
                    <a href="${boardAddress({ day })}">và ${twoDigits(rest.length)} nhiệm vụ khác</a>
                  </li>`
            }
          </ul>`
    }
  </td>`;
}

function entry({ on, rows }: DayDuty, day: IsoDate): Html {
  const [worst] = rows;
  const only = rows.length === 1;
  const address = only
    ? deadlineAddress(worst.id)
    : boardAddress({ day, plan: worst.plan, clause: worst.clauseSymbol || undefined });
  return html`<li>
    ${shapeOf(worst)}
    <a href="${address}"
      >${on === 'nominal' ? 'Ngày hạn: ' : ''}<span lang="vi" title="${worst.title}">${worst.title}</span></a
    >
    <span class="who">${only ? kept(worst.unitName) : unitsWords(rows)}</span>
  </li>`;
}

function unitsWords(rows: DayDuty['rows']): string {
  const overdue = rows.filter(({ state }) => state === 'overdue').length;
  return `${twoDigits(rows.length)} cơ quan${overdue === 0 ? '' : `, ${twoDigits(overdue)} quá hạn`}`;
}

function dayOfMonth(day: IsoDate, isInside: boolean): string {
  const [, month, date] = day.split('-');
  return isInside ? String(Number(date)) : `${date}/${month}`;
}

function isEmpty(weeks: readonly MonthDay[][]): boolean {
  return weeks.flat().every(({ duties }) => duties.length === 0);
}
