import { html } from 'hono/html';
import { longDate, moment, shortDate, twoDigits } from '../calendar/wording.ts';
import type { LetterSight } from '../upkeep/letter-sight.ts';
import type { NamedNotice } from '../upkeep/named-letter.ts';
import { letterState, stateMark } from '../web/letter-state.ts';
import { kept } from '../web/kept.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext } from './console-env.ts';
import { consolePage } from './console-page.ts';
import { letterDeeds } from './letter-deeds.ts';
import { mailboxNote } from './mailbox-note.ts';
import { statusMark } from './queue-marks.ts';
import type { Returned } from './reason-form.ts';

const DONE: Record<string, string> = {
  'gui-lai': 'Đã ghi nhận: thư được gửi lại trong giờ gửi.',
  chuyen: 'Đã ghi nhận: nội dung được lập thành thư mới tới hộp thư mà tệp lịch nêu.',
  'gui-ngay': 'Đã ghi nhận: thư được gửi ngay trong giờ gửi.',
  'khong-gui': 'Đã ghi nhận: thư này không gửi; lý do được ghi vào sổ.',
};

/** One letter: what the record and the queue know of it, what may be done, and its story. */
export function queueLetterPage(c: ConsoleContext, sight: LetterSight, returned?: Returned): Html {
  const { letter, story, successors } = sight;
  const done = DONE[c.req.query('xong') ?? ''];
  return consolePage(
    c,
    `Thư gửi ${letter.mailbox}`,
    html`<p class="standing">${statusMark(letter.returned === null ? letter.status : 'returned')}</p>
      <h1>Thư gửi ${letter.mailbox}</h1>
      ${done === undefined ? '' : html`<p class="box good" role="status">${done}</p>`}
      ${successors.map(
        (id) => html`<p class="next"><a href="${CONSOLE}/hang-doi/${id}">Thư nay mang nội dung này</a></p>`,
      )}
      ${facts(sight)} ${letterDeeds(c, sight, returned)}
      ${letter.notices.length === 0 ? '' : notices(letter.notices)}
      <h2>Diễn biến</h2>
      <ol class="story">
        ${story.map(({ at, who, why }) => html`<li><b>${moment(at)}</b> (${kept(who)}): ${kept(why)}</li>`)}
      </ol>
      <p><a href="${CONSOLE}/hang-doi">Về hàng đợi</a></p>`,
    { styles: ['/assets/queue.css'] },
  );
}

function facts({ letter, job, mailboxesNow }: LetterSight): Html {
  const { id, kind, day, mailbox, status, attempts, waitsFor, response, sentAt, returned } = letter;
  const waits = ['planned', 'retrying'].includes(status);
  const stuck = ['refused', 'failed'].includes(status);
  return html`<table class="facts roomy">
      <caption class="unseen">
        Thư này trong sổ và trong hàng đợi
      </caption>
      <tbody>
        ${fact('Loại thư', stateMark(letterState(kind)))} ${fact('Ngày gửi', longDate(day))}
        ${waits ? fact('Giờ gửi', moment(waitsFor)) : ''}
        ${status === 'sending' ? fact('Máy khác được nhận lại từ', moment(waitsFor)) : ''}
        ${sentAt === null ? '' : fact('Đã gửi lúc', moment(sentAt))}
        ${returned === null ? '' : fact('Bị trả lại', html`biết lúc ${moment(returned.at)}: “${kept(returned.words)}”`)}
        ${fact('Số lần thử', twoDigits(attempts))}
        ${response === null ? '' : fact('Máy chủ thư trả lời', kept(response))}
        ${fact('Hàng đợi', jobWords(job))} ${fact('Mã thư', html`<span class="code">${id}</span>`)}
      </tbody>
    </table>
    ${stuck ? mailboxNote(mailbox, mailboxesNow) : ''}`;
}

function fact(name: string, value: Html | string): Html {
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${value}</td>
  </tr>`;
}

function jobWords(job: LetterSight['job']): string {
  if (job === undefined) return 'không có tác vụ';
  const started = job.startedAt === undefined ? '' : `, chạy gần nhất lúc ${moment(job.startedAt)}`;
  const failed = job.lastError === undefined ? '' : `; lỗi gần nhất: ${job.lastError}`;
  return `có tác vụ từ ${moment(job.addedAt)}, đã chạy ${twoDigits(job.attempts)} lần${started}${failed}`;
}

function notices(list: NamedNotice[]): Html {
  return html`<h2>Nội dung nhắc</h2>
    <table class="roomy">
      <caption class="unseen">
        Các nhiệm vụ mà thư này nói đến
      </caption>
      <thead>
        <tr>
          <th scope="col">Nhiệm vụ</th>
          <th scope="col">Chủ trì</th>
          <th scope="col">Hạn</th>
          <th scope="col">Bậc</th>
        </tr>
      </thead>
      <tbody>
        ${list.map(
          ({ duty, lead, nominal, distance, rung }) =>
            html`<tr>
              <td lang="vi">${duty}</td>
              <td lang="vi">${lead}</td>
              <td>${shortDate(nominal)}<br /><span class="words">${distance}</span></td>
              <td>${rung}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}
