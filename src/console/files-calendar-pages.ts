import { Hono } from 'hono';
import { html } from 'hono/html';
import { isAtLeast } from '../account/account.ts';
import { createCalendar, type Calendar } from '../calendar/calendar.ts';
import { localDate, yearOf } from '../calendar/dates.ts';
import { yearFileSchema, type VnYear } from '../calendar/year-file.ts';
import type { FileProblem } from '../files/check-change.ts';
import type { FilesDesk } from '../files/files-desk.ts';
import type { OpenedFile } from '../files/known-files.ts';
import { editTop } from '../schedule/edit-top.ts';
import { editRows } from '../schedule/edit-rows.ts';
import { CannotEdit, readTop } from '../schedule/file-entry.ts';
import { newYearText } from '../schedule/new-year.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext, type ConsoleEnv } from './console-env.ts';
import {
  BLANKS,
  calendarProblems,
  calendarValues,
  missingNotice,
  PLACES,
  readDraft,
  SOURCES,
  type YearDraft,
} from './files-calendar-fields.ts';
import { calendarPage } from './files-calendar-form.ts';
import { STEP, type Outcome } from './files-draft.ts';
import { takeStep } from './files-flow.ts';
import { readValues, textOf, type FormValues } from './files-form-values.ts';
import { cannotEditPage, noSuchPage } from './files-refusals.ts';
import { afterRowButton, atRow, renumbered, rowsOf, withRows } from './files-rows.ts';
import { yearView } from './files-year-view.ts';
import { may } from './guards.ts';

const PATH = '/cau-hinh/lich';
const LISTS = ['sources', 'off', 'work'] as const;
/** What every year rests on since 2021; the year's own notice stands beside it. */
const LAW = 'Bộ luật Lao động 2019, Điều 111 và Điều 112';

/** A year that is asked for: `before` as its file has it, absent for a year that has none yet. */
interface Asked {
  year: number;
  years: { written: readonly number[]; next: number | undefined };
  opened: OpenedFile;
  before: VnYear | undefined;
}

/** `/cau-hinh/lich?nam=…`: one year's calendar. Every plan counts by it, so admins alone change it. */
export function calendarPages(desk: FilesDesk): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();

  app.get(PATH, may('officer'), async (c) => {
    const asked = await find(c, desk);
    if (asked instanceof Response) return asked;
    return c.html(shown(c, desk, asked, firstValues(desk, asked), asked.opened.text, { problems: [] }));
  });

  app.post(PATH, may('admin'), async (c) => {
    const asked = await find(c, desk);
    if (asked instanceof Response) return asked;
    const { opened, year, before } = asked;
    const values = renumbered(await readValues(c), Object.keys(BLANKS));
    const again = (next: FormValues, problems: FileProblem[], status: 200 | 422) =>
      c.html(shown(c, desk, asked, next, opened.text, { problems }), status);
    const changed = afterRowButton(values, BLANKS);
    if (changed !== undefined) return again(changed, [], 200);
    const wrong = [
      ...calendarProblems(values, year, opened.file.name),
      ...(before === undefined ? missingNotice(values, opened.file.name) : []),
    ];
    if (textOf(values, STEP) === 'doc') return again(values, wrong, 200);
    if (wrong.length > 0) return again(values, wrong, 422);
    const draft = readDraft(values, year, before);
    const text = textWith(asked, draft);
    return takeStep(c, desk, {
      ...{ opened, text, values },
      what: before === undefined ? `Lập lịch năm ${year}` : `Sửa lịch năm ${year}`,
      done: `${CONSOLE}/cau-hinh?da-ghi=${encodeURIComponent(`lịch năm ${year}`)}`,
      more: () =>
        html`<h2>Năm ${year} sau khi áp dụng</h2>
          ${yearView(year, calendarOf(desk, year, text))}`,
      form: (outcome: Outcome) => shown(c, desk, asked, values, text, outcome),
    });
  });

  app.onError((error, c) => cannotEditPage(error, c));
  return app;
}

/** A year that has no file is begun with the days by rule, and a place for its notice. */
function firstValues(desk: FilesDesk, { year, before }: Asked): FormValues {
  if (before !== undefined) return calendarValues(before);
  const byRule = desk.schedule().calendar.year(year);
  const values = calendarValues({ ...byRule, status: 'official', sources: [{ ref: LAW }] });
  // The rows are of no file yet.
  const loose = new Map([...values].map(([name, value]) => [name, /_(goc|worked)$/.test(name) ? [] : value]));
  return withRows(loose, SOURCES, [...rowsOf(loose, SOURCES), new Map([['ref', ['']]])]);
}

function textWith({ opened, year, before }: Asked, draft: YearDraft): string {
  if (before === undefined) {
    const rows = (list: (typeof LISTS)[number]) =>
      draft[list].map(({ fields }) =>
        Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
      );
    const [sources, off, work] = LISTS.map(rows) as [VnYear['sources'], VnYear['off'], VnYear['work']];
    return newYearText({ year, status: draft.status, sources, off, work });
  }
  const edited = LISTS.reduce((text, list) => editRows(text, PLACES[list], draft[list]), opened.text);
  const isSame = edited === opened.text && draft.status === before.status;
  const order = Object.keys(yearFileSchema.shape);
  return isSame ? edited : editTop(edited, { status: draft.status, version: before.version + 1 }, order);
}

/** The page; `text` is the file as the form would leave it, in which the problems stand. */
function shown(
  c: ConsoleContext,
  desk: FilesDesk,
  asked: Asked,
  values: FormValues,
  text: string,
  outcome: Outcome,
): Html {
  const { year, years, opened, before } = asked;
  const draft = readDraft(values, year, before);
  const file = opened.file.name;
  const located =
    text === ''
      ? outcome.problems
      : LISTS.reduce<readonly FileProblem[]>(
          (problems, list) =>
            problems.map((problem) =>
              atRow(problem, { file, text, place: PLACES[list] }, (row, key) => draft[list][row]?.field(key)),
            ),
          outcome.problems,
        );
  const problems = new Map<string, FileProblem[]>();
  for (const problem of located)
    if (problem.field !== undefined)
      problems.set(problem.field, [...(problems.get(problem.field) ?? []), problem]);
  return calendarPage(c, {
    ...{ year, years, opened, values, outcome, problems },
    isNew: before === undefined,
    calendar: calendarOf(desk, year, draftText(asked, values, text)),
    elsewhere: located.filter(({ field }) => field === undefined),
    isOpen: isAtLeast(c.get('session').account, 'admin'),
  });
}

/** The file as the form asks for it, so far as that can be read already. */
function draftText(asked: Asked, values: FormValues, text: string): string {
  if (calendarProblems(values, asked.year, '').length > 0) return text;
  return textWith(asked, readDraft(values, asked.year, asked.before));
}

/** The calendar with the year as the text has it, or as it is in force while the text says no year. */
function calendarOf(desk: FilesDesk, year: number, text: string): Calendar {
  const { calendar } = desk.schedule();
  const parsed = yearFileSchema.safeParse(text === '' ? undefined : readTop(text));
  return parsed.success && parsed.data.year === year ? createCalendar([parsed.data]) : calendar;
}

async function find(c: ConsoleContext, desk: FilesDesk): Promise<Asked | Response> {
  const { calendar } = desk.schedule();
  const written = (await desk.files()).flatMap(({ kind, name }) =>
    kind === 'calendar' ? [Number(name.slice(-'2019.yaml'.length, -'.yaml'.length))] : [],
  );
  const today = yearOf(localDate(desk.now()));
  const last = written.length === 0 ? today - 1 : Math.max(...written);
  const next = last < calendar.lastYear ? last + 1 : undefined;
  const known = [...written, ...(next === undefined ? [] : [next])];
  const year = Number(c.req.query('nam') ?? nearest(today, known));
  const opened = known.includes(year) ? await desk.openYear(year) : undefined;
  if (opened === undefined) return c.html(noSuchPage(c, 'lịch của năm này'), 404);
  const years = { written, next };
  if (!written.includes(year)) return { year, years, opened, before: undefined };
  const before = yearFileSchema.safeParse(readTop(opened.text));
  if (!before.success) throw new CannotEdit('Tệp lịch này đang có lỗi.');
  return { year, years, opened, before: before.data };
}

/** This year, or when nobody can write it yet the year next to it that can be written. */
function nearest(year: number, known: readonly number[]): number {
  return known.toSorted((a, b) => Math.abs(a - year) - Math.abs(b - year))[0] ?? year;
}
