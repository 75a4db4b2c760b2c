import { html } from 'hono/html';
import type { DeadlineSight } from '../answer/deadline-sight.ts';
import type { IsoDate } from '../calendar/dates.ts';
import { longDate, moment, shortDate } from '../calendar/wording.ts';
import { pauseWords, type DeadlinePause } from '../plan/pause.ts';
import { contactWords } from './deadline-facts.ts';
import type { Returned } from './form-fields.ts';
import { kept } from './kept.ts';
import type { Html } from './page.ts';

type Told = DeadlineSight['history'][number];

/** What stands above the facts: that a form came back, what was said last, why the page takes no answer. */
export function deadlineNotes(
  sight: DeadlineSight,
  last: Told | undefined,
  returned: Returned | undefined,
): Html {
  return html`${returned === undefined ? '' : returnedNote(returned)}
  ${last === undefined ? '' : lastNote(last)} ${closingNote(sight)}`;
}

/** That the day has moved since the letter told of it. */
export function movedNote({ facts: { nominal } }: DeadlineSight, toldDay: IsoDate): Html | string {
  if (toldDay === nominal) return '';
  return box(
    html`Hạn đã chuyển từ ${shortDate(toldDay)} sang <strong>${longDate(nominal)}</strong>. Trang này cho thấy
      hạn hiện hành.`,
  );
}

/** A box with something to know. */
export function box(content: Html, look = ''): Html {
  return html`<div class="box ${look}">${content}</div>`;
}

/** What is being waited for, for the unit to know. */
export function pendingNotes({ facts, decider, pause }: DeadlineSight): Html {
  const who = decider === undefined ? 'cơ quan theo dõi' : kept(decider.name);
  const { status, accepted, done_document: document, done_on: on } = facts;
  if (status === 'done')
    return box(
      html`Kết quả: văn bản <strong lang="vi">${document}</strong> ngày ${shortDate(on ?? '')},
        ${accepted ? html`đã được ${who} xác nhận.` : html`đang chờ ${who} xác nhận.`} Nếu ghi nhầm, đề nghị
        liên hệ ${contactWords(decider)} để trả lại kết quả; khi đó trang này nhận trả lời trở lại.`,
      'good',
    );
  return html`${pause === undefined ? '' : pauseNote(pause)}
  ${
    facts.asked_until === null
      ? ''
      : box(
          html`Đề nghị gia hạn đến ${longDate(facts.asked_until)} đang chờ ${who} quyết định; hạn hiện hành
          vẫn là ${shortDate(facts.nominal)}.`,
        )
  }
  ${
    facts.handed_back
      ? box(html`Cơ quan đã báo nhiệm vụ không thuộc trách nhiệm của mình; đang chờ ${who} quyết định.`)
      : ''
  }`;
}

function pauseNote(pause: DeadlinePause): Html {
  const { until, why } = pause;
  return box(
    html`Nhiệm vụ được <strong>${pauseWords({ until })}</strong>. Lý do: ${kept(why)}. Hệ thống không nhắc
      trong thời gian này; trả lời vẫn được ghi nhận như thường.`,
  );
}

function returnedNote({ problems }: Returned): Html {
  return html`<div class="box wrong" role="alert">
    Nội dung chưa được ghi nhận.
    ${problems.form ?? 'Đề nghị xem lại những chỗ được đánh dấu bên dưới; những gì đã ghi vẫn được giữ.'}
  </div>`;
}

function lastNote({ at, by, sentence }: Told): Html {
  return html`<div class="box good" id="ghi-nhan">
    <strong>Hệ thống đã ghi nhận</strong> (${moment(at)}, ${kept(by ?? '')}): ${kept(sentence)}
  </div>`;
}

function closingNote({ closing, decider }: DeadlineSight): Html | string {
  if (closing === undefined) return '';
  if (closing.because === 'taken-off')
    return box(
      html`Thời hạn này đã được rút khỏi diện đôn đốc theo quyết định. Không cần trả lời qua trang này. Nếu
      cần biết thêm, đề nghị liên hệ ${contactWords(decider)}.`,
    );
  if (closing.because === 'withdrawn')
    return box(
      html`Thời hạn này không còn trong lịch theo dõi: nhiệm vụ đã được rút, hoặc đã chuyển sang thời hạn
      khác. Không cần trả lời. Nếu cần biết thêm, đề nghị liên hệ ${contactWords(decider)}.`,
    );
  const names = closing.successors.map(({ name }) => name);
  return box(
    html`Cơ quan nhận thư không còn chủ trì nhiệm vụ này.
    ${
      names.length === 0
        ? ''
        : html`Nhiệm vụ hiện do ${kept(new Intl.ListFormat('vi').format(names))} chủ trì hoặc kế thừa.`
    }
    Trang này không nhận trả lời; nếu đã có kết quả, đề nghị liên hệ ${contactWords(decider)}.`,
  );
}
