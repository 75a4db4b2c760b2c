import { Hono } from 'hono';
import type { FilesDesk } from '../files/files-desk.ts';
import { editEntry } from '../schedule/edit-entry.ts';
import { readEntry } from '../schedule/file-entry.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext, type ConsoleEnv } from './console-env.ts';
import { VERSION, type Outcome } from './files-draft.ts';
import { findEntry, type AskedEntry } from './files-entry.ts';
import { byField, missingFields } from './files-field-problems.ts';
import { takeStep } from './files-flow.ts';
import { readValues, textOf, valuesOf, type FormValues } from './files-form-values.ts';
import { cannotEditPage } from './files-refusals.ts';
import { ID_STAYS, isRemoving, takeRemoval } from './files-remove.ts';
import { UNIT_FIELDS, unitForm } from './files-unit-form.ts';
import { may } from './guards.ts';

const LIST = 'units';
const NEEDED = { id: 'cần ghi mã cơ quan', name: 'cần ghi tên cơ quan' };

const PLACE = {
  file: 'units.yaml',
  list: LIST,
  names: { file: 'tệp cơ quan', entry: 'cơ quan' },
} as const;

/** `/cau-hinh/don-vi?thu-muc=…&id=…`: one unit's name and mailboxes, or without `id` a new unit. */
export function unitPages(desk: FilesDesk): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  const path = '/cau-hinh/don-vi';

  app.get(path, may('officer'), async (c) => {
    const asked = await findEntry(c, desk, PLACE);
    if (asked instanceof Response) return asked;
    return c.html(shown(c, asked, valuesOf(asked.before), asked.opened.text, { problems: [] }));
  });

  app.post(path, may('officer'), async (c) => {
    const asked = await findEntry(c, desk, PLACE);
    if (asked instanceof Response) return asked;
    const { opened, before } = asked;
    const values = await readValues(c);
    if (asked.id !== undefined && isRemoving(values))
      return takeRemoval(c, desk, { opened, list: LIST, id: asked.id, thing: 'cơ quan', values }, (outcome) =>
        shown(c, asked, values, opened.text, outcome),
      );
    const id = asked.id ?? textOf(values, 'id');
    if (textOf(values, 'id') !== id) {
      const stays = missingFields(new Map(), { id: ID_STAYS }, opened.file.name);
      return c.html(shown(c, asked, values, opened.text, { problems: stays }), 422);
    }
    const isTaken = asked.id === undefined && readEntry(opened.text, LIST, id) !== undefined;
    const missing = isTaken
      ? missingFields(new Map(), { id: `đã có cơ quan mã “${id}”` }, opened.file.name)
      : missingFields(values, NEEDED, opened.file.name);
    if (missing.length > 0) return c.html(shown(c, asked, values, opened.text, { problems: missing }), 422);
    const fields = UNIT_FIELDS.filter((name) => name !== 'head' || !Array.isArray(before.head));
    const wanted = Object.fromEntries(fields.map((name) => [name, textOf(values, name)]));
    const text = editEntry(opened.text, LIST, asked.id, { ...(asked.id === undefined && { id }), ...wanted });
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

/** The form; `text` is the file as the form would leave it, in which the problems stand. */
function shown(
  c: ConsoleContext,
  asked: AskedEntry,
  values: FormValues,
  text: string,
  outcome: Outcome,
): Html {
  const { opened, id, before } = asked;
  const of = { file: opened.file.name, text, list: LIST, id: id ?? textOf(values, 'id') } as const;
  const sorted = byField(outcome.problems, of, (key) => key === 'id' || UNIT_FIELDS.includes(key));
  return unitForm(c, { opened, id, values, outcome, ...sorted, heads: Array.isArray(before.head) });
}
