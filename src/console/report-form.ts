import { html } from 'hono/html';
import type { BoardRow } from '../board/board-row.ts';
import { readPeriod } from '../report/period.ts';
import type { Html } from '../web/page.ts';
import { REPORT_FIELDS, REPORTS, yearsOf, type ReportQuery } from './report-query.ts';
import { choiceField, NAMES, planOptions, unitOptions } from './row-choices.ts';

const PARTS = ['', '-H1', '-H2', '-Q1', '-Q2', '-Q3', '-Q4'];
const MONTHS = Array.from({ length: 12 }, (_, at) => `-${String(at + 1).padStart(2, '0')}`);

/** The form that asks for a report; it offers the years, plans and units of `rows`, all there are. */
export function reportForm(query: ReportQuery, rows: readonly BoardRow[]): Html {
  const { asked, from, to, plan, unit } = query;
  const key = asked.ok && !asked.key.includes('..') ? asked.key : '';
  const years = yearsOf(rows).map(String);
  const own = key.slice(0, 4);
  const { period, before, ...names } = REPORT_FIELDS;
  return html`<form class="choose" method="get" action="${REPORTS}">
      <input type="hidden" name="${before}" value="${key}" />
      <p>
        <label for="${period}">Kỳ báo cáo</label>
        <select id="${period}" name="${period}">
          <option value="">Theo ngày ở bên</option>
          ${[...(own === '' || years.includes(own) ? [] : [own]), ...years].map((year) => yearOptions(year, key))}
        </select>
      </p>
      ${dayField(names.from, 'Từ ngày', from)} ${dayField(names.to, 'Đến ngày', to)}
      ${choiceField(names.plan, 'Kế hoạch', planOptions(rows), plan, NAMES)}
      ${choiceField(names.unit, 'Cơ quan chủ trì', unitOptions(rows), unit, NAMES)}
      <button>Xem</button>
    </form>
    ${asked.ok ? '' : html`<p class="problem" role="alert">${asked.problem}</p>`}`;
}

function yearOptions(year: string, chosen: string): Html {
  return html`<optgroup label="Năm ${year}">
    ${[...PARTS, ...MONTHS].map((part) => {
      const key = year + part;
      const reading = readPeriod(key);
      return html`<option value="${key}" ${key === chosen ? html`selected` : ''}>
        ${reading.ok ? reading.period.name : key}
      </option>`;
    })}
  </optgroup>`;
}

function dayField(name: string, label: string, typed: string): Html {
  return html`<p class="day-field">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      value="${typed}"
      maxlength="20"
      autocomplete="off"
      placeholder="01/6/2019"
    />
  </p>`;
}
