import { html } from 'hono/html';
import type { Calendar } from '../calendar/calendar.ts';
import { daysFrom, isWeekend, lastDayOfMonth, weekdayOf, type IsoDate } from '../calendar/dates.ts';
import { longDate, twoDigits } from '../calendar/wording.ts';
import type { Html } from '../web/page.ts';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const WEEK = [
  ['T2', 'thứ Hai'],
  ['T3', 'thứ Ba'],
  ['T4', 'thứ Tư'],
  ['T5', 'thứ Năm'],
  ['T6', 'thứ Sáu'],
  ['T7', 'thứ Bảy'],
  ['CN', 'Chủ nhật'],
] as const;

/** A year's twelve months, each day working or off as the civil service keeps it. */
export function yearView(year: number, calendar: Calendar): Html {
  const first = calendar.firstWorkingDayOnOrAfter(`${year}-01-01`);
  const worked = calendar.workingDaysBetween(first, `${year}-12-31`) + 1;
  return html`<p class="legend">
      <strong>${worked} ngày làm việc.</strong>
      <span class="sample rest">7</span> nghỉ cuối tuần <span class="sample holiday">7</span> nghỉ lễ, nghỉ
      bù, hoán đổi <span class="sample worked">7</span> đi làm bù
    </p>
    <div class="year">${MONTHS.map((month) => monthTable(year, month, calendar))}</div>`;
}

function monthTable(year: number, month: number, calendar: Calendar): Html {
  const first = `${year}-${twoDigits(month)}-01`;
  const days = daysFrom(first, lastDayOfMonth(year, month));
  const before = Array.from({ length: weekdayOf(first) - 1 }, () => undefined);
  const cells = [...before, ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_day, place) => cells[week * 7 + place]),
  );
  return html`<table class="small-month">
    <caption>
      Tháng ${month}
    </caption>
    <thead>
      <tr>
        ${WEEK.map(([short, name]) => html`<th scope="col"><abbr title="${name}">${short}</abbr></th>`)}
      </tr>
    </thead>
    <tbody>
      ${weeks.map(
        (week) =>
          html`<tr>
            ${week.map((day) => (day === undefined ? html`<td></td>` : dayCell(day, calendar)))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function dayCell(day: IsoDate, calendar: Calendar): Html {
  const number = Number(day.slice(8));
  const off = calendar.dayOff(day)?.name;
  const worked = calendar.workedWeekend(day)?.name;
  if (off !== undefined)
    return html`<td class="holiday" title="${longDate(day)}: ${off}" lang="vi">
      ${number}<span class="unseen"> nghỉ: ${off}</span>
    </td>`;
  if (worked !== undefined)
    return html`<td class="worked" lang="vi" title="${longDate(day)}: ${worked}">
      ${number}<span class="unseen"> ${worked}</span>
    </td>`;
  return isWeekend(day) ? html`<td class="rest">${number}</td>` : html`<td>${number}</td>`;
}
