import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { basename, dirname } from 'node:path/posix';
import { NO_EDITS, type Edits } from '../schedule/disk.ts';
import { nearest } from '../schedule/nearest.ts';
import { problemOf, sortProblems, type Problem } from '../schedule/problem.ts';
import { htmlMistakes } from './html-rules.ts';
import type { LetterView } from './letter-view.ts';
import { sampleViews } from './sample-views.ts';
import { createRenderer, subjectLine } from './template-engine.ts';
import { LETTER_FILES, readTemplateFiles } from './template-files.ts';
import { templateLanguage } from './template-language.ts';
import { problemOfError, TOO_LONG, type Vocabulary } from './template-mistakes.ts';
import { fileUses, unknownNames, type FileUse, type ParsedFile } from './template-names.ts';

type Files = ReadonlyMap<string, string>;

/**
 * One hash of the templates that were found sound last: they are asked about at every beat and at every step of a form, and seldom change. What is
 * wrong is looked for again each time, for a letter that took too long may only have met a busy machine.
 */
let sound: string | undefined;

/**
 * Everything wrong in the templates under `dir`, with its place: what cannot be read or parsed, names, filters, tags and
 * files that do not exist, HTML that loads or runs something, and what only shows when the sample letters are rendered.
 * An empty list means that `createTemplates` takes them and every sample letter comes out well. `edits` are judged in place of what stands on disk.
 */
export async function checkTemplates(dir: string, edits: Edits = NO_EDITS): Promise<Problem[]> {
  const files = await readTemplateFiles(dir, edits).catch(() => undefined);
  if (files === undefined) return [problemOf(dir, 'Không đọc được thư mục mẫu thư')];
  const hash = createHash('sha256')
    .update(JSON.stringify([...files]))
    .digest('hex');
  if (hash === sound) return [];
  const problems = problemsIn(files);
  if (problems.length === 0) sound = hash;
  return sortProblems(problems.map((problem) => ({ ...problem, file: join(dir, problem.file) })));
}

function problemsIn(files: Files): Problem[] {
  const written = writtenProblems(files);
  return written.length > 0 ? written : renderedProblems(files);
}

/** What shows without rendering. */
function writtenProblems(files: Files): Problem[] {
  const language = templateLanguage(files, 'html');
  const vocabulary = vocabularyOf(files);
  const parsed: ParsedFile[] = [];
  const problems = [...missingFiles(files), ...wrongBytes(files), ...forbiddenHtml(files)];
  for (const [name, source] of files) {
    try {
      parsed.push({ name, templates: language.parse(source, name) });
    } catch (error) {
      problems.push(problemOfError(error, name, files, vocabulary));
    }
  }
  const uses = parsed.flatMap(fileUses);
  const names = viewNames();
  problems.push(...wrongUses(uses, files));
  if (parsed.length === files.size) problems.push(...unusedFiles(uses, files));
  for (const file of parsed) problems.push(...unknownNames(file, uses, names, language));
  return problems;
}

/** What shows when the sample letters are rendered: for each file, what is wrong with the first letter that fails, up to one that would never end. */
function renderedProblems(files: Files): Problem[] {
  const renderer = createRenderer(files);
  const vocabulary = vocabularyOf(files);
  const problemsOf = (name: string, view: LetterView): Problem[] => {
    try {
      return wrongRendering(name, renderer.fill(name, view));
    } catch (error) {
      return [problemOfError(error, name, files, vocabulary)];
    }
  };
  const found: Problem[] = [];
  for (const name of LETTER_FILES) {
    const views = sampleViews().filter(({ view }) => name.startsWith(`${view.kind}/`));
    for (const { view } of views) {
      const problems = problemsOf(name, view);
      found.push(...problems);
      // Every letter that holds the same part would run to the limit too: a minute in which nothing else is done.
      if (problems.some(({ message }) => message === TOO_LONG)) return found;
      if (problems.length > 0) break;
    }
  }
  return found;
}

function missingFiles(files: Files): Problem[] {
  return LETTER_FILES.filter((name) => !files.has(name)).map((name) =>
    problemOf(name, 'Thiếu tệp mẫu thư này'),
  );
}

function wrongBytes(files: Files): Problem[] {
  return [...files].flatMap(([file, source]) => {
    const offset = source.search(/[\uFFFD\0]/);
    return offset < 0 ? [] : [{ file, ...placeOf(source, offset), message: 'Tệp không được lưu dạng UTF-8' }];
  });
}

function forbiddenHtml(files: Files): Problem[] {
  return [...files]
    .filter(([file]) => file.endsWith('.html'))
    .flatMap(([file, source]) =>
      htmlMistakes(source).map(({ offset, message }) => ({ file, ...placeOf(source, offset), message })),
    );
}

function wrongUses(uses: readonly FileUse[], files: Files): Problem[] {
  return uses.flatMap(({ file, line, column, target }) => {
    if (target === undefined)
      return [
        { file, line, column, message: 'Tên tệp phải viết thẳng trong dấu nháy, không lấy từ giá trị khác' },
      ];
    if (files.has(target)) return [];
    const suggestion = nearest(target, files.keys());
    const message = `Không có tệp “${target}” trong thư mục mẫu thư`;
    return [{ file, line, column, message, ...(suggestion && { suggestion }) }];
  });
}

/** A file that no letter uses is most often a misspelt name. A missing letter file leaves many unused: then only likely names count. */
function unusedFiles(uses: readonly FileUse[], files: Files): Problem[] {
  const missing = LETTER_FILES.filter((name) => !files.has(name));
  const used = new Set([...LETTER_FILES, ...uses.map(({ target }) => target)]);
  return [...files.keys()].flatMap((name) => {
    const folder = dirname(name);
    const beside = missing.filter((other) => dirname(other) === folder).map((other) => basename(other));
    const guess = nearest(basename(name), beside);
    if (used.has(name) || (missing.length > 0 && guess === undefined)) return [];
    return [problemOf(name, 'Không thư nào dùng tệp này', guess && `${folder}/${guess}`)];
  });
}

function wrongRendering(name: string, rendered: string): Problem[] {
  if (name.endsWith('/subject.txt')) return wrongSubject(name, rendered);
  return name.endsWith('.html') ? htmlMistakes(rendered).map(({ message }) => problemOf(name, message)) : [];
}

function wrongSubject(name: string, rendered: string): Problem[] {
  if (rendered.trim().includes('\n')) return [problemOf(name, 'Tiêu đề thư phải nằm trên một dòng')];
  try {
    subjectLine(rendered);
    return [];
  } catch (error) {
    return [problemOf(name, (error as RangeError).message)];
  }
}

function vocabularyOf(files: Files): Vocabulary {
  const { tags, filters } = templateLanguage(new Map(), 'html');
  return { tags: Object.keys(tags), filters: Object.keys(filters), files: [...files.keys()] };
}

/** The names of a letter's values, read off the samples: at the top, and inside. */
function viewNames(): { root: string[]; inner: string[] } {
  const views = sampleViews().map(({ view }) => view);
  const inner = views.flatMap(({ contact, draft, items, sections }) => [
    contact,
    ...(draft === null ? [] : [draft]),
    ...sections,
    ...sections.flatMap((section) => section.items),
    ...items,
    ...items.flatMap((item) => item.standing),
  ]);
  return { root: namesOf(views), inner: namesOf(inner) };
}

function namesOf(objects: readonly object[]): string[] {
  return [...new Set(objects.flatMap((object) => Object.keys(object)))];
}

function placeOf(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
