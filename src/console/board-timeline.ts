import { html } from 'hono/html';
import type { LineMark, LineMonth, YearLine } from '../board/year-line.ts';
import { shortDate, twoDigits } from '../calendar/wording.ts';
import type { Html } from '../web/page.ts';
import { monthAddress } from './board-query.ts';

/** The width of a day, and the heights of what stands on the line, in the picture's own units. */
const DAY = 4;
const HEIGHT = 64;
const LINE = 34;
const NOMINAL = 24;
const LETTER = 52;

/** The year as a picture, with the same in words under it; `withLetters` when letters were looked up. */
export function timeline(line: YearLine, withLetters: boolean): Html {
  const width = line.days * DAY;
  return html`<figure class="timeline">
    <svg
      viewBox="0 0 ${width} ${HEIGHT}"
      role="img"
      aria-label="Các thời hạn trên dòng thời gian năm ${line.year}; nội dung bằng chữ ở dưới"
    >
      ${line.off.map(({ at, days }) => html`<rect class="off" x="${at * DAY}" y="16" width="${days * DAY}" height="${HEIGHT - 16}" />`)}
      ${line.months.map(
        ({ month, at }) =>
          html`<path class="month" d="M${at * DAY} 0V${HEIGHT}" /><text x="${at * DAY + 4}" y="11"
              >Tháng ${Number(month.slice(5))}</text
            >`,
      )}
      <path class="line" d="M0 ${LINE}H${width}" />
      ${line.letters.map((at) => html`<path class="letter-tick" d="M${middle(at)} ${LETTER - 4}v8" />`)}
      ${line.today === undefined ? '' : html`<path class="now" d="M${middle(line.today)} 14V${HEIGHT}" />`}
      ${line.nominals.map((mark) => diamond(mark, NOMINAL, 'nominal'))}
      ${line.aims.map((mark) => diamond(mark, LINE, 'aim'))}
    </svg>
    <figcaption>
      <span>◆ ngày làm việc cuối trước hạn</span> <span>◇ ngày hạn rơi vào ngày nghỉ</span>
      ${withLetters ? html`<span><i class="tick" aria-hidden="true">|</i> ngày có thư</span>` : ''}
      <span><i class="shade" aria-hidden="true"></i> ngày nghỉ</span>
      ${line.today === undefined ? '' : html`<span><i class="now-key" aria-hidden="true">|</i> hôm nay</span>`}
    </figcaption>
    <details>
      <summary>Năm ${line.year} bằng chữ, theo tháng</summary>
      <ul>
        ${line.months.map(monthWords)}
      </ul>
    </details>
  </figure>`;
}

function monthWords({ month, deadlines, overdue }: LineMonth): Html {
  const late = overdue === 0 ? '' : `, trong đó ${twoDigits(overdue)} quá hạn`;
  const words = deadlines === 0 ? 'không có thời hạn' : `${twoDigits(deadlines)} thời hạn${late}`;
  return html`<li><a href="${monthAddress(month)}">Tháng ${Number(month.slice(5))}</a>: ${words}</li>`;
}

function diamond({ day, at, count, look }: LineMark, y: number, kind: 'aim' | 'nominal'): Html {
  const r = kind === 'aim' ? 6 : 5;
  return html`<path class="${kind} ${look}" d="M${middle(at)} ${y - r}l${r} ${r}l-${r} ${r}l-${r} -${r}z"
    ><title>${shortDate(day)}: ${twoDigits(count)} thời hạn</title></path
  >`;
}

function middle(at: number): number {
  return at * DAY + DAY / 2;
}
