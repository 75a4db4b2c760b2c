import { Hono } from 'hono';
import { html } from 'hono/html';
import type { FilesDesk } from '../files/files-desk.ts';
import type { KnownFile, OpenedFile } from '../files/known-files.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext, type ConsoleEnv } from './console-env.ts';
import { consolePage, formToken } from './console-page.ts';
import { carriedVersion, STEP, VERSION, type Outcome } from './files-draft.ts';
import { takeStep } from './files-flow.ts';
import { readValues, type FormValues } from './files-form-values.ts';
import { FILES_STYLE, outcomeBox } from './files-look.ts';
import { noSuchPage } from './files-refusals.ts';
import { asWritten, textBox } from './files-text.ts';
import { may } from './guards.ts';

const KINDS: Readonly<Record<Exclude<KnownFile['kind'], 'template'>, string>> = {
  plan: 'Kế hoạch, các nhiệm vụ',
  units: 'Cơ quan, nhóm cơ quan',
  ladders: 'Giờ gửi, thang nhắc việc, thư tổng hợp',
  calendar: 'Lịch làm việc, ngày nghỉ của năm',
};

/** `/cau-hinh/tep?tep=…`: the schedules' files as text; without `tep` their list. */
export function textPages(desk: FilesDesk): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  const path = '/cau-hinh/tep';

  app.get(path, may('admin'), async (c) => {
    const name = c.req.query('tep');
    if (name === undefined) return c.html(listPage(c, await desk.files()));
    const opened = await openSchedule(desk, name);
    if (opened === undefined) return c.html(noSuchPage(c, 'tệp'), 404);
    return c.html(textPage(c, opened, new Map(), opened.text, { problems: [] }));
  });

  app.post(path, may('admin'), async (c) => {
    const opened = await openSchedule(desk, c.req.query('tep') ?? '');
    if (opened === undefined) return c.html(noSuchPage(c, 'tệp'), 404);
    const values = await readValues(c);
    const { name } = opened.file;
    const text = asWritten(opened.text, values);
    const draft = {
      ...{ opened, text, values, what: `Sửa tệp ${name}` },
      done: `${CONSOLE}/cau-hinh?da-ghi=${encodeURIComponent(name)}`,
      form: (outcome: Outcome) => textPage(c, opened, values, text, outcome),
    };
    return takeStep(c, desk, draft);
  });

  return app;
}

/** Only a name from the list opens a file: no path is put together from what was asked. */
async function openSchedule(desk: FilesDesk, name: string): Promise<OpenedFile | undefined> {
  const opened = await desk.open(name);
  return opened?.file.kind === 'template' ? undefined : opened;
}

function listPage(c: ConsoleContext, files: readonly KnownFile[]): Html {
  return consolePage(
    c,
    'Tệp cấu hình',
    html`<p class="note"><a href="${CONSOLE}/cau-hinh">Cấu hình</a></p>
      <h1>Tệp cấu hình</h1>
      <p>Nội dung chưa có biểu mẫu (thông tin chung của kế hoạch, loại sự kiện) sửa trực tiếp trong tệp.</p>
      <table class="facts file-list">
        <caption class="unseen">
          Các tệp cấu hình
        </caption>
        ${files.map((file) =>
          file.kind === 'template'
            ? ''
            : html`<tr>
                <th scope="row">
                  <a href="${CONSOLE}/cau-hinh/tep?tep=${encodeURIComponent(file.name)}">${file.name}</a>
                </th>
                <td>${KINDS[file.kind]}</td>
              </tr>`,
        )}
      </table>`,
    { styles: [FILES_STYLE] },
  );
}

function textPage(
  c: ConsoleContext,
  opened: OpenedFile,
  values: FormValues,
  text: string,
  outcome: Outcome,
): Html {
  const { file } = opened;
  return consolePage(
    c,
    file.name,
    html`<p class="note">
        <a href="${CONSOLE}/cau-hinh">Cấu hình</a> › <a href="${CONSOLE}/cau-hinh/tep">Tệp cấu hình</a>
      </p>
      <h1 lang="vi">${file.name}</h1>
      ${outcomeBox(outcome)}
      <form method="post">
        ${formToken(c)}
        <input type="hidden" name="${VERSION}" value="${carriedVersion(values, opened, outcome)}" />
        ${textBox(text)}
        <div class="buttons">
          <button name="${STEP}" value="xem">Xem trước</button>
          <a href="${CONSOLE}/cau-hinh/tep">Thôi, không sửa</a>
        </div>
      </form>`,
    { styles: [FILES_STYLE], isNamed: true },
  );
}
