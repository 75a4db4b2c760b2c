import type { GroupEntry } from './shape.ts';

/**
 * The unit ids in the group `id`, groups inside groups opened, in the order written, each once.
 * An id that is no group stands for itself. Groups that contain each other are opened once.
 */
export function openGroup(id: string, groups: ReadonlyMap<string, GroupEntry>): string[] {
  const opened = new Set<string>();
  const units = new Set<string>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const group = groups.get(next);
    if (group === undefined) units.add(next);
    else if (!opened.has(next)) waiting.push(...group.members.toReversed());
    opened.add(next);
  }
  return [...units];
}
