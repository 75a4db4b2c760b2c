import { html } from 'hono/html';
import type { LetterStory } from '../answer/letter-story.ts';
import { moment, twoDigits } from '../calendar/wording.ts';
import { letterState, stateMark } from '../web/letter-state.ts';
import { factsTable } from '../web/facts-table.ts';
import { kept } from '../web/kept.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext } from './console-env.ts';
import { consolePage } from './console-page.ts';
import { deadlineAddress } from './deadline-address.ts';
import { letterStatusWords } from './letter-status-words.ts';

/** A letter as it left: to whom and when, what the mail server said, its presented part isolated in a frame, its text part. */
export function deadlineLetterPage(c: ConsoleContext, letter: LetterStory): Html {
  const subject = letter.subject ?? 'Thư chưa gửi';
  const isNamed = letter.subject !== null;
  return consolePage(
    c,
    subject,
    html`<p class="plan">Thư gửi ${letter.mailbox}</p>
      <h1>${isNamed ? kept(subject) : subject}</h1>
      ${facts(letter)} ${letter.deadlines.length === 0 ? '' : about(letter)}
      ${
        letter.text === null
          ? html`<p class="empty">Nội dung thư được lập khi gửi, với những gì còn đúng vào lúc đó.</p>`
          : content(letter)
      }`,
    { styles: ['/assets/deadline.css'], isNamed },
  );
}

function facts(letter: LetterStory): Html {
  const { mailbox, kind, status, sentAt, nextAttempt, attempts, response, messageId, returned } = letter;
  const waits = ['planned', 'retrying', 'sending'].includes(status);
  const rows: [string, Html | string | null][] = [
    ['Gửi tới', mailbox],
    ['Loại thư', stateMark(letterState(kind))],
    ['Trạng thái', letterStatusWords(status, returned !== null)],
    ['Gửi lúc', sentAt && moment(sentAt)],
    ['Bị trả lại', returned && `biết lúc ${moment(returned.at)}: “${returned.words}”`],
    ['Sẽ gửi lúc', waits ? moment(nextAttempt) : null],
    ['Số lần gửi', attempts > 0 ? twoDigits(attempts) : null],
    ['Máy chủ thư trả lời', response && kept(response)],
    ['Mã thư (Message-ID)', messageId],
  ];
  return factsTable('Thông tin của thư', rows);
}

function about({ deadlines }: LetterStory): Html {
  return html`<section aria-labelledby="nhiem-vu">
    <h2 id="nhiem-vu">Nhiệm vụ trong thư</h2>
    <ul class="links">
      ${deadlines.map(
        ({ id, title, unit }) =>
          html`<li><a href="${deadlineAddress(id)}" lang="vi">${title}</a>; chủ trì: ${kept(unit)}</li>`,
      )}
    </ul>
  </section>`;
}

function content({ id, text, html: presented }: LetterStory): Html {
  return html`<section aria-labelledby="ban-trinh-bay">
      <h2 id="ban-trinh-bay">Bản trình bày</h2>
      <p class="note">
        Mã truy cập trong các đường dẫn được thay bằng dấu “…”: đường dẫn trong thư chỉ dành cho nơi nhận.
      </p>
      ${
        presented === null
          ? html`<p class="empty">Thư này không có bản trình bày (HTML).</p>`
          : html`<iframe
              class="letter"
              sandbox=""
              src="${CONSOLE}/thu/html?id=${encodeURIComponent(id)}"
              title="Nội dung thư"
            ></iframe>`
      }
    </section>
    <section aria-labelledby="ban-chu">
      <h2 id="ban-chu">Bản chữ</h2>
      <pre lang="vi">${text}</pre>
    </section>`;
}
