import { Hono } from 'hono';
import type { FileProblem } from '../files/check-change.ts';
import type { FilesDesk } from '../files/files-desk.ts';
import type { OpenedFile } from '../files/known-files.ts';
import type { RowsPlace } from '../schedule/edit-rows.ts';
import { keyAtLine, readEntry } from '../schedule/file-entry.ts';
import type { ScheduleFolder } from '../schedule/schedule.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext, type ConsoleEnv } from './console-env.ts';
import type { Outcome } from './files-draft.ts';
import { findEntry, idProblems, type AskedEntry, type EntryPlace } from './files-entry.ts';
import { byField, missingFields, type Sorted } from './files-field-problems.ts';
import { takeStep } from './files-flow.ts';
import { readValues, textOf, type FormValues } from './files-form-values.ts';
import { cannotEditPage } from './files-refusals.ts';
import { isRemoving, takeRemoval } from './files-remove.ts';
import { atRow, renumbered } from './files-rows.ts';
import { may } from './guards.ts';

/** How the entries of one list are shown in a form and written back from it. */
export interface EntryKind {
  /** Below the console: `/cau-hinh/nhom`. */
  path: string;
  place: EntryPlace;
  /** Fields that may not be empty, and what is said when they are. */
  needed: Readonly<Record<string, string>>;
  /** Whether the form shows problems at this field. */
  hasField(name: string, values: FormValues): boolean;
  /** The list inside the entry that the form shows as rows. */
  rows?: EntryRows;
  /** The values that the form begins with. @throws CannotEdit when it cannot show what the file says */
  opened(asked: AskedEntry): FormValues;
  /** The values after a button inside the form; undefined when another was pressed. */
  afterButton?(values: FormValues): FormValues | undefined;
  /** What the form itself sees is wrong, besides what is needed. */
  problems?(values: FormValues, file: string): FileProblem[];
  /** The file's text with the entry as the form gives it. @throws CannotEdit */
  textWith(asked: AskedEntry, id: string, values: FormValues): string;
  form(c: ConsoleContext, form: EntryForm): Html;
  /** What is to be seen, besides what changes, before it is applied. */
  more?(values: FormValues): Html;
}

export interface EntryRows {
  /** The letter of the rows in the names of the form's fields. */
  letter: string;
  placeOf(id: string): RowsPlace;
  /** The field that shows a key of a row. */
  fieldOf(row: number, key: string | undefined): string;
}

/** What the form for one entry is made of. */
export interface EntryForm extends Sorted {
  folder: ScheduleFolder;
  opened: OpenedFile;
  /** Where the form is sent. */
  address: string;
  /** Absent for a new one. */
  id: string | undefined;
  values: FormValues;
  outcome: Outcome;
}

/** The pages of one kind of entry, at `?thu-muc=…&id=…` below its path: one entry, or without `id` a new one; for whoever may change the folder. */
export function entryPages(desk: FilesDesk, kind: EntryKind): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  const { path, place } = kind;

  app.get(path, may('officer'), async (c) => {
    const asked = await findEntry(c, desk, place);
    if (asked instanceof Response) return asked;
    return c.html(shown(c, kind, asked, kind.opened(asked), asked.opened.text, { problems: [] }));
  });

  app.post(path, may('officer'), async (c) => {
    const asked = await findEntry(c, desk, place);
    if (asked instanceof Response) return asked;
    const { opened } = asked;
    const { name } = opened.file;
    const values = renumbered(await readValues(c), kind.rows === undefined ? [] : [kind.rows.letter]);
    const again = (next: FormValues, outcome: Outcome) => shown(c, kind, asked, next, opened.text, outcome);
    const changed = kind.afterButton?.(values);
    if (changed !== undefined) return c.html(again(changed, { problems: [] }));
    const thing = place.names.entry;
    if (asked.id !== undefined && isRemoving(values)) {
      const removal = { opened, list: place.list, id: asked.id, thing, values };
      return takeRemoval(c, desk, removal, (outcome) => again(values, outcome));
    }
    const wrong = [
      ...idProblems(asked, place, values),
      ...missingFields(values, kind.needed, name),
      ...(kind.problems?.(values, name) ?? []),
    ];
    if (wrong.length > 0) return c.html(again(values, { problems: wrong }), 422);
    const id = asked.id ?? textOf(values, 'id');
    const text = kind.textWith(asked, id, values);
    const draft = {
      ...{ opened, text, values },
      what: asked.id === undefined ? `Thêm ${thing} ${id}` : `Sửa ${thing} ${id}`,
      done: `${CONSOLE}/cau-hinh?da-ghi=${encodeURIComponent(id)}`,
      more: () => kind.more?.(values),
      form: (outcome: Outcome) => shown(c, kind, asked, values, text, outcome),
    };
    return takeStep(c, desk, draft);
  });

  app.onError((error, c) => cannotEditPage(error, c));
  return app;
}

/** The form; `text` is the file as the form would leave it, in which the problems stand. */
function shown(
  c: ConsoleContext,
  kind: EntryKind,
  { opened, id, folder }: AskedEntry,
  values: FormValues,
  text: string,
  outcome: Outcome,
): Html {
  const { list } = kind.place;
  const [file, typed] = [opened.file.name, id ?? textOf(values, 'id')];
  const { rows } = kind;
  const located =
    rows === undefined || readEntry(text, list, typed) === undefined
      ? outcome.problems
      : outcome.problems.map((problem) =>
          atRow(problem, { file, text, place: rows.placeOf(typed) }, (row, key) => rows.fieldOf(row, key)),
        );
  const query = new URLSearchParams({ 'thu-muc': folder.id, ...(id !== undefined && { id }) });
  return kind.form(c, {
    ...{ folder, opened, id, values, outcome, address: `${CONSOLE}${kind.path}?${query.toString()}` },
    ...byField(located, { file, keyAt: (line) => keyAtLine(text, list, typed, line) }, (name) =>
      kind.hasField(name, values),
    ),
  });
}
