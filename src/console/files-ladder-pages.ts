import { Hono } from 'hono';
import type { FilesDesk } from '../files/files-desk.ts';
import { editEntry } from '../schedule/edit-entry.ts';
import { editRows, type RowsPlace } from '../schedule/edit-rows.ts';
import { readEntry } from '../schedule/file-entry.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext, type ConsoleEnv } from './console-env.ts';
import { STEP, VERSION, type Outcome } from './files-draft.ts';
import { findEntry, idProblems, type AskedEntry } from './files-entry.ts';
import { byField, missingFields } from './files-field-problems.ts';
import { takeStep } from './files-flow.ts';
import { readValues, textOf, type FormValues } from './files-form-values.ts';
import {
  BLANK_RUNG,
  ladderValues,
  RUNG_KEYS,
  rungField,
  rungProblems,
  rungRows,
  RUNGS,
  typedRungs,
  type RungEntry,
} from './files-ladder-fields.ts';
import { ladderAloud, ladderForm } from './files-ladder-form.ts';
import { cannotEditPage } from './files-refusals.ts';
import { isRemoving, takeRemoval } from './files-remove.ts';
import { afterRowButton, atRow, renumbered, withRows } from './files-rows.ts';
import { may } from './guards.ts';

const LIST = 'ladders';
const NEEDED = { id: 'cần ghi mã thang', name: 'cần ghi tên thang' };
const PATH = '/cau-hinh/thang-nhac';

const PLACE = {
  file: 'ladders.yaml',
  list: LIST,
  names: { file: 'tệp thang nhắc việc', entry: 'thang nhắc việc' },
} as const;

/** A ladder that is asked for, and its rungs as the file gives them. */
interface Asked extends AskedEntry {
  values: FormValues;
  rungs: readonly RungEntry[];
}

/** `/cau-hinh/thang-nhac?thu-muc=…&id=…`: one ladder, or without `id` a new one; whoever changes a plan of the folder. */
export function ladderPages(desk: FilesDesk): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();

  app.get(PATH, may('officer'), async (c) => {
    const asked = await find(c, desk);
    if (asked instanceof Response) return asked;
    return c.html(shown(c, asked, asked.values, asked.opened.text, { problems: [] }));
  });

  app.post(PATH, may('officer'), async (c) => {
    const asked = await find(c, desk);
    if (asked instanceof Response) return asked;
    const { opened } = asked;
    const values = renumbered(await readValues(c), [RUNGS]);
    const again = (next: FormValues, outcome: Outcome, status: 200 | 422) =>
      c.html(shown(c, asked, next, opened.text, outcome), status);
    const changed = afterRowButton(values, { [RUNGS]: BLANK_RUNG });
    if (changed !== undefined) return again(changed, { problems: [] }, 200);
    if (textOf(values, STEP) === 'doc') return again(values, { problems: [] }, 200);
    if (asked.id !== undefined && isRemoving(values))
      return takeRemoval(
        c,
        desk,
        { opened, list: LIST, id: asked.id, thing: 'thang nhắc việc', values },
        (outcome) => shown(c, asked, values, opened.text, outcome),
      );
    const wrong = formProblems(asked, values);
    if (wrong.length > 0) return again(values, { problems: wrong }, 422);
    const id = asked.id ?? textOf(values, 'id');
    const text = textWith(asked, id, values);
    const draft = {
      ...{ change: { name: opened.file.name, text, version: textOf(values, VERSION) }, values },
      what: asked.id === undefined ? `Thêm thang nhắc việc ${id}` : `Sửa thang nhắc việc ${id}`,
      done: `${CONSOLE}/cau-hinh?da-ghi=${encodeURIComponent(id)}`,
      more: () => Promise.resolve(ladderAloud(typedRungs(values))),
      form: (outcome: Outcome) => shown(c, asked, values, text, outcome),
    };
    return takeStep(c, desk, draft, text === opened.text);
  });

  app.onError((error, c) => cannotEditPage(error, c));
  return app;
}

function formProblems(asked: Asked, values: FormValues) {
  const { name } = asked.opened.file;
  return [
    ...missingFields(values, NEEDED, name),
    ...idProblems(asked, PLACE, values),
    ...rungProblems(values, name),
  ];
}

function textWith({ opened, id: known, rungs }: Asked, id: string, values: FormValues): string {
  const name = textOf(values, 'name');
  const rows = rungRows(values, rungs);
  if (known !== undefined) return editRows(editEntry(opened.text, LIST, id, { name }), placeOf(id), rows);
  const fresh = rows.map(({ fields }) => ({
    when: fields.when,
    to: [...(fields.to as ReadonlySet<string>)],
    ...(fields.repeat !== undefined && { repeat: fields.repeat }),
    ...(fields.draft === true && { draft: true }),
  }));
  return editEntry(opened.text, LIST, undefined, { id, name, rungs: fresh });
}

function placeOf(id: string): RowsPlace {
  return { key: 'rungs', entry: { list: LIST, id }, order: RUNG_KEYS, style: 'block' };
}

/** The form; `text` is the file as the form would leave it, in which the problems stand. */
function shown(c: ConsoleContext, asked: Asked, values: FormValues, text: string, outcome: Outcome): Html {
  const { opened, id, folder } = asked;
  const typed = id ?? textOf(values, 'id');
  const file = opened.file.name;
  const isThere = text !== opened.text || id !== undefined;
  const located = outcome.problems.map((problem) =>
    isThere && readEntry(text, LIST, typed) !== undefined
      ? atRow(problem, { file, text, place: placeOf(typed) }, rungField)
      : problem,
  );
  const isField = (key: string) => /^(id|name|r\d+_\w+)$/.test(key);
  const sorted = byField(located, { file, text, list: LIST, id: typed }, isField);
  const address = `${CONSOLE}${PATH}?thu-muc=${encodeURIComponent(folder.id)}${id === undefined ? '' : `&id=${encodeURIComponent(id)}`}`;
  return ladderForm(c, { folder, opened, address, id, values, outcome, ...sorted });
}

async function find(c: ConsoleContext, desk: FilesDesk): Promise<Asked | Response> {
  const asked = await findEntry(c, desk, PLACE);
  if (asked instanceof Response) return asked;
  const { id, before } = asked;
  if (id === undefined) return { ...asked, values: withRows(new Map(), RUNGS, [BLANK_RUNG]), rungs: [] };
  return { ...asked, values: ladderValues(before), rungs: before.rungs as RungEntry[] };
}
