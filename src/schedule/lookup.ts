import { entryProblem, type Entry, type FolderDraft } from './draft.ts';
import type { ValuePath } from './located-yaml.ts';
import { fold, nearest } from './nearest.ts';
import type { Problem } from './problem.ts';

/** The id of the unit or group that `text` means: its id, name, symbol or another spelling, or nearly one of them. */
export function unitIdMeantBy(text: string, { spellings }: FolderDraft): string | undefined {
  const exact = spellings.get(fold(text));
  if (exact !== undefined) return exact;
  const near = nearest(text, spellings.keys());
  return near === undefined ? undefined : spellings.get(near);
}

/** A problem when `id`, read at `path` of `entry`, is not one of the folder's units. */
export function lookUpUnit(
  folder: FolderDraft,
  entry: Entry<unknown>,
  path: ValuePath,
  id: string | undefined,
): Problem[] {
  const { units, groups } = folder.ids;
  if (id === undefined || units === undefined || units.has(id)) return [];
  if (groups.has(id))
    return [entryProblem(entry, path, `“${id}” là mã của một nhóm; ở đây phải là mã của một cơ quan`)];
  return [unknownUnit(folder, entry, path, id)];
}

/** A problem when `id` is neither one of the folder's units nor one of its groups. */
export function lookUpUnitOrGroup(
  folder: FolderDraft,
  entry: Entry<unknown>,
  path: ValuePath,
  id: string,
): Problem[] {
  const { units, groups } = folder.ids;
  if (units === undefined || units.has(id) || groups.has(id)) return [];
  return [unknownUnit(folder, entry, path, id)];
}

/** A problem when `id` is not one of the folder's ladders. */
export function lookUpLadder(
  folder: FolderDraft,
  entry: Entry<unknown>,
  path: ValuePath,
  id: string | undefined,
): Problem[] {
  const { ladders } = folder.ids;
  if (id === undefined || ladders === undefined || ladders.has(id)) return [];
  const message = `không có thang nhắc việc nào mang mã “${id}” trong ladders.yaml`;
  return [entryProblem(entry, path, message, nearest(id, ladders))];
}

function unknownUnit(folder: FolderDraft, entry: Entry<unknown>, path: ValuePath, id: string): Problem {
  const message = `không có cơ quan hay nhóm nào mang mã “${id}” trong units.yaml`;
  return entryProblem(entry, path, message, unitIdMeantBy(id, folder));
}
