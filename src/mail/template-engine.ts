import type { LetterView } from './letter-view.ts';
import { LETTER_FILES } from './template-files.ts';
import { templateLanguage } from './template-language.ts';

/** A letter's three texts: `subject` is one line; `html` is a whole page whose values are escaped. */
export interface RenderedLetter {
  subject: string;
  text: string;
  html: string;
}

export interface Templates {
  /**
   * Fills the templates of the view's kind.
   * @throws LiquidError, naming line and column, when a template asks for what the view does not have or runs too long.
   * @throws RangeError when the subject comes out empty or with a control character.
   */
  render(view: LetterView): RenderedLetter;
}

/**
 * Parses the letters' templates once, for any number of letters; `files` as `readTemplateFiles` gives them.
 * @throws Error naming the file that is missing, or the file, line and column that are wrong.
 */
export function createTemplates(files: ReadonlyMap<string, string>): Templates {
  const render = createRenderer(files);
  for (const name of LETTER_FILES) render.parse(name);
  return {
    render: (view) => ({
      subject: subjectLine(render.fill(`${view.kind}/subject.txt`, view)),
      text: tidyText(render.fill(`${view.kind}/body.txt`, view)),
      html: tidyText(render.fill(`${view.kind}/body.html`, view)),
    }),
  };
}

/** Fills single template files, a name ending in `.html` with escaping; `parse` fails where `fill` would, but for the values. */
export interface Renderer {
  parse(name: string): void;
  fill(name: string, view: LetterView): string;
}

/** @see createTemplates, which is what letters use; the check wants each file by itself. */
export function createRenderer(files: ReadonlyMap<string, string>): Renderer {
  const html = templateLanguage(files, 'html');
  const text = templateLanguage(files, 'text');
  const languageOf = (name: string) => (name.endsWith('.html') ? html : text);
  return {
    parse: (name) => void languageOf(name).parseFileSync(name),
    fill: (name, view) => String(languageOf(name).renderFileSync(name, {}, { globals: view })),
  };
}

/**
 * A subject as a mail header may carry it: one line, NFC, without invisible characters.
 * @throws RangeError when nothing is left, or when a control character is.
 */
export function subjectLine(rendered: string): string {
  const line = rendered
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '') throw new RangeError('Tiêu đề thư để trống');
  if (/\p{Cc}/u.test(line)) throw new RangeError('Tiêu đề thư có ký tự điều khiển');
  return line;
}

/** Templates break lines freely; the reader sees at most one empty line. */
function tidyText(rendered: string): string {
  const tidy = rendered
    .normalize('NFC')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n');
  return `${tidy.trim()}\n`;
}
