import type { ScheduleFolder } from '../schedule/schedule.ts';
import type { Duty } from './deadlines.ts';
import type { Deadline } from './model.ts';

/** A recorded deadline together with what the schedule says of it; undefined when the schedule has lost the plan, obligation or unit. */
export function dutyOf(deadline: Omit<Deadline, 'folder'>, folder: ScheduleFolder): Duty | undefined {
  const plan = folder.plans.find(({ id }) => id === deadline.plan);
  const obligation = plan?.obligations.find(({ id }) => id === deadline.obligation);
  const unit = folder.units.get(deadline.unit);
  if (plan === undefined || obligation === undefined || unit === undefined) return undefined;
  return { deadline: { ...deadline, folder: folder.id }, plan, obligation, unit };
}
