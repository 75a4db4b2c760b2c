import { html } from 'hono/html';
import type { Html } from '../web/page.ts';
import { REPORTS } from './report-query.ts';

const TABS = [
  { at: 'ket-qua', path: '', name: 'Kết quả thực hiện' },
  { at: 'nhac-viec', path: '/nhac-viec', name: 'Kết quả nhắc việc' },
] as const;

/** The two kinds of report: what the units did, and what the system said to them. */
export function reportTabs(current: (typeof TABS)[number]['at']): Html {
  return html`<nav class="tabs" aria-label="Các loại báo cáo">
    ${TABS.map(
      ({ at, path, name }) =>
        html`<a href="${REPORTS}${path}" ${at === current ? html`aria-current="page"` : ''}>${name}</a>`,
    )}
  </nav>`;
}
