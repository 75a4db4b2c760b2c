import { html } from 'hono/html';
import type { FileProblem } from '../files/check-change.ts';
import type { OpenedFile } from '../files/known-files.ts';
import { kept } from '../web/kept.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext } from './console-env.ts';
import { consolePage, formToken } from './console-page.ts';
import { checkField, choiceField, lineField, manyField, type FieldContext } from './files-fields.ts';
import { carriedVersion, STEP, VERSION, type Outcome } from './files-draft.ts';
import { textOf, type FormValues } from './files-form-values.ts';
import { FILES_STYLE, outcomeBox } from './files-look.ts';
import { idHint, removeButton } from './files-remove.ts';
import type { PlanPlace } from './files-scope.ts';
import { targetSection } from './files-target-form.ts';
import type { PhraseWords } from './phrase-words.ts';

/** What the form for one obligation is made of. */
export interface ObligationForm {
  place: PlanPlace;
  opened: OpenedFile;
  /** Absent for a new one. */
  id: string | undefined;
  values: FormValues;
  outcome: Outcome;
  /** Problems by the key at whose value they stand. */
  problems: ReadonlyMap<string, readonly FileProblem[]>;
  elsewhere: readonly FileProblem[];
  /** How the typed phrases are read; absent when nothing is typed. */
  readings: { phrase?: PhraseWords; due?: PhraseWords };
}

/** The form in which one obligation is added or changed. */
export function obligationForm(c: ConsoleContext, form: ObligationForm): Html {
  const { place, opened, id, values, outcome, elsewhere } = form;
  const title = id === undefined ? 'Thêm nhiệm vụ' : `Sửa nhiệm vụ ${id}`;
  return consolePage(
    c,
    title,
    html`<p class="note"><a href="${CONSOLE}/cau-hinh">Cấu hình</a> › ${kept(place.plan.title)}</p>
      <h1>${title}${id === undefined ? '' : html`: ${kept(textOf(values, 'title'))}`}</h1>
      ${outcomeBox(outcome, elsewhere)}
      <form class="entry" method="post">
        ${formToken(c)}
        <input type="hidden" name="${VERSION}" value="${carriedVersion(values, opened, outcome)}" />
        ${fields(form)}
        <div class="buttons">
          <button name="${STEP}" value="xem">Xem trước</button>
          <a href="${CONSOLE}/cau-hinh">Thôi, không sửa</a>
          ${id === undefined ? '' : removeButton('nhiệm vụ')}
        </div>
        <p class="note">Bước sau cho xem các thư sẽ thay đổi. Chưa ghi gì trước khi bấm “Áp dụng”.</p>
      </form>`,
    { styles: [FILES_STYLE], programs: ['/assets/read-phrase.js'] },
  );
}

function fields({ place, id, values, problems, readings }: ObligationForm): Html {
  const { folder, plan } = place;
  const context: FieldContext = { values, problems };
  const units = [...folder.units.values()].map((unit) => ({ value: unit.id, words: unit.name }));
  const groups = [...folder.groups.values()].map((group) => ({
    value: group.id,
    words: group.name,
    note: `(${group.members.length} cơ quan, mỗi cơ quan một thời hạn)`,
  }));
  return html`<div class="pair narrow-first">
      ${lineField(context, {
        ...{ name: 'id', label: 'Mã nhiệm vụ', needed: true, fixed: id !== undefined },
        hint: id === undefined ? 'Chữ không dấu, chữ số, dấu chấm, gạch nối; ví dụ A47' : idHint('nhiệm vụ'),
      })}
      ${lineField(context, { name: 'clause', label: 'Điều, khoản, mục trong văn bản', needed: true, long: true })}
    </div>
    ${lineField(context, {
      ...{ name: 'title', label: 'Tên ngắn của nhiệm vụ', needed: true },
      hint: 'Dùng trong tiêu đề thư',
    })}
    <h2>Thời hạn</h2>
    ${phraseField(context, plan.id, readings.phrase, {
      ...{ name: 'phrase', label: 'Cụm từ chỉ thời hạn' },
      hint: 'Nguyên văn trong văn bản; ví dụ “trước ngày 15/10/2019”, “trong tháng 11 hằng năm”',
    })}
    ${phraseField(context, plan.id, readings.due, {
      ...{ name: 'due', label: 'Thời hạn cụ thể' },
      hint: 'Chỉ ghi khi văn bản không nêu ngày, hoặc cần hiểu khác nguyên văn',
    })}
    ${lineField(context, { name: 'source', label: 'Căn cứ của thời hạn cụ thể', long: true })}
    ${
      plan.events === undefined
        ? ''
        : choiceField(
            context,
            { name: 'event', label: 'Sự kiện làm phát sinh thời hạn' },
            plan.events.map((event) => ({ value: event.id, words: event.name })),
            'Không',
          )
    }
    ${checkField(context, {
      ...{ name: 'standing', label: 'Nhiệm vụ thường xuyên' },
      hint: 'Văn bản không nêu thời hạn nào; không nhắc hạn riêng',
    })}
    ${choiceField(
      context,
      { name: 'ladder', label: 'Thang nhắc việc' },
      [...folder.ladders.values()].map((ladder) => ({ value: ladder.id, words: ladder.name })),
      `Theo kế hoạch: ${plan.ladder.name}`,
    )}
    <div class="pair">
      ${lineField(context, {
        ...{ name: 'from', label: 'Chỉ theo dõi từ ngày', short: true },
        hint: 'Ngày/tháng/năm; bỏ trống: theo kế hoạch',
      })}
      ${lineField(context, {
        ...{ name: 'to', label: 'Chỉ theo dõi đến hết ngày', short: true },
        hint: 'Ngày/tháng/năm; bỏ trống: theo kế hoạch',
      })}
    </div>
    <h2>Cơ quan, sản phẩm</h2>
    ${manyField(context, { name: 'lead', label: 'Cơ quan chủ trì', needed: true }, [
      { name: 'Nhóm cơ quan', choices: groups },
      { name: 'Cơ quan', choices: units },
    ])}
    ${manyField(context, { name: 'with', label: 'Cơ quan phối hợp' }, [
      { name: 'Nhóm cơ quan', choices: groups },
      { name: 'Cơ quan', choices: units },
    ])}
    ${lineField(context, {
      ...{ name: 'others', label: 'Cơ quan phối hợp khác' },
      hint: 'Không có trong danh sách; ví dụ “cơ quan, đơn vị liên quan”',
    })}
    ${lineField(context, { name: 'deliverable', label: 'Sản phẩm', long: true })}
    <div class="pair">
      ${lineField(context, {
        ...{ name: 'recipient', label: 'Nơi nhận sản phẩm' },
        offers: units.map(({ words }) => words),
      })}
      ${choiceField(context, { name: 'via', label: 'Gửi qua' }, units, 'Gửi thẳng')}
    </div>
    ${choiceField(
      context,
      { name: 'followUp', label: 'Cơ quan theo dõi riêng' },
      units,
      `Theo kế hoạch: ${folder.units.get(plan.followUp)?.name ?? plan.followUp}`,
    )}
    ${targetSection(context)}
    <h2>Ghi chú</h2>
    ${lineField(context, { name: 'hint', label: 'Lưu ý rủi ro', long: true, hint: 'Ví dụ kết quả năm trước' })}
    ${lineField(context, { name: 'confirm', label: 'Điều còn phải hỏi lại, xác nhận', long: true })}`;
}

/** The reading stands below the phrase; the program renews it while one types. */
function phraseField(
  context: FieldContext,
  plan: string,
  reading: PhraseWords | undefined,
  field: { name: string; label: string; hint: string },
): Html {
  const address = `${CONSOLE}/cau-hinh/doc?ke-hoach=${encodeURIComponent(plan)}`;
  return lineField(context, {
    ...field,
    told: html`data-read="${address}"`,
    below: html`<output
      class="reading ${reading?.ok === false ? 'refused' : ''}"
      id="b-${field.name}"
      lang="vi"
      for="f-${field.name}"
      aria-live="polite"
      >${reading === undefined ? '' : readingWords(reading)}</output
    >`,
  });
}

function readingWords(reading: PhraseWords): string {
  return reading.ok ? reading.words : `${reading.words} Có thể viết: “${reading.suggestion}”.`;
}
