import type { Hono } from 'hono';
import type { FilesDesk } from '../files/files-desk.ts';
import { editEntry } from '../schedule/edit-entry.ts';
import { editRows, type RowsPlace } from '../schedule/edit-rows.ts';
import type { ConsoleEnv } from './console-env.ts';
import type { AskedEntry } from './files-entry.ts';
import { entryPages, type EntryKind } from './files-entry-pages.ts';
import { textOf, type FormValues } from './files-form-values.ts';
import {
  afterHeadButton,
  hasHeadRows,
  HEAD_KEYS,
  headField,
  headProblems,
  headRows,
  HEADS,
} from './files-head-fields.ts';
import { isUnitField, unitFields, unitValues } from './files-unit-fields.ts';
import { unitForm } from './files-unit-form.ts';
import { wrongDays } from './files-validity.ts';

const LIST = 'units';

const UNITS: EntryKind = {
  path: '/cau-hinh/don-vi',
  place: { file: 'units.yaml', list: LIST, names: { file: 'tệp cơ quan', entry: 'cơ quan' } },
  needed: { id: 'cần ghi mã cơ quan', name: 'cần ghi tên cơ quan' },
  hasField: (name, values) =>
    isUnitField(name) || (hasHeadRows(values) ? /^h\d+_/.test(name) : name === 'head'),
  rows: { letter: HEADS, placeOf, fieldOf: headField },
  opened: ({ before }) => unitValues(before),
  afterButton: afterHeadButton,
  problems: (values, file) => [...wrongDays(values, file), ...headProblems(values, file)],
  textWith,
  form: unitForm,
};

/** `/cau-hinh/don-vi`: one unit's names, mailboxes and days. */
export function unitPages(desk: FilesDesk): Hono<ConsoleEnv> {
  return entryPages(desk, UNITS);
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
