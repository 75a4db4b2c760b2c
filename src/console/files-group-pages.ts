import { Hono } from 'hono';
import type { FilesDesk } from '../files/files-desk.ts';
import { editEntry } from '../schedule/edit-entry.ts';
import { editTop } from '../schedule/edit-top.ts';
import { isListEmpty } from '../schedule/file-entry.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext, type ConsoleEnv } from './console-env.ts';
import { VERSION, type Outcome } from './files-draft.ts';
import { findEntry, idProblems, type AskedEntry } from './files-entry.ts';
import { byField, missingFields } from './files-field-problems.ts';
import { takeStep } from './files-flow.ts';
import { readValues, textOf, valuesOf, type FormValues } from './files-form-values.ts';
import { groupForm } from './files-group-form.ts';
import { cannotEditPage } from './files-refusals.ts';
import { isRemoving, takeRemoval } from './files-remove.ts';
import { may } from './guards.ts';

const LIST = 'groups';
const PATH = '/cau-hinh/nhom';
const FIELDS = ['id', 'name', 'members'];
const NEEDED = {
  id: 'cần ghi mã nhóm',
  name: 'cần ghi tên nhóm',
  members: 'cần chọn ít nhất một cơ quan hoặc nhóm',
};

const PLACE = {
  file: 'units.yaml',
  list: LIST,
  names: { file: 'tệp cơ quan', entry: 'nhóm cơ quan' },
} as const;

/** `/cau-hinh/nhom?thu-muc=…&id=…`: one group of units, or without `id` a new one. */
export function groupPages(desk: FilesDesk): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();

  app.get(PATH, may('officer'), async (c) => {
    const asked = await findEntry(c, desk, PLACE);
    if (asked instanceof Response) return asked;
    return c.html(shown(c, asked, valuesOf(asked.before), asked.opened.text, { problems: [] }));
  });

  app.post(PATH, may('officer'), async (c) => {
    const asked = await findEntry(c, desk, PLACE);
    if (asked instanceof Response) return asked;
    const { opened } = asked;
    const values = await readValues(c);
    if (asked.id !== undefined && isRemoving(values))
      return takeRemoval(
        c,
        desk,
        { opened, list: LIST, id: asked.id, thing: PLACE.names.entry, values },
        (outcome) => shown(c, asked, values, opened.text, outcome),
      );
    const wrong = [...idProblems(asked, PLACE, values), ...missingFields(values, NEEDED, opened.file.name)];
    if (wrong.length > 0) return c.html(shown(c, asked, values, opened.text, { problems: wrong }), 422);
    const id = asked.id ?? textOf(values, 'id');
    const text = textWith(asked, id, values);
    const draft = {
      ...{ change: { name: opened.file.name, text, version: textOf(values, VERSION) }, values },
      what: asked.id === undefined ? `Thêm nhóm cơ quan ${id}` : `Sửa nhóm cơ quan ${id}`,
      done: `${CONSOLE}/cau-hinh?da-ghi=${encodeURIComponent(id)}`,
      form: (outcome: Outcome) => shown(c, asked, values, text, outcome),
    };
    return takeStep(c, desk, draft, text === opened.text);
  });

  app.onError((error, c) => cannotEditPage(error, c));
  return app;
}

function textWith({ opened: { text }, id: known }: AskedEntry, id: string, values: FormValues): string {
  const name = textOf(values, 'name').replace(/\s+/g, ' ');
  const members = new Set((values.get('members') ?? []).filter((member) => member !== ''));
  if (known !== undefined) return editEntry(text, LIST, known, { name, members });
  if (isListEmpty(text, LIST))
    return editTop(text, { [LIST]: [{ id, name, members: [...members] }] }, ['units', LIST]);
  return editEntry(text, LIST, undefined, { id, name, members });
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
  const sorted = byField(outcome.problems, of, (key) => FIELDS.includes(key));
  const address = `${CONSOLE}${PATH}?thu-muc=${encodeURIComponent(folder.id)}${id === undefined ? '' : `&id=${encodeURIComponent(id)}`}`;
  return groupForm(c, { folder, opened, id, values, outcome, address, ...sorted });
}
