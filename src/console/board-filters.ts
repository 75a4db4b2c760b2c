import { html } from 'hono/html';
import type { BoardRow } from '../board/board-row.ts';
import { BOARD_STATES } from '../board/board-state.ts';
import type { BoardCounts, BoardFilter } from '../board/choose-rows.ts';
import { longDate, monthOfYear } from '../calendar/wording.ts';
import { kept } from '../web/kept.ts';
import { countText, type Html } from '../web/page.ts';
import { boardAddress, FIELDS } from './board-query.ts';
import { CONSOLE } from './console-env.ts';
import { choiceField, firstOf, NAMES, planOptions, unitOptions, type Option } from './row-choices.ts';

/** The counts of every state, each a link to its rows within the rest of the filter. */
export function countLinks(filter: BoardFilter, counts: BoardCounts): Html {
  const { state: current, ...rest } = filter;
  const shown = BOARD_STATES.filter(({ id }) => id !== 'withdrawn' || counts[id] > 0 || current === id);
  return html`<nav class="counts" aria-label="Số thời hạn theo trạng thái">
    ${countLink(boardAddress(rest), current === undefined, html`Tất cả`, counts.all)}
    ${shown.map(({ id, look, shape, words }) =>
      countLink(
        boardAddress({ ...rest, state: id }),
        current === id,
        html`<span class="state ${counts[id] === 0 ? 'none' : look}"
          ><span aria-hidden="true">${shape}</span> ${words}</span
        >`,
        counts[id],
      ),
    )}
  </nav>`;
}

/** The form that narrows the table; it offers what `rows`, all there are, have. */
export function filterForm(filter: BoardFilter, rows: readonly BoardRow[]): Html {
  const inPlan = filter.plan === undefined ? rows : rows.filter(({ plan }) => plan === filter.plan);
  const clauses = [...firstOf(inPlan, 'clauseSymbol').keys()]
    .filter((clause) => clause !== '')
    .sort(byNumbers)
    .map((clause): Option => [clause, clause]);
  const months = [...new Set(rows.map(({ nominal }) => nominal.slice(0, 7)))]
    .sort()
    .map((month): Option => [month, monthOfYear(month)]);
  const states = BOARD_STATES.map(({ slug, words }): Option => [slug, words]);
  const slug = BOARD_STATES.find(({ id }) => id === filter.state)?.slug;
  return html`<form class="choose" role="search" method="get" action="${CONSOLE}">
    <p>
      <label for="tim">Tìm</label>
      <input
        type="search"
        id="tim"
        name="${FIELDS.words}"
        value="${filter.words ?? ''}"
        maxlength="200"
        placeholder="Nhiệm vụ, cơ quan, mục, số văn bản"
      />
    </p>
    ${choiceField(FIELDS.state, 'Trạng thái', states, slug)}
    ${choiceField(FIELDS.unit, 'Cơ quan chủ trì', unitOptions(rows), filter.unit, NAMES)}
    ${choiceField(FIELDS.plan, 'Kế hoạch', planOptions(rows), filter.plan, NAMES)}
    ${choiceField(FIELDS.clause, 'Mục', clauses, filter.clause, NAMES)}
    ${choiceField(FIELDS.month, 'Hạn trong tháng', months, filter.month)}
    ${filter.day === undefined ? '' : html`<input type="hidden" name="${FIELDS.day}" value="${filter.day}" />`}
    <button>Lọc</button>
  </form>`;
}

/** What the table is narrowed by, each part with a link that takes it away; nothing when it is not. */
export function activeFilter(filter: BoardFilter, rows: readonly BoardRow[]): Html | '' {
  const parts = Object.entries(wordsOf(filter, rows)).filter(([, words]) => words !== undefined);
  if (parts.length === 0) return '';
  return html`<p class="active">
    Đang lọc:
    ${parts.map(
      ([part, words]) =>
        html`<a href="${boardAddress({ ...filter, [part]: undefined })}"
          >${words} <span aria-hidden="true">×</span><span class="unseen">: bỏ điều kiện này</span></a
        > `,
    )}
    <a class="all" href="${CONSOLE}">Bỏ lọc</a>
  </p>`;
}

function wordsOf(
  filter: BoardFilter,
  rows: readonly BoardRow[],
): Partial<Record<keyof BoardFilter, string | Html>> {
  const { words, state, unit, plan, clause, month, day } = filter;
  const unitName = rows.find((row) => row.unit === unit)?.unitName ?? unit;
  const planTitle = rows.find((row) => row.plan === plan)?.planTitle ?? plan;
  return {
    ...(words !== undefined && { words: html`có chữ “${kept(words)}”` }),
    ...(state !== undefined && { state: BOARD_STATES.find(({ id }) => id === state)?.words ?? state }),
    ...(unit !== undefined && { unit: kept(unitName ?? unit) }),
    ...(plan !== undefined && { plan: kept(planTitle ?? plan) }),
    ...(clause !== undefined && { clause: html`mục ${kept(clause)}` }),
    ...(month !== undefined && { month: `hạn trong ${monthOfYear(month)}` }),
    ...(day !== undefined && { day: `hạn ${longDate(day)}` }),
  };
}

function countLink(address: string, current: boolean, label: Html, count: number): Html {
  return html`<a href="${address}" ${current ? html`aria-current="true"` : ''}
    ><b>${countText(count)}</b> ${label}</a
  >`;
}

function byNumbers(a: string, b: string): number {
  return a.localeCompare(b, 'vi', { numeric: true });
}
