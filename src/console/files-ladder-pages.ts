import type { Hono } from 'hono';
import type { FilesDesk } from '../files/files-desk.ts';
import { editEntry } from '../schedule/edit-entry.ts';
import { editRows, type RowsPlace } from '../schedule/edit-rows.ts';
import type { ConsoleEnv } from './console-env.ts';
import { STEP } from './files-draft.ts';
import type { AskedEntry } from './files-entry.ts';
import { entryPages, type EntryKind } from './files-entry-pages.ts';
import { textOf, type FormValues } from './files-form-values.ts';
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
import { afterRowButton, withRows } from './files-rows.ts';

const LIST = 'ladders';

const LADDERS: EntryKind = {
  path: '/cau-hinh/thang-nhac',
  place: {
    file: 'ladders.yaml',
    list: LIST,
    names: { file: 'tệp thang nhắc việc', entry: 'thang nhắc việc' },
  },
  needed: { id: 'cần ghi mã thang', name: 'cần ghi tên thang' },
  hasField: (name) => /^(id|name|r\d+_\w+)$/.test(name),
  rows: { letter: RUNGS, placeOf, fieldOf: rungField },
  opened: ({ id, before }) =>
    id === undefined ? withRows(new Map(), RUNGS, [BLANK_RUNG]) : ladderValues(before),
  // One button only asks to hear the ladder read aloud.
  afterButton: (values) =>
    afterRowButton(values, { [RUNGS]: BLANK_RUNG }) ?? (textOf(values, STEP) === 'doc' ? values : undefined),
  problems: rungProblems,
  textWith,
  form: ladderForm,
  more: (values) => ladderAloud(typedRungs(values)),
};

/** `/cau-hinh/thang-nhac`: one ladder; for whoever changes a plan of the folder. */
export function ladderPages(desk: FilesDesk): Hono<ConsoleEnv> {
  return entryPages(desk, LADDERS);
}

function textWith({ opened, id: known, before }: AskedEntry, id: string, values: FormValues): string {
  const name = textOf(values, 'name');
  const rows = rungRows(values, known === undefined ? [] : (before.rungs as RungEntry[]));
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
