import type { FileProblem } from '../files/check-change.ts';
import type { FilesDesk } from '../files/files-desk.ts';
import type { OpenedFile } from '../files/known-files.ts';
import { readEntry, type ListName } from '../schedule/file-entry.ts';
import type { ScheduleFolder } from '../schedule/schedule.ts';
import type { ConsoleContext } from './console-env.ts';
import { missingFields } from './files-field-problems.ts';
import { textOf, type FormValues } from './files-form-values.ts';
import { noSuchPage } from './files-refusals.ts';
import { ID_STAYS } from './files-remove.ts';
import { foldersOf } from './files-scope.ts';
import { forbidden } from './guards.ts';

/** A file of a folder that is asked for. */
export interface AskedFile {
  folder: ScheduleFolder;
  opened: OpenedFile;
}

/** An entry of a folder's file that is asked for, or with no `id` a new one. */
export interface AskedEntry extends AskedFile {
  id: string | undefined;
  /** What the file says of it; nothing yet of a new one. */
  before: Record<string, unknown>;
}

/** A file of a folder and the list in it; what both are called goes into the page that says that there is none. */
export interface EntryPlace {
  file: string;
  list: ListName;
  names: { file: string; entry: string };
}

/** The entry that `?thu-muc=…&id=…` names, when the account may change the folder; otherwise the page that says why not. */
export async function findEntry(
  c: ConsoleContext,
  desk: FilesDesk,
  { file, list, names }: EntryPlace,
): Promise<AskedEntry | Response> {
  const asked = await findFile(c, desk, file, names.file);
  if (asked instanceof Response) return asked;
  const id = c.req.query('id');
  const before = id === undefined ? {} : readEntry(asked.opened.text, list, id);
  if (before === undefined) return c.html(noSuchPage(c, names.entry), 404);
  return { ...asked, id, before };
}

/** The file of the folder that `?thu-muc=…` names, when the account may change it; otherwise the page that says why not. */
export async function findFile(
  c: ConsoleContext,
  desk: FilesDesk,
  file: string,
  name: string,
): Promise<AskedFile | Response> {
  const wanted = c.req.query('thu-muc');
  const folder = foldersOf(c.get('session').account, desk.schedule()).find(({ id }) => id === wanted);
  if (folder === undefined) {
    const exists = desk.schedule().folders.some(({ id }) => id === wanted);
    return exists ? c.html(forbidden(c), 403) : c.html(noSuchPage(c, 'thư mục kế hoạch'), 404);
  }
  const opened = await desk.open(`${folder.id}/${file}`);
  return opened === undefined ? c.html(noSuchPage(c, name), 404) : { folder, opened };
}

/** Why the id that a form brings cannot be its entry's: another entry has it, or this one has another. */
export function idProblems(
  { id, opened }: AskedEntry,
  { list, names }: EntryPlace,
  values: FormValues,
): FileProblem[] {
  const typed = textOf(values, 'id');
  const isTaken = id === undefined && typed !== '' && readEntry(opened.text, list, typed) !== undefined;
  const isOther = id !== undefined && typed !== id;
  const words = isTaken ? `đã có ${names.entry} mã “${typed}”` : isOther ? ID_STAYS : undefined;
  return words === undefined ? [] : missingFields(new Map(), { id: words }, opened.file.name);
}
