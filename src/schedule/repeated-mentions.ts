import { entryProblem, type Entry, type FolderDraft } from './draft.ts';
import type { ValuePath } from './located-yaml.ts';
import type { Problem } from './problem.ts';

/** Units, groups or addressees that one list names twice: as often as not a slip for another one. */
export function repeatedMentions(folder: FolderDraft): Problem[] {
  const obligations = folder.plans.flatMap((plan) => plan.obligations);
  return [
    ...folder.groups.flatMap((group) => repeated(group, ['members'], group.value.members)),
    ...folder.ladders.flatMap((ladder) =>
      ladder.value.rungs.flatMap(({ to }, index) => repeated(ladder, ['rungs', index, 'to'], to)),
    ),
    ...obligations.flatMap((entry) => [
      ...repeated(entry, ['lead'], [entry.value.lead].flat()),
      ...repeated(entry, ['with'], entry.value.with ?? []),
    ]),
  ];
}

function repeated(entry: Entry<unknown>, path: ValuePath, names: readonly string[]): Problem[] {
  return names.flatMap((name, index) => {
    if (names.indexOf(name) === index) return [];
    return [entryProblem(entry, [...path, index], `“${name}” đã có trong danh sách này`)];
  });
}
