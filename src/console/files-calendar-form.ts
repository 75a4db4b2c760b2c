import { html } from 'hono/html';
import type { Calendar } from '../calendar/calendar.ts';
import type { FileProblem } from '../files/check-change.ts';
import type { OpenedFile } from '../files/known-files.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext } from './console-env.ts';
import { consolePage, formToken } from './console-page.ts';
import { DAYS, KINDS, SOURCES, SWAPS } from './files-calendar-fields.ts';
import { carriedVersion, STEP, VERSION, type Outcome } from './files-draft.ts';
import { choiceField, lineField, problemLines, type EntryField } from './files-fields.ts';
import { textOf, type FormValues } from './files-form-values.ts';
import { FILES_STYLE, outcomeBox } from './files-look.ts';
import { firstButton, FROM, rowButton, rowField, rowsOf } from './files-rows.ts';
import { yearView } from './files-year-view.ts';

/** What the page of one year is made of. */
export interface CalendarForm {
  year: number;
  /** The years that have files, and the one after them. */
  years: { written: readonly number[]; next: number | undefined };
  isNew: boolean;
  /** The year as it would be. */
  calendar: Calendar;
  opened: OpenedFile;
  values: FormValues;
  outcome: Outcome;
  problems: ReadonlyMap<string, readonly FileProblem[]>;
  elsewhere: readonly FileProblem[];
  /** Whether the account may change the year. */
  isOpen: boolean;
}

/** The address of a year's page. */
function yearAddress(year: number): string {
  return `${CONSOLE}/cau-hinh/lich?nam=${year}`;
}

/** A year's calendar: its twelve months, and the form in which its days off and swaps are changed or the year is made. */
export function calendarPage(c: ConsoleContext, form: CalendarForm): Html {
  const { year, years, isNew, calendar, outcome, elsewhere, isOpen, values } = form;
  const status = textOf(values, 'status') === 'official' ? 'lịch chính thức' : 'lịch tạm tính';
  const title = isNew && isOpen ? `Lập lịch làm việc năm ${year}` : `Lịch làm việc năm ${year}`;
  return consolePage(
    c,
    title,
    html`<p class="note"><a href="${CONSOLE}/cau-hinh">Cấu hình</a> › Lịch làm việc</p>
      <h1>${title}</h1>
      <nav class="filters" aria-label="Các năm">
        ${years.written.map((each) => yearLink(each, year, String(each)))}
        ${years.next === undefined ? '' : yearLink(years.next, year, isOpen ? `Lập lịch năm ${years.next}` : `${years.next} (tạm tính)`)}
      </nav>
      ${outcomeBox(outcome, elsewhere)}
      ${
        isNew
          ? html`<p class="note">
              Năm ${year} chưa có tệp lịch. Các ngày dưới đây tính theo Bộ luật Lao động và âm lịch; ngày hoán
              đổi chỉ biết khi có thông báo. Đề nghị đối chiếu với thông báo, ghi số và ngày của thông báo.
            </p>`
          : html`<p class="note">Tình trạng: ${status}.</p>`
      }
      ${yearView(year, calendar)} ${isOpen ? fields(c, form) : readOnly(form)}`,
    { styles: [FILES_STYLE] },
  );
}

function yearLink(each: number, year: number, words: string): Html {
  return html`<a href="${yearAddress(each)}" ${each === year ? html`aria-current="page"` : ''}>${words}</a>`;
}

function fields(c: ConsoleContext, form: CalendarForm): Html {
  const { year, opened, values, outcome, problems } = form;
  const context = { values, problems };
  return html`<form class="entry" method="post" action="${yearAddress(year)}">
    ${firstButton()} ${formToken(c)}
    <input type="hidden" name="${VERSION}" value="${carriedVersion(values, opened, outcome)}" />
    ${choiceField(
      context,
      { name: 'status', label: 'Tình trạng', needed: true },
      [
        { value: 'official', words: 'Chính thức: theo thông báo của cơ quan có thẩm quyền', isOurs: true },
        { value: 'provisional', words: 'Tạm tính: chưa có thông báo', isOurs: true },
      ],
      undefined,
    )}
    ${list(form, SOURCES, 'Căn cứ', 'Thêm căn cứ', (name) => [
      lineField(context, {
        ...field(name('ref'), 'Số, ký hiệu, tên văn bản'),
        needed: true,
      }),
      lineField(context, { ...field(name('date'), 'Ngày văn bản'), short: true }),
    ])}
    ${list(form, DAYS, 'Ngày nghỉ', 'Thêm ngày nghỉ', (name) => [
      lineField(context, { ...field(name('date'), 'Ngày'), needed: true, short: true }),
      choiceField(
        context,
        { ...field(name('kind'), 'Loại'), needed: true },
        Object.entries(KINDS).map(([value, words]) => ({ value, words, isOurs: true })),
        undefined,
      ),
      lineField(context, { ...field(name('name'), 'Tên ngày nghỉ'), needed: true }),
      lineField(context, { ...field(name('pairedWith'), 'Bù cho ngày'), short: true }),
    ])}
    ${list(form, SWAPS, 'Hoán đổi ngày làm việc', 'Thêm ngày hoán đổi', (name) => [
      lineField(context, { ...field(name('off'), 'Nghỉ ngày'), needed: true, short: true }),
      lineField(context, { ...field(name('work'), 'Đi làm bù ngày'), needed: true, short: true }),
      html`<input type="hidden" name="${name('worked')}" value="${textOf(values, name('worked'))}" />`,
    ])}
    <div class="buttons">
      <button name="${STEP}" value="xem">Xem trước</button>
      <button class="quiet" name="${STEP}" value="doc" formaction="${yearAddress(year)}">
        Xem lại 12 tháng
      </button>
      <a href="${CONSOLE}/cau-hinh">Thôi, không sửa</a>
    </div>
    <p class="note">
      Chỉ ghi ngày nghỉ từ thứ Hai đến thứ Sáu; ngày viết dạng ngày/tháng/năm. Dòng để trống được bỏ qua.
    </p>
  </form>`;
}

function list(
  { year, values, problems }: CalendarForm,
  letter: string,
  title: string,
  add: string,
  cells: (name: (field: string) => string) => Html[],
): Html {
  const address = yearAddress(year);
  return html`<h2 id="${letter}">${title}</h2>
    <ol class="rows days">
      ${rowsOf(values, letter).map((_row, index) => {
        const name = (key: string) => rowField(letter, index, key);
        return html`<li id="${letter}-${index}">
          <fieldset class="row">
            <legend class="unseen">${title}, dòng ${index + 1}</legend>
            ${problemLines(name('row'), problems.get(name('row')) ?? [])}
            <input type="hidden" name="${name(FROM)}" value="${textOf(values, name(FROM))}" />
            <div class="fields">
              ${cells(name)}
              ${rowButton(
                address,
                { deed: 'xoa', list: letter, row: index },
                html`Bỏ<span class="unseen"> dòng ${index + 1}, ${title.toLowerCase()}</span>`,
                index > 0 ? `${letter}-${index - 1}` : letter,
              )}
            </div>
          </fieldset>
        </li>`;
      })}
    </ol>
    <div class="buttons" id="them-${letter}">
      ${rowButton(address, { deed: 'them', list: letter }, add, `them-${letter}`)}
    </div>`;
}

function readOnly({ values }: CalendarForm): Html {
  const lines = (list: string, words: (name: (field: string) => string) => string) =>
    rowsOf(values, list).map(
      (_row, index) => html`<li lang="vi">${words((field) => rowField(list, index, field))}</li>`,
    );
  const text = (name: string) => textOf(values, name);
  return html`<h2>Căn cứ</h2>
    <ul>
      ${lines(SOURCES, (name) => [text(name('ref')), text(name('date'))].filter(Boolean).join(', ngày '))}
    </ul>
    <h2>Ngày nghỉ</h2>
    <ul>
      ${lines(DAYS, (name) => `${text(name('date'))}: ${text(name('name'))}`)}
      ${lines(SWAPS, (name) => `${text(name('off'))}: nghỉ, đi làm bù ngày ${text(name('work'))}`)}
    </ul>
    <p class="note">Lịch dùng chung cho mọi kế hoạch nên chỉ người quản trị sửa.</p>`;
}

function field(name: string, label: string): EntryField {
  return { name, label };
}
