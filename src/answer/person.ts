import { deciderOf } from '../plan/decider.ts';
import type { Schedule, ScheduleFolder } from '../schedule/schedule.ts';
import type { DeadlineSight } from './deadline-sight.ts';
import type { EventKind } from './event-kind.ts';

/** Whoever acts with an account of their own: an officer follows up for one unit, a unit answers for itself, a viewer or admin looks at every plan. */
export type Person =
  | { name: string; role: 'viewer' | 'admin' }
  | { name: string; role: 'officer' | 'unit'; folder: string; unit: string };

/** What is not this person's to do. Nothing was changed. */
export class NotTheirs extends Error {
  override name = 'NotTheirs';
}

/** Whether the deadline is this person's to see as those do who follow up: an officer's unit follows up its plan or its duty, or decides on it. */
export function maySee(person: Person, where: Pick<DeadlineSight, 'folder' | 'facts'>): boolean {
  if (person.role === 'unit') return false;
  if (person.role !== 'officer') return true;
  return person.folder === where.folder.id && above(where).includes(person.unit);
}

/** Whether this person answers for the deadline's leading unit, with that unit's own account. */
export function mayAnswer(
  person: Person,
  { folder, facts }: Pick<DeadlineSight, 'folder' | 'facts'>,
): boolean {
  return person.role === 'unit' && person.folder === folder.id && person.unit === facts.unit;
}

/** Whether this person decides on the deadline, and writes down what its unit says on paper: an admin, or an officer of the unit that decides. */
export function mayDecide(person: Person, { folder, decider }: DeadlineSight): boolean {
  if (person.role !== 'officer') return person.role === 'admin';
  return person.folder === folder.id && decider !== undefined && person.unit === decider.id;
}

/** Whether this person may register events of the kind: an admin, or an officer of its owner or of a unit that follows up what it sets off. */
export function mayRegister(person: Person, folder: ScheduleFolder, kind: EventKind): boolean {
  if (person.role !== 'officer') return person.role === 'admin';
  return (
    person.folder === folder.id && [kind.owner?.id, ...kind.followUps].some((unit) => unit === person.unit)
  );
}

/** How the record names a person: `Sở Nội vụ (can.bo)`. */
export function personName(person: Person, schedule: Schedule): string {
  if (!('unit' in person)) return `Quản trị hệ thống (${person.name})`;
  const folder = schedule.folders.find(({ id }) => id === person.folder);
  return `${folder?.units.get(person.unit)?.name ?? person.unit} (${person.name})`;
}

/** Ids of the units that stand above a deadline's leading unit, as far as the schedules still tell. */
function above({ folder, facts }: Pick<DeadlineSight, 'folder' | 'facts'>): string[] {
  const plan = folder.plans.find(({ id }) => id === facts.plan);
  if (plan === undefined) return [];
  const obligation = plan.obligations.find(({ id }) => id === facts.obligation);
  if (obligation === undefined) return [plan.followUp];
  return [plan.followUp, obligation.followUp, deciderOf(plan, obligation, facts.unit)];
}
