import type { Schedule, Unit } from '../schedule/schedule.ts';

/** A kind of event that sets off deadlines, as a schedule folder describes it. */
export interface EventKind {
  id: string;
  /** Its name in Vietnamese; the id where the plan does not describe it. */
  name: string;
  /** The unit that registers such events: its owner, or the follow-up unit of the plan that waits for it. */
  owner: Unit | undefined;
  /** Ids of the follow-up units of the plans that wait for it. */
  followUps: string[];
  /** The duties that start from it. */
  duties: { title: string; phrase: string | undefined; leads: string[] }[];
}

/** Every kind that a duty of a folder waits for, in the order of the plans. */
export function eventKinds(schedule: Schedule, folderId: string): EventKind[] {
  const folder = schedule.folders.find((one) => one.id === folderId);
  const ids = (folder?.plans ?? []).flatMap(({ obligations }) =>
    obligations.flatMap(({ event }) => event ?? []),
  );
  return [...new Set(ids)].flatMap((id) => findEventKind(schedule, folderId, id) ?? []);
}

/** The kind `id` in a folder, or undefined when no duty there waits for it. */
export function findEventKind(schedule: Schedule, folderId: string, id: string): EventKind | undefined {
  const folder = schedule.folders.find((one) => one.id === folderId);
  if (folder === undefined) return undefined;
  const waiting = folder.plans.filter(({ obligations }) => obligations.some(({ event }) => event === id));
  const [plan] = waiting;
  if (plan === undefined) return undefined;
  const entry = folder.plans.flatMap(({ events }) => events ?? []).find((event) => event.id === id);
  return {
    id,
    name: entry?.name ?? id,
    owner: folder.units.get(entry?.owner ?? plan.followUp),
    followUps: [...new Set(waiting.map(({ followUp }) => followUp))],
    duties: waiting.flatMap(({ obligations }) =>
      obligations
        .filter(({ event }) => event === id)
        .map(({ title, phrase, leadName, leads }) => ({
          title,
          phrase,
          leads:
            leadName === undefined ? leads.map((lead) => folder.units.get(lead)?.name ?? lead) : [leadName],
        })),
    ),
  };
}
