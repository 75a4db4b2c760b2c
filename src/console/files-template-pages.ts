import { Hono } from 'hono';
import { html } from 'hono/html';
import type { FileChange, FilesDesk } from '../files/files-desk.ts';
import { templateName, templatePath, type KnownFile, type OpenedFile } from '../files/known-files.ts';
import { KIND_WORDS } from '../plan/kind-words.ts';
import { LETTER_KINDS } from '../plan/model.ts';
import { LETTER_HEADERS } from '../web/letter-policy.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext, type ConsoleEnv } from './console-env.ts';
import { consolePage, formToken } from './console-page.ts';
import { carriedVersion, STEP, VERSION, type Outcome } from './files-draft.ts';
import { takeStep } from './files-flow.ts';
import { readValues, textOf, type FormValues } from './files-form-values.ts';
import { FILES_STYLE, outcomeBox } from './files-look.ts';
import { LetterShelf, previewSection } from './files-preview.ts';
import { noSuchPage } from './files-refusals.ts';
import { asWritten, textBox } from './files-text.ts';
import { may } from './guards.ts';

/**
 * `/cau-hinh/mau?mau=…`: the letters' templates; without `mau` their list. `/cau-hinh/mau/thu/…` is a letter in its frame. The step `thu` answers
 * with what stands below a text while it is typed.
 */
export function templatePages(desk: FilesDesk): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  const path = '/cau-hinh/mau';
  const shelf = new LetterShelf();
  const preview = async ({ file }: OpenedFile, text: string) =>
    previewSection(await desk.preview(file, text), shelf);

  app.get(path, may('admin'), async (c) => {
    const name = c.req.query('mau');
    if (name === undefined) return c.html(listPage(c, await desk.files()));
    const opened = await desk.open(templateName(name));
    if (opened === undefined) return c.html(noSuchPage(c, 'mẫu thư'), 404);
    const now = await preview(opened, opened.text).catch(() => undefined);
    return c.html(templatePage(c, opened, new Map(), opened.text, { problems: [] }, now));
  });

  app.post(path, may('admin'), async (c) => {
    const opened = await desk.open(templateName(c.req.query('mau') ?? ''));
    if (opened === undefined) return c.html(noSuchPage(c, 'mẫu thư'), 404);
    const values = await readValues(c);
    const { name } = opened.file;
    const text = asWritten(opened.text, values);
    if (textOf(values, STEP) === 'thu') {
      const now = { name, text, version: opened.version };
      return c.html(await preview(opened, text).catch((error: unknown) => whyNot(desk, now, error)));
    }
    const draft = {
      ...{ opened, text, values, what: `Sửa ${name}` },
      done: `${CONSOLE}/cau-hinh?da-ghi=${encodeURIComponent(name)}`,
      form: (outcome: Outcome) => templatePage(c, opened, values, text, outcome),
      more: () => preview(opened, text),
    };
    return takeStep(c, desk, draft);
  });

  app.get(`${path}/thu/:key`, may('admin'), (c) => {
    const letter = shelf.take(c.req.param('key'));
    if (letter === undefined) return c.html(noSuchPage(c, 'bản xem thử'), 404);
    return c.html(letter, 200, LETTER_HEADERS);
  });

  return app;
}

/** What a file of a letter's folder holds. */
const PARTS: Readonly<Record<string, string>> = {
  'subject.txt': 'tiêu đề',
  'state.txt': 'dòng trạng thái',
  'opening.txt': 'mở đầu',
  'request.txt': 'đề nghị',
  'body.html': 'khung thư có trình bày',
  'body.txt': 'khung thư chỉ có chữ',
};

function listPage(c: ConsoleContext, files: readonly KnownFile[]): Html {
  const templates = files.filter(({ kind }) => kind === 'template').map(templatePath);
  const groups = [
    ...LETTER_KINDS.map((kind) => ({ folder: `${kind}/`, words: KIND_WORDS[kind] })),
    { folder: 'parts/', words: 'Dùng chung cho nhiều thư' },
  ];
  return consolePage(
    c,
    'Mẫu thư',
    html`<p class="note"><a href="${CONSOLE}/cau-hinh">Cấu hình</a></p>
      <h1>Mẫu thư</h1>
      <p>
        Lời văn của thư ở các phần tiêu đề, dòng trạng thái, mở đầu, đề nghị; khung thư chỉ ghép các phần ấy.
      </p>
      <table class="facts">
        <caption class="unseen">
          Các mẫu thư theo loại thư
        </caption>
        ${groups.map(
          ({ folder, words }) =>
            html`<tr>
              <th scope="row">${words}</th>
              <td class="names">
                ${templates
                  .filter((name) => name.startsWith(folder))
                  .sort((a, b) => place(a) - place(b))
                  .map(
                    (name) =>
                      html`<a href="${CONSOLE}/cau-hinh/mau?mau=${encodeURIComponent(name)}"
                        >${PARTS[name.slice(folder.length)] ?? name.slice(folder.length)}</a
                      > `,
                  )}
              </td>
            </tr>`,
        )}
      </table>`,
    { styles: [FILES_STYLE] },
  );
}

/** `Sắp đến hạn, tiêu đề`. */
function headingOf(name: string): string {
  const kind = LETTER_KINDS.find((each) => name.startsWith(`${each}/`));
  const part = PARTS[name.slice(name.indexOf('/') + 1)];
  return kind === undefined || part === undefined ? name : `${KIND_WORDS[kind]}, ${part}`;
}

/** In the order in which a reader meets the parts. */
function place(name: string): number {
  return Object.keys(PARTS).indexOf(name.slice(name.indexOf('/') + 1));
}

/** What is wrong with a text of which no letter can be made. @throws the error itself when nothing is. */
async function whyNot(desk: FilesDesk, change: FileChange, error: unknown): Promise<Html> {
  const trial = await desk.try(change);
  if (trial.ok) throw error;
  return html`${outcomeBox({ problems: trial.problems })}`;
}

function templatePage(
  c: ConsoleContext,
  opened: OpenedFile,
  values: FormValues,
  text: string,
  outcome: Outcome,
  now?: Html,
): Html {
  const { file } = opened;
  return consolePage(
    c,
    file.name,
    html`<p class="note">
        <a href="${CONSOLE}/cau-hinh">Cấu hình</a> › <a href="${CONSOLE}/cau-hinh/mau">Mẫu thư</a>
      </p>
      <h1>Mẫu thư: ${headingOf(templatePath(file))}</h1>
      <p class="note code">${templatePath(file)}</p>
      ${outcomeBox(outcome)}
      <form method="post">
        ${formToken(c)}
        <input type="hidden" name="${VERSION}" value="${carriedVersion(values, opened, outcome)}" />
        ${textBox(text)}
        <div class="buttons">
          <button name="${STEP}" value="xem">Xem trước</button>
          <a href="${CONSOLE}/cau-hinh/mau">Thôi, không sửa</a>
        </div>
      </form>
      <div id="xem-thu">${now ?? ''}</div>`,
    { styles: [FILES_STYLE], programs: ['/assets/preview-letter.js'], isNamed: true },
  );
}
