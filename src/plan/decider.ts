import type { Obligation, Plan } from '../schedule/schedule.ts';

/** The unit that decides what `lead` says of its duty: the one that follows the duty up, or the authority for that one's own duties. */
export function deciderOf(plan: Plan, obligation: Obligation, lead: string): string {
  return obligation.followUp === lead ? plan.authority : obligation.followUp;
}
