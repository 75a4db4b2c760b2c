import { html } from 'hono/html';
import { ADDRESSEE_WORDS, rungSentence } from '../plan/ladder-words.ts';
import type { ScheduleFolder } from '../schedule/schedule.ts';
import { ADDRESSEES } from '../schedule/shape.ts';
import { kept } from '../web/kept.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext } from './console-env.ts';
import { consolePage, formToken } from './console-page.ts';
import { carriedVersion, STEP, VERSION } from './files-draft.ts';
import type { EntryForm } from './files-entry-pages.ts';
import {
  checkField,
  choiceField,
  lineField,
  problemLines,
  ticksField,
  type FieldContext,
} from './files-fields.ts';
import { textOf } from './files-form-values.ts';
import { RUNGS, SIDES, typedRungs, type RungEntry } from './files-ladder-fields.ts';
import { FILES_STYLE, outcomeBox } from './files-look.ts';
import { idHint, removeButton } from './files-remove.ts';
import { firstButton, FROM, rowButton, rowField, rowsOf } from './files-rows.ts';

/** The form in which one ladder's name and rungs are changed, or a ladder is added. */
export function ladderForm(c: ConsoleContext, form: EntryForm): Html {
  const { opened, address, id, values, outcome, problems, elsewhere } = form;
  const context = { values, problems };
  const title = id === undefined ? 'Thêm thang nhắc việc' : `Sửa thang nhắc việc: ${textOf(values, 'name')}`;
  const rungs = typedRungs(values);
  return consolePage(
    c,
    title,
    html`<p class="note"><a href="${CONSOLE}/cau-hinh">Cấu hình</a> › Thang nhắc việc</p>
      <h1>${title}</h1>
      ${outcomeBox(outcome, elsewhere)} ${id === undefined ? '' : usedBy(form.folder, id)}
      <form class="entry" method="post" action="${address}">
        ${firstButton()} ${formToken(c)}
        <input type="hidden" name="${VERSION}" value="${carriedVersion(values, opened, outcome)}" />
        <div class="pair narrow-first">
          ${lineField(context, {
            ...{ name: 'id', label: 'Mã thang', needed: true, fixed: id !== undefined },
            hint: id === undefined ? 'Ví dụ viec-khan' : idHint('thang nhắc việc'),
          })}
          ${lineField(context, { name: 'name', label: 'Tên thang nhắc việc', needed: true })}
        </div>
        <h2 id="cac-bac">Các bậc nhắc</h2>
        <p class="note">
          Ngày làm việc tính theo lịch công chức, kể cả ngày đi làm bù. Cơ quan theo dõi và cấp có thẩm quyền
          chỉ nhận báo cáo khi đã quá hạn.
        </p>
        <ol class="rows">
          ${rungs.map((rung, index) => rungFields(context, form, rung, index))}
        </ol>
        <div class="buttons" id="them-bac">
          ${rowButton(address, { deed: 'them', list: RUNGS }, 'Thêm bậc', 'them-bac')}
          <button class="quiet" name="${STEP}" value="doc" formaction="${address}#cac-bac">
            Đọc lại các bậc
          </button>
        </div>
        <div class="buttons">
          <button name="${STEP}" value="xem">Xem trước</button>
          <a href="${CONSOLE}/cau-hinh">Thôi, không sửa</a>
          ${id === undefined ? '' : removeButton('thang nhắc việc')}
        </div>
      </form>`,
    { styles: [FILES_STYLE] },
  );
}

/** The rungs read aloud, one a line. */
export function ladderAloud(rungs: readonly RungEntry[]): Html {
  return html`<h2>Thang nhắc việc sau khi áp dụng</h2>
    <ol>
      ${rungs.map((rung) => html`<li>${rungSentence(rung)}</li>`)}
    </ol>`;
}

/** Which plans and duties climb the ladder. */
export function usesOf({ plans }: ScheduleFolder, id: string): { plans: string[]; duties: string[] } {
  return {
    plans: plans.filter(({ ladder }) => ladder.id === id).map(({ title }) => title),
    duties: plans.flatMap(({ obligations }) =>
      obligations
        .filter(({ ladder, rule }) => ladder.id === id && rule.kind !== 'standing')
        .map((duty) => `${duty.id} ${duty.title}`),
    ),
  };
}

function usedBy(folder: ScheduleFolder, id: string): Html {
  const { plans, duties } = usesOf(folder, id);
  if (plans.length === 0 && duties.length === 0)
    return html`<p class="note">Chưa nhiệm vụ nào dùng thang này.</p>`;
  return html`${plans.map((title) => html`<p class="note">Dùng chung cho: ${kept(title)}.</p>`)}
    <details>
      <summary>${duties.length} nhiệm vụ đang nhắc theo thang này</summary>
      <ul>
        ${duties.map((duty) => html`<li lang="vi">${duty}</li>`)}
      </ul>
    </details>`;
}

function rungFields(
  context: FieldContext,
  { address, values }: EntryForm,
  rung: RungEntry,
  index: number,
): Html {
  const name = (field: string) => rowField(RUNGS, index, field);
  const count = rowsOf(values, RUNGS).length;
  const from = textOf(context.values, name(FROM));
  const sentence = rungSentence(rung);
  const button = (deed: 'xoa' | 'len' | 'xuong', words: string, target: number) =>
    rowButton(
      address,
      { deed, list: RUNGS, row: index },
      html`${words}<span class="unseen"> bậc ${index + 1}</span>`,
      target < 0 ? 'cac-bac' : `bac-${target}`,
    );
  return html`<li id="bac-${index}">
    <fieldset class="row">
      <legend>Bậc ${index + 1}</legend>
      <p class="reading ${sentence === undefined ? 'refused' : ''}">
        ${sentence ?? 'Chưa đọc được bậc này.'}
      </p>
      ${problemLines(name('row'), context.problems.get(name('row')) ?? [])}
      <input type="hidden" name="${name(FROM)}" value="${from}" />
      <div class="fields">
        ${choiceField(
          context,
          { name: name('side'), label: 'Lúc gửi', needed: true },
          Object.entries(SIDES).map(([value, words]) => ({ value, words, isOurs: true })),
          undefined,
        )}
        ${lineField(context, { name: name('days'), label: 'Số ngày làm việc', needed: true, short: true })}
        ${ticksField(
          context,
          { name: name('to'), label: 'Nơi nhận' },
          ADDRESSEES.map((value) => ({ value, words: upper(ADDRESSEE_WORDS[value]) })),
        )}
      </div>
      <details ${rung.repeat !== undefined || rung.draft || isWrong(context, name) ? html`open` : ''}>
        <summary>Lặp lại, dự thảo công văn (chỉ bậc quá hạn)</summary>
        <div class="fields">
          ${lineField(context, { name: name('every'), label: 'Lặp lại mỗi … ngày làm việc', short: true })}
          ${lineField(context, { name: name('times'), label: 'Tối đa … lần', short: true })}
          ${checkField(context, { name: name('draft'), label: 'Kèm dự thảo công văn đôn đốc' })}
        </div>
      </details>
      <div class="buttons">
        ${index > 0 ? button('len', 'Đưa lên', index - 1) : ''}
        ${index < count - 1 ? button('xuong', 'Đưa xuống', index + 1) : ''}
        ${count > 1 ? button('xoa', 'Bỏ', index - 1) : ''}
      </div>
    </fieldset>
  </li>`;
}

function isWrong({ problems }: FieldContext, name: (field: string) => string): boolean {
  return ['every', 'times', 'draft'].some((field) => problems.has(name(field)));
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
