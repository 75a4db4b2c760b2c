import { html } from 'hono/html';
import { isIsoDate } from '../calendar/dates.ts';
import { shortDate, longDate, twoDigits } from '../calendar/wording.ts';
import { periodWords } from '../mail/period-words.ts';
import type { DeadlineEffect, Effect, LetterEffect } from '../files/effect.ts';
import type { Trial } from '../files/files-desk.ts';
import type { DiffLine } from '../files/text-diff.ts';
import { KIND_WORDS } from '../plan/kind-words.ts';
import { kept } from '../web/kept.ts';
import type { Html } from '../web/page.ts';
import type { ConsoleContext } from './console-env.ts';
import { consolePage, formToken } from './console-page.ts';
import { REASON, STEP, VERSION, type Draft } from './files-draft.ts';
import { FILES_STYLE } from './files-look.ts';

/** What a change would do, before it is applied: letters, deadlines, the lines of the file. */
export function trialPage(
  c: ConsoleContext,
  draft: Draft,
  { lines, effect }: Extract<Trial, { ok: true }>,
  more: Html | undefined,
): Html {
  return consolePage(
    c,
    `Xem trước: ${draft.what}`,
    html`<h1>Xem trước: ${draft.what}</h1>
      <p class="note">Chưa ghi gì. Các thay đổi dưới đây chỉ có hiệu lực sau khi bấm “Áp dụng”.</p>
      ${effectSection(effect)}
      <h2>Nội dung tệp ${draft.opened.file.name}</h2>
      ${diffBlock(lines)} ${more ?? ''}
      <form class="apply" method="post">
        ${formToken(c)} ${carried(draft)}
        <label for="reason">Căn cứ, lý do sửa <span class="optional">(không bắt buộc)</span></label>
        <input id="reason" name="${REASON}" maxlength="300" autocomplete="off" />
        <p class="note">Tên tài khoản, thời điểm, lý do và các dòng đã sửa được ghi vào sổ.</p>
        <div class="buttons">
          <button name="${STEP}" value="ap-dung">Áp dụng</button>
          <button class="quiet" name="${STEP}" value="sua">Sửa tiếp</button>
        </div>
      </form>`,
    { styles: [FILES_STYLE] },
  );
}

function effectSection({ letters, deadlines }: Effect): Html {
  return html`<h2>Thời hạn và thư thay đổi</h2>
    ${
      deadlines.length === 0
        ? ''
        : html`<ul>
            ${deadlines.map((deadline) => html`<li>${deadlineWords(deadline)}</li>`)}
          </ul>`
    }
    ${
      letters.length === 0
        ? html`<p>Không thư nào chưa gửi bị thay đổi.</p>`
        : html`<p>${countWords(letters)}</p>
            ${letterTable(letters)}`
    }`;
}

/** The last part of a deadline's id is its period: a day, or what letters have words for. */
function deadlineWords({ deadline, title, unit, why }: DeadlineEffect): Html {
  const period = deadline.split('/').at(3) ?? '';
  const known = isIsoDate(period) ? `ngày ${shortDate(period)}` : periodWords(period);
  return html`${kept(title)} (${kept(unit)}${known ? `, ${known}` : ''}): ${kept(why)}`;
}

function countWords(letters: readonly LetterEffect[]): string {
  const count = (sign: LetterEffect['sign']) =>
    twoDigits(letters.filter((letter) => letter.sign === sign).length);
  return `Trong số thư chưa gửi: thêm ${count('+')} thư, bỏ ${count('-')} thư. Thư có nội dung đổi được bỏ rồi lập lại.`;
}

function letterTable(letters: readonly LetterEffect[]): Html {
  return html`<table class="letters effects">
    <caption class="unseen">
      Các thư được thêm hoặc bỏ
    </caption>
    <thead>
      <tr>
        <th scope="col">Thay đổi</th>
        <th scope="col">Ngày gửi</th>
        <th scope="col">Hộp thư</th>
        <th scope="col">Loại thư</th>
        <th scope="col">Nhiệm vụ</th>
      </tr>
    </thead>
    <tbody>
      ${letters.map(
        ({ sign, id, day, mailbox, kind, titles }) =>
          html`<tr data-letter="${id}">
            <td data-name="Thay đổi" class="${sign === '+' ? 'added' : 'dropped'}">
              <span aria-hidden="true">${sign === '+' ? '+' : '−'}</span> ${sign === '+' ? 'thêm' : 'bỏ'}
            </td>
            <td data-name="Ngày gửi"><span title="${longDate(day)}">${shortDate(day)}</span></td>
            <td data-name="Hộp thư">${mailbox}</td>
            <td data-name="Loại thư">${KIND_WORDS[kind]}</td>
            <td data-name="Nhiệm vụ">${kept(titles.join('; '))}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function diffBlock(lines: readonly DiffLine[]): Html {
  const shown = lines.map(({ sign, text }) => {
    if (sign === '+') return html`<ins>+ ${text}</ins>`;
    if (sign === '-') return html`<del>- ${text}</del>`;
    return html`<span>${sign} ${text}</span>`;
  });
  return html`<pre class="source diff" lang="vi">${shown}</pre>`;
}

/** Everything that the form held travels on, so that applying and editing again begin from it. */
function carried({ values }: Draft): Html[] {
  return [...values]
    .filter(([name]) => ![STEP, REASON, 'form_token'].includes(name))
    .flatMap(([name, all]) =>
      all.map((value) =>
        name === VERSION || !value.includes('\n')
          ? html`<input type="hidden" name="${name}" value="${value}" />`
          : html`<textarea class="unseen" lang="vi" hidden name="${name}">${'\n'}${value}</textarea>`,
      ),
    );
}
