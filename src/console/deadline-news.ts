import { html } from 'hono/html';
import type { DeadlineSight } from '../answer/deadline-sight.ts';
import { moment, shortDate } from '../calendar/wording.ts';
import { punctuality } from '../plan/punctuality.ts';
import { box, pendingNotes } from '../web/deadline-notes.ts';
import type { Returned } from '../web/form-fields.ts';
import { kept } from '../web/kept.ts';
import type { Html } from '../web/page.ts';

/** What a form has just done, or why it could not be taken; `seen` is how many answers its page showed when others came meanwhile. */
export interface AfterForm {
  justSaid?: boolean;
  returned?: Returned;
  seen?: number;
}

/** What stands above the story: what a form has done, what was said meanwhile, the result, why nothing more is followed up. */
export function deadlineNews(sight: DeadlineSight, { justSaid, returned, seen }: AfterForm): Html {
  return html`${returned === undefined ? '' : notTaken(returned.problems.form)}
  ${seen === undefined ? '' : meanwhile(sight, seen)} ${justSaid ? taken(sight) : ''} ${outcome(sight)}
  ${closing(sight)}`;
}

function notTaken(problem: string | undefined): Html {
  return html`<div class="box wrong" role="alert">
    Nội dung chưa được ghi nhận.
    ${problem ?? 'Đề nghị xem lại những chỗ được đánh dấu; những gì đã ghi vẫn được giữ.'}
  </div>`;
}

/** What others said after the page was opened. */
function meanwhile({ history }: DeadlineSight, seen: number): Html {
  const fresh = history.filter(({ by }) => by !== null).slice(Number.isNaN(seen) ? 0 : seen);
  return html`<div class="box" id="trong-luc-do">
    <strong>Trong lúc trang đang mở, sổ đã ghi:</strong>
    <ul>
      ${fresh.map(({ at, by, sentence }) => html`<li>${moment(at)}, ${kept(by ?? '')}: ${kept(sentence)}</li>`)}
    </ul>
  </div>`;
}

function taken({ history }: DeadlineSight): Html | string {
  const last = history.findLast(({ by }) => by !== null);
  if (last === undefined) return '';
  return html`<div class="box good" id="ghi-nhan" role="status">
    <strong>Hệ thống đã ghi nhận</strong> (${moment(last.at)}, ${kept(last.by ?? '')}): ${kept(last.sentence)}
  </div>`;
}

/** The result, or what the leading unit waits for. */
function outcome(sight: DeadlineSight): Html | string {
  if (sight.facts.status === 'done') return result(sight);
  return sight.closing === undefined ? pendingNotes(sight) : '';
}

function result({ facts, calendar, decider }: DeadlineSight): Html | string {
  const { done_on: on, done_document: document, nominal, accepted } = facts;
  if (on === null) return '';
  const who = decider === undefined ? 'cơ quan theo dõi' : kept(decider.name);
  return box(
    html`Hoàn thành ${punctuality(nominal, on, calendar)}: văn bản <strong lang="vi">${document}</strong> ngày
      ${shortDate(on)}, ${accepted ? html`đã được xác nhận.` : html`đang chờ ${who} xác nhận.`}`,
    'good',
  );
}

function closing({ closing, unit, facts }: DeadlineSight): Html | string {
  if (closing === undefined) return '';
  if (closing.because === 'taken-off')
    return box(
      html`Nhiệm vụ đã được rút khỏi diện đôn đốc theo quyết định. Hệ thống không nhắc và không ghi thêm trả
      lời cho đến khi có quyết định khôi phục.`,
    );
  if (closing.because === 'withdrawn')
    return box(
      html`Thời hạn này không còn trong lịch theo dõi: nhiệm vụ đã được rút, hoặc đã chuyển sang thời hạn
      khác. Hệ thống không nhắc và không ghi thêm trả lời, quyết định.`,
    );
  const names = closing.successors.map(({ name }) => name);
  return box(
    html`${kept(unit?.name ?? facts.unit)} không còn chủ trì nhiệm vụ này.
    ${
      names.length === 0
        ? ''
        : html`Nhiệm vụ hiện do ${kept(new Intl.ListFormat('vi').format(names))} chủ trì hoặc kế thừa.`
    }
    Hệ thống không ghi thêm trả lời, quyết định cho thời hạn này.`,
  );
}
