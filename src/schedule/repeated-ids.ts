import { entryProblem, type Entry, type FolderDraft } from './draft.ts';
import { problemAt, type Problem } from './problem.ts';

/** Ids given twice within a folder: units and groups together, ladders, the duties and the kinds of event of each plan. */
export function repeatedIdsInFolder(folder: FolderDraft): Problem[] {
  return [
    ...repeatedIds([...folder.units, ...folder.groups]),
    ...repeatedIds(folder.ladders),
    ...folder.plans.flatMap(({ obligations }) => repeatedIds(obligations)),
    ...folder.plans.flatMap(({ events }) => repeatedIds(events)),
  ];
}

/** Plan ids given twice: the record and the letters know a plan by its id alone, whatever its folder. */
export function repeatedPlanIds(folders: readonly FolderDraft[]): Problem[] {
  return repeatedIds(folders.flatMap(({ plans }) => plans.flatMap(({ plan }) => plan ?? [])));
}

function repeatedIds(entries: readonly Entry<{ id: string }>[]): Problem[] {
  const first = new Map<string, Entry<{ id: string }>>();
  return entries.flatMap((entry) => {
    const { id } = entry.value;
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, entry);
      return [];
    }
    const { file, line } = problemAt(earlier.file, [...earlier.path, 'id'], '');
    const where = file === entry.file.name ? `dòng ${line}` : `${file}, dòng ${line}`;
    return [entryProblem(entry, ['id'], `mã “${id}” đã dùng ở ${where}`)];
  });
}
