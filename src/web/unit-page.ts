import { html } from 'hono/html';
import type { OpenedUnit } from '../answer/opened.ts';
import type { LastSaid } from '../board/board-desk.ts';
import type { BoardRow } from '../board/board-row.ts';
import { page, type Html } from './page.ts';
import { unitContent } from './unit-content.ts';

/** The page of all that a unit leads, as its link shows it: only to read. `rows` are the unit's own. */
export function unitPage(
  opened: OpenedUnit,
  rows: readonly BoardRow[],
  said: ReadonlyMap<string, LastSaid>,
): Html {
  return page(
    `Nhiệm vụ của ${opened.unit.name}`,
    html`${unitContent(opened, rows, said)}
      <p class="note">
        Trang này dành riêng cho cơ quan; đề nghị không chuyển tiếp đường dẫn ra ngoài cơ quan.
      </p>`,
    { styles: ['/assets/board.css'] },
  );
}
