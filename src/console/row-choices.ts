import { html } from 'hono/html';
import type { BoardRow } from '../board/board-row.ts';
import type { Html } from '../web/page.ts';

export type Option = readonly [value: string, words: string];

/** Options that are names stay Vietnamese. */
export const NAMES = html`lang="vi"`;

/** A field to choose one of `options` or all; its options have `lang` of their own when they are `names`. */
export function choiceField(
  name: string,
  label: string,
  options: readonly Option[],
  chosen: string | undefined,
  names: Html | '' = '',
): Html {
  return html`<p>
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      <option value="">Tất cả</option>
      ${options.map(
        ([value, words]) =>
          html`<option value="${value}" ${value === chosen ? html`selected` : ''} ${names}>${words}</option>`,
      )}
    </select>
  </p>`;
}

/** The units that lead in these rows, in the order of the unit files. */
export function unitOptions(rows: readonly BoardRow[]): Option[] {
  const units = [...firstOf(rows, 'unit')].sort(([, a], [, b]) => a.unitRank - b.unitRank);
  return units.map(([unit, { unitName }]) => [unit, unitName]);
}

/** The plans of these rows. */
export function planOptions(rows: readonly BoardRow[]): Option[] {
  return [...firstOf(rows, 'plan')].map(([plan, { planTitle }]) => [plan, planTitle]);
}

/** The first row of each value that `rows` have there. */
export function firstOf(
  rows: readonly BoardRow[],
  part: 'unit' | 'plan' | 'clauseSymbol',
): ReadonlyMap<string, BoardRow> {
  const first = new Map<string, BoardRow>();
  for (const row of rows) if (!first.has(row[part])) first.set(row[part], row);
  return first;
}
