import { shortDate } from '../calendar/wording.ts';
import { circleFrom } from './circle-from.ts';
import { entryProblem, type FolderDraft } from './draft.ts';
import { lookUpUnit, lookUpUnitOrGroup } from './lookup.ts';
import { openGroup } from './open-group.ts';
import type { Problem } from './problem.ts';

/** Units whose superior or successor is not a unit of the folder. */
export function unknownRelatives(folder: FolderDraft): Problem[] {
  return folder.units.flatMap((unit) => [
    ...lookUpUnit(folder, unit, ['parent'], unit.value.parent),
    ...lookUpUnit(folder, unit, ['successor'], unit.value.successor),
  ]);
}

/** Units that are their own superior or successor, at whatever remove. */
export function circularRelatives(folder: FolderDraft): Problem[] {
  const units = new Map(folder.units.map(({ value }) => [value.id, value]));
  const relations = { parent: 'cấp trên', successor: 'cơ quan kế thừa' } as const;
  return folder.units.flatMap((unit) =>
    (['parent', 'successor'] as const).flatMap((relation) => {
      const circle = circleFrom(unit.value.id, (id) => listOf(units.get(id)?.[relation]));
      if (circle === undefined) return [];
      return [entryProblem(unit, [relation], `${relations[relation]} đi vòng tròn: ${circle.join(' → ')}`)];
    }),
  );
}

/** Units that end before they begin. */
export function reversedLives(folder: FolderDraft): Problem[] {
  return folder.units.flatMap((unit) => {
    const { from, to } = unit.value;
    if (from === undefined || to === undefined || from <= to) return [];
    const message = `ngày cuối hoạt động (${shortDate(to)}) trước ngày bắt đầu (${shortDate(from)})`;
    return [entryProblem(unit, ['to'], message)];
  });
}

/** Group members that are neither units nor groups. */
export function unknownMembers(folder: FolderDraft): Problem[] {
  return folder.groups.flatMap((group) =>
    group.value.members.flatMap((id, index) => lookUpUnitOrGroup(folder, group, ['members', index], id)),
  );
}

/** Groups that hold themselves, at whatever remove. */
export function circularGroups(folder: FolderDraft): Problem[] {
  const groups = groupsById(folder);
  return folder.groups.flatMap((group) => {
    const circle = circleFrom(group.value.id, (id) => groups.get(id)?.members ?? []);
    if (circle === undefined) return [];
    return [entryProblem(group, ['members'], `nhóm chứa chính nó: ${circle.join(' → ')}`)];
  });
}

/** Groups that come to no unit at all, even when the groups inside them are opened. */
export function emptyGroups(folder: FolderDraft): Problem[] {
  const groups = groupsById(folder);
  return folder.groups.flatMap((group) => {
    if (openGroup(group.value.id, groups).length > 0) return [];
    return [entryProblem(group, ['members'], `nhóm “${group.value.id}” không có cơ quan nào`)];
  });
}

function listOf(id: string | undefined): string[] {
  return id === undefined ? [] : [id];
}

function groupsById(folder: FolderDraft) {
  return new Map(folder.groups.map(({ value }) => [value.id, value]));
}
