import { html } from 'hono/html';
import type { ReceivedLetter } from '../mail/built-in-mailbox.ts';
import { addressText, type ParsedLetter } from '../mail/read-eml.ts';
import { kept } from './kept.ts';
import { letterState, stateMark } from './letter-state.ts';
import { sentText, sizeText, subjectText } from './letter-words.ts';
import { page, type Html } from './page.ts';

/** The ways to look at one letter: as its reader sees it, its plain text part, its bytes. */
export const LETTER_PARTS = ['html', 'text', 'source'] as const;
export type LetterPart = (typeof LETTER_PARTS)[number];

/** One letter and what stands around it in the mailbox. */
export interface LetterSight {
  received: ReceivedLetter;
  letter: ParsedLetter;
  raw: Buffer;
  part: LetterPart;
  /** The numbers of its neighbours, where there are any. */
  previous: number | undefined;
  next: number | undefined;
}

const PART_NAMES: Record<LetterPart, string> = { html: 'Bản trình bày', text: 'Bản chữ', source: 'Mã nguồn' };
/** The page stays quick to open; the whole letter is in its file. */
const LONGEST_SOURCE = 200_000;

/** The page of one letter: its headers, and one of its parts. */
export function letterPage(sight: LetterSight): Html {
  const { received, letter } = sight;
  const subject = subjectText(letter.subject);
  const isNamed = letter.subject !== '';
  return page(
    subject,
    html`${neighbourLinks(sight)}
      <h1>${isNamed ? kept(subject) : subject}</h1>
      ${headerTable(received, letter)} ${technicalHeaders(letter)} ${partLinks(sight)} ${partContent(sight)}`,
    { isNamed },
  );
}

function neighbourLinks({ previous, next }: LetterSight): Html {
  return html`<nav class="pager" aria-label="Thư trước, thư sau">
    <a href="/mailbox">Hộp thư thử nghiệm</a>
    ${previous === undefined ? '' : html`<a rel="prev" href="/mailbox/${previous}">‹ Thư trước</a>`}
    ${next === undefined ? '' : html`<a rel="next" href="/mailbox/${next}">Thư sau ›</a>`}
  </nav>`;
}

function headerTable({ number, kind, size }: ReceivedLetter, letter: ParsedLetter): Html {
  const files = letter.attachments.map((file) => `${file.filename ?? 'không tên'} (${sizeText(file.size)})`);
  return factTable('Thông tin của thư', [
    ['Số thứ tự', String(number)],
    ['Loại', stateMark(letterState(kind))],
    ['Nơi gửi', keptRow(letter.from.map(addressText))],
    ['Nơi nhận', keptRow(letter.to.map(addressText))],
    ['Ngày gửi', sentText(letter.date)],
    ['Tệp đính kèm', keptRow(files)],
    ['Tệp gốc', html`<a href="/mailbox/${number}.eml">Tải tệp .eml</a> (${sizeText(size)})`],
  ]);
}

function technicalHeaders(letter: ParsedLetter): Html {
  return html`<details>
    <summary>Thông tin kỹ thuật</summary>
    ${factTable('Thông tin kỹ thuật của thư', [
      ['Message-ID', letter.messageId],
      ['References', letter.references.join(' ')],
      ['Auto-Submitted', letter.autoSubmitted],
      ...[...letter.headers].map(([name, value]): [string, string | Html] => [name, keptRow([value])]),
    ])}
  </details>`;
}

function keptRow(words: string[]): Html | '' {
  return words.length === 0 ? '' : kept(words.join(', '));
}

function factTable(caption: string, rows: [string, string | Html][]): Html {
  return html`<table class="facts">
    <caption class="unseen">
      ${caption}
    </caption>
    <tbody>
      ${rows.filter(([, value]) => value !== '').map(([name, value]) => factRow(name, value))}
    </tbody>
  </table>`;
}

function factRow(name: string, value: string | Html): Html {
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${value}</td>
  </tr>`;
}

function partLinks({ received, part }: LetterSight): Html {
  return html`<nav class="tabs" aria-label="Các phần của thư">
    ${LETTER_PARTS.map(
      (each) =>
        html`<a
          href="/mailbox/${received.number}?part=${each}"
          ${each === part ? html`aria-current="page"` : ''}
          >${PART_NAMES[each]}</a
        >`,
    )}
  </nav>`;
}

function partContent({ received, letter, raw, part }: LetterSight): Html {
  if (part === 'source') return sourceContent(raw);
  if (part === 'text') return letter.text === '' ? missing('chữ') : html`<pre lang="vi">${letter.text}</pre>`;
  if (letter.html === '') return missing('trình bày (HTML)');
  return html`<iframe
      class="letter"
      sandbox
      src="/mailbox/${received.number}/html"
      title="Nội dung thư"
    ></iframe>
    <p class="note">
      <a href="/mailbox/${received.number}/html">Mở nội dung thư thành trang riêng để xem, in</a>
    </p>`;
}

function sourceContent(raw: Buffer): Html {
  const source = raw.subarray(0, LONGEST_SOURCE).toString('utf8');
  return html`<pre class="source" lang="vi">${source}</pre>
    ${
      raw.length > LONGEST_SOURCE
        ? html`<p class="note">Thư dài, trang này chỉ hiện phần đầu; tải tệp .eml để xem toàn bộ.</p>`
        : ''
    }`;
}

function missing(part: string): Html {
  return html`<p class="empty">Thư này không có bản ${part}.</p>`;
}
