import { html } from 'hono/html';
import { shortDate, twoDigits } from '../calendar/wording.ts';
import { isDigest } from '../plan/model.ts';
import type { NamedLetter } from '../upkeep/named-letter.ts';
import type { Html } from '../web/page.ts';

/** What a letter speaks of, in short: its worst deadline, and how many others there are. */
export function noticesCell({ kind, notices }: NamedLetter): Html {
  const [worst] = notices;
  if (worst === undefined) return html`${isDigest(kind) ? 'Tổng hợp, lập lúc gửi' : 'Không còn nội dung'}`;
  const { lead, duty, nominal, distance } = worst;
  const others = notices.length > 1 ? html` và ${twoDigits(notices.length - 1)} nội dung khác` : '';
  return html`<b lang="vi">${lead}</b>, hạn ${shortDate(nominal)} (${distance})${others}<br /><span
      class="words"
      lang="vi"
      >${duty}</span
    >`;
}
