import { Hono } from 'hono';
import type { OpenedFile } from '../files/known-files.ts';
import type { FilesDesk } from '../files/files-desk.ts';
import { editEntry } from '../schedule/edit-entry.ts';
import { keyAtLine, readEntry } from '../schedule/file-entry.ts';
import type { Html } from '../web/page.ts';
import { CONSOLE, type ConsoleContext, type ConsoleEnv } from './console-env.ts';
import { byField, missingFields } from './files-field-problems.ts';
import type { Outcome } from './files-draft.ts';
import { takeStep } from './files-flow.ts';
import { readValues, textOf, type FormValues } from './files-form-values.ts';
import { hasField, NEEDED, obligationFields, obligationValues } from './files-obligation-fields.ts';
import { obligationForm } from './files-obligation-form.ts';
import { cannotEditPage, noSuchPage } from './files-refusals.ts';
import { ID_STAYS, isRemoving, takeRemoval } from './files-remove.ts';
import { plansOf, type PlanPlace } from './files-scope.ts';
import { targetProblems } from './files-target-fields.ts';
import { wrongDays } from './files-validity.ts';
import { forbidden, may } from './guards.ts';
import { phraseWords, type PhraseWords } from './phrase-words.ts';

const LIST = 'obligations';

/** An obligation that is asked for: its plan's file as it stands, and what the file says of it. */
interface Asked {
  place: PlanPlace;
  opened: OpenedFile;
  id: string | undefined;
  before: Record<string, unknown>;
}

/** `/cau-hinh/nhiem-vu?ke-hoach=…&id=…`: one obligation, or without `id` a new one; its plan's officers and admins. */
export function obligationPages(desk: FilesDesk): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  const path = '/cau-hinh/nhiem-vu';

  app.get(path, may('officer'), async (c) => {
    const asked = await find(c, desk);
    if (asked instanceof Response) return asked;
    const values = obligationValues(asked.before, asked.place.folder);
    return c.html(shown(c, desk, asked, values, asked.opened.text, { problems: [] }));
  });

  app.post(path, may('officer'), async (c) => {
    const asked = await find(c, desk);
    if (asked instanceof Response) return asked;
    const values = await readValues(c);
    const { place, opened, before } = asked;
    if (asked.id !== undefined && isRemoving(values))
      return takeRemoval(
        c,
        desk,
        { opened, list: LIST, id: asked.id, thing: 'nhiệm vụ', values },
        (outcome) => shown(c, desk, asked, values, opened.text, outcome),
      );
    const isOther = asked.id !== undefined && textOf(values, 'id') !== asked.id;
    const missing = isOther
      ? missingFields(new Map(), { id: ID_STAYS }, opened.file.name)
      : missingFields(values, NEEDED, opened.file.name);
    const wrong = [
      ...[...missing, ...wrongDays(values, opened.file.name)],
      ...targetProblems(values, place.folder, opened.file.name),
    ];
    if (wrong.length > 0) return c.html(shown(c, desk, asked, values, opened.text, { problems: wrong }), 422);
    const id = asked.id ?? textOf(values, 'id');
    if (asked.id === undefined && readEntry(opened.text, LIST, id) !== undefined) {
      const taken = missingFields(new Map(), { id: `kế hoạch đã có nhiệm vụ mã “${id}”` }, opened.file.name);
      return c.html(shown(c, desk, asked, values, opened.text, { problems: taken }), 422);
    }
    const fields = {
      ...obligationFields(values, before, place.folder),
      ...(asked.id === undefined && { id }),
    };
    const text = editEntry(opened.text, LIST, asked.id, fields);
    return takeStep(c, desk, {
      ...{ opened, text, values },
      what: asked.id === undefined ? `Thêm nhiệm vụ ${id}` : `Sửa nhiệm vụ ${id}`,
      done: `${CONSOLE}/cau-hinh?da-ghi=${encodeURIComponent(id)}#${encodeURIComponent(`${place.plan.id}.${id}`)}`,
      form: (outcome) => shown(c, desk, asked, values, text, outcome),
    });
  });

  app.onError((error, c) => cannotEditPage(error, c));
  return app;
}

/** The form; `text` is the file as the form would leave it, in which the problems stand. */
function shown(
  c: ConsoleContext,
  desk: FilesDesk,
  { place, opened, id }: Asked,
  values: FormValues,
  text: string,
  outcome: Outcome,
): Html {
  const typed = id ?? textOf(values, 'id');
  const keyAt = (line: number) => keyAtLine(text, LIST, typed, line);
  const of = { file: opened.file.name, keyAt };
  const { problems, elsewhere } = byField(outcome.problems, of, (key) => hasField(LIST, key));
  const reading = (name: string): PhraseWords | undefined => {
    const phrase = textOf(values, name);
    const { calendar } = desk.schedule();
    return phrase === '' || problems.has(name)
      ? undefined
      : phraseWords(phrase, place.plan, calendar, desk.now());
  };
  const [phrase, due] = [reading('phrase'), reading('due')];
  return obligationForm(c, {
    ...{ place, opened, id, values, outcome, problems, elsewhere },
    readings: { ...(phrase && { phrase }), ...(due && { due }) },
  });
}

async function find(c: ConsoleContext, desk: FilesDesk): Promise<Asked | Response> {
  const { folders } = desk.schedule();
  const wanted = c.req.query('ke-hoach');
  const place = plansOf(c.get('session').account, desk.schedule()).find(({ plan }) => plan.id === wanted);
  if (place === undefined) {
    const exists = folders.some(({ plans }) => plans.some(({ id }) => id === wanted));
    return exists ? c.html(forbidden(c), 403) : c.html(noSuchPage(c, 'kế hoạch'), 404);
  }
  const opened = await desk.openPlan(place.folder.id, place.plan.id);
  if (opened === undefined) return c.html(noSuchPage(c, 'tệp kế hoạch'), 404);
  const id = c.req.query('id');
  const before = id === undefined ? {} : readEntry(opened.text, LIST, id);
  if (before === undefined) return c.html(noSuchPage(c, 'nhiệm vụ'), 404);
  return { place, opened, id, before };
}
