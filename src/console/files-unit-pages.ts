import { Hono } from 'hono';
import type { FilesDesk } from '../files/files-desk.ts';
import { editEntry } from '../schedule/edit-entry.ts';
import { editRows, type RowsPlace } from '../schedule/edit-rows.ts';
import { readEntry } from '../schedule/file-entry.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext, type ConsoleEnv } from './console-env.ts';
import { VERSION, type Outcome } from './files-draft.ts';
import { findEntry, idProblems, type AskedEntry } from './files-entry.ts';
import { byField, missingFields } from './files-field-problems.ts';
import { takeStep } from './files-flow.ts';
import { readValues, textOf, type FormValues } from './files-form-values.ts';
import {
  afterHeadButton,
  hasHeadRows,
  HEAD_KEYS,
  headField,
  headProblems,
  headRows,
  HEADS,
} from './files-head-fields.ts';
import { cannotEditPage } from './files-refusals.ts';
import { isRemoving, takeRemoval } from './files-remove.ts';
import { atRow, renumbered } from './files-rows.ts';
import { isUnitField, unitFields, unitValues } from './files-unit-fields.ts';
import { unitForm } from './files-unit-form.ts';
import { wrongDays } from './files-validity.ts';
import { may } from './guards.ts';

const LIST = 'units';
const PATH = '/cau-hinh/don-vi';
const NEEDED = { id: 'cần ghi mã cơ quan', name: 'cần ghi tên cơ quan' };

const PLACE = {
  file: 'units.yaml',
  list: LIST,
  names: { file: 'tệp cơ quan', entry: 'cơ quan' },
} as const;

/** `/cau-hinh/don-vi?thu-muc=…&id=…`: one unit's name and mailboxes, or without `id` a new unit. */
export function unitPages(desk: FilesDesk): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();

  app.get(PATH, may('officer'), async (c) => {
    const asked = await findEntry(c, desk, PLACE);
    if (asked instanceof Response) return asked;
    return c.html(shown(c, asked, unitValues(asked.before), asked.opened.text, { problems: [] }));
  });

  app.post(PATH, may('officer'), async (c) => {
    const asked = await findEntry(c, desk, PLACE);
    if (asked instanceof Response) return asked;
    const { opened } = asked;
    const values = renumbered(await readValues(c), [HEADS]);
    const changed = afterHeadButton(values);
    if (changed !== undefined) return c.html(shown(c, asked, changed, opened.text, { problems: [] }));
    if (asked.id !== undefined && isRemoving(values))
      return takeRemoval(c, desk, { opened, list: LIST, id: asked.id, thing: 'cơ quan', values }, (outcome) =>
        shown(c, asked, values, opened.text, outcome),
      );
    const wrong = [
      ...idProblems(asked, PLACE, values),
      ...missingFields(values, NEEDED, opened.file.name),
      ...wrongDays(values, opened.file.name),
      ...headProblems(values, opened.file.name),
    ];
    if (wrong.length > 0) return c.html(shown(c, asked, values, opened.text, { problems: wrong }), 422);
    const id = asked.id ?? textOf(values, 'id');
    const text = textWith(asked, id, values);
    const change = { name: opened.file.name, text, version: textOf(values, VERSION) };
    const draft = {
      ...{ change, values, done: `${CONSOLE}/cau-hinh?da-ghi=${encodeURIComponent(id)}` },
      what: asked.id === undefined ? `Thêm cơ quan ${id}` : `Sửa cơ quan ${id}`,
      form: (outcome: Outcome) => shown(c, asked, values, text, outcome),
    };
    return takeStep(c, desk, draft, text === opened.text);
  });

  app.onError((error, c) => cannotEditPage(error, c));
  return app;
}

function textWith({ opened, id: known, before }: AskedEntry, id: string, values: FormValues): string {
  const own = { ...(known === undefined && { id }), ...unitFields(values) };
  const rows = headRows(values);
  if (rows.length > 0 && Array.isArray(before.head))
    return editRows(editEntry(opened.text, LIST, known, own), placeOf(id), rows);
  const heads = rows.map(({ fields }) =>
    Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== '')),
  );
  return editEntry(opened.text, LIST, known, {
    ...own,
    head: rows.length > 0 ? heads : textOf(values, 'head'),
  });
}

function placeOf(id: string): RowsPlace {
  return { key: 'head', entry: { list: LIST, id }, order: HEAD_KEYS, style: 'block' };
}

/** The form; `text` is the file as the form would leave it, in which the problems stand. */
function shown(
  c: ConsoleContext,
  asked: AskedEntry,
  values: FormValues,
  text: string,
  outcome: Outcome,
): Html {
  const { opened, id, folder } = asked;
  const of = { file: opened.file.name, text, list: LIST, id: id ?? textOf(values, 'id') } as const;
  const isThere = readEntry(text, LIST, of.id) !== undefined;
  const located = outcome.problems.map((problem) =>
    isThere ? atRow(problem, { ...of, place: placeOf(of.id) }, headField) : problem,
  );
  const isField = (key: string) =>
    isUnitField(key) || (hasHeadRows(values) ? /^h\d+_/.test(key) : key === 'head');
  const address = `${CONSOLE}${PATH}?thu-muc=${encodeURIComponent(folder.id)}${id === undefined ? '' : `&id=${encodeURIComponent(id)}`}`;
  return unitForm(c, {
    opened,
    id,
    values,
    outcome,
    address,
    units: [...folder.units.values()],
    ...byField(located, of, isField),
  });
}
