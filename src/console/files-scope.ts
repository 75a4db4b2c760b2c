import type { Account } from '../account/account.ts';
import type { Plan, Schedule, ScheduleFolder } from '../schedule/schedule.ts';

/** A plan in its folder. */
export interface PlanPlace {
  folder: ScheduleFolder;
  plan: Plan;
}

/** The plans whose files the account may see and change: an officer those that its unit follows up, an admin all. */
export function plansOf(account: Account, { folders }: Schedule): PlanPlace[] {
  return folders
    .flatMap((folder) => folder.plans.map((plan) => ({ folder, plan })))
    .filter(({ folder, plan }) => mayChange(account, folder, plan));
}

/** The folders in which the account may change something, and with that the units. */
export function foldersOf(account: Account, schedule: Schedule): ScheduleFolder[] {
  return [...new Set(plansOf(account, schedule).map(({ folder }) => folder))];
}

function mayChange(account: Account, folder: ScheduleFolder, plan: Plan): boolean {
  if (account.role === 'officer') return account.folder === folder.id && account.unit === plan.followUp;
  return account.role === 'admin';
}
