import { entryProblem, type FolderDraft } from './draft.ts';
import { lookUpUnit } from './lookup.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';

/** Kinds of event whose owner is not one of the folder's units. */
export function unknownOwners(folder: FolderDraft): Problem[] {
  return folder.plans.flatMap(({ events }) =>
    events.flatMap((event) => lookUpUnit(folder, event, ['owner'], event.value.owner)),
  );
}

/** Duties of a plan with a list of events that wait for a kind which the list does not describe. */
export function undescribedEvents(folder: FolderDraft): Problem[] {
  return folder.plans.flatMap(({ eventIds, obligations }) => {
    if (eventIds === undefined) return [];
    return obligations.flatMap((obligation) => {
      const { event } = obligation.value;
      if (event === undefined || eventIds.has(event)) return [];
      const message = `mục events của kế hoạch không có loại sự kiện nào mang mã “${event}”`;
      return [entryProblem(obligation, ['event'], message, nearest(event, eventIds))];
    });
  });
}
