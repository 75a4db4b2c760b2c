import type { Plan } from '../schedule/schedule.ts';

/** A plan as letters name it: `Kế hoạch số …/KH-UBND, tháng 6 năm 2019`, or its title while it has no number. */
export function planName(plan: Plan): string {
  const number = plan.number === undefined ? plan.title : `Kế hoạch số ${plan.number}`;
  return plan.issued === undefined ? number : `${number}, ${plan.issued}`;
}
