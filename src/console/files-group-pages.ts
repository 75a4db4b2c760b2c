import type { Hono } from 'hono';
import type { FilesDesk } from '../files/files-desk.ts';
import { editEntry } from '../schedule/edit-entry.ts';
import { editTop } from '../schedule/edit-top.ts';
import { isListEmpty } from '../schedule/file-entry.ts';
import type { ConsoleEnv } from './console-env.ts';
import type { AskedEntry } from './files-entry.ts';
import { entryPages, type EntryKind } from './files-entry-pages.ts';
import { textOf, valuesOf, type FormValues } from './files-form-values.ts';
import { groupForm } from './files-group-form.ts';

const LIST = 'groups';

const GROUPS: EntryKind = {
  path: '/cau-hinh/nhom',
  place: { file: 'units.yaml', list: LIST, names: { file: 'tệp cơ quan', entry: 'nhóm cơ quan' } },
  needed: {
    id: 'cần ghi mã nhóm',
    name: 'cần ghi tên nhóm',
    members: 'cần chọn ít nhất một cơ quan hoặc nhóm',
  },
  hasField: (name) => ['id', 'name', 'members'].includes(name),
  opened: ({ before }) => valuesOf(before),
  textWith,
  form: groupForm,
};

/** `/cau-hinh/nhom`: one group of units. */
export function groupPages(desk: FilesDesk): Hono<ConsoleEnv> {
  return entryPages(desk, GROUPS);
}

function textWith({ opened: { text }, id: known }: AskedEntry, id: string, values: FormValues): string {
  const name = textOf(values, 'name').replace(/\s+/g, ' ');
  const members = new Set((values.get('members') ?? []).filter((member) => member !== ''));
  if (known !== undefined) return editEntry(text, LIST, known, { name, members });
  if (isListEmpty(text, LIST))
    return editTop(text, { [LIST]: [{ id, name, members: [...members] }] }, ['units', LIST]);
  return editEntry(text, LIST, undefined, { id, name, members });
}
