import { join } from 'node:path';
import type { Schedule, ScheduleFolder } from '../../src/schedule/schedule.ts';
import { readInstructions, type Instructions } from '../../src/worker/instructions.ts';
import { ROOT } from '../support/run-dondoc.ts';

const KON_TUM = 'kon-tum-2019';

/** The shipped schedules and templates. */
export async function shippedInstructions(): Promise<Instructions> {
  const reading = await readInstructions(join(ROOT, 'schedules'), join(ROOT, 'templates'));
  if (!reading.ok) throw new Error('The shipped schedules or templates are wrong');
  return reading.instructions;
}

/** The Kon Tum plan alone, with only these of its obligations. */
export function only(instructions: Instructions, ...obligations: string[]): Instructions {
  return withKonTum(instructions, (folder) => ({
    ...folder,
    digests: { weekly: false, monthly: false },
    plans: folder.plans.map((plan) => ({
      ...plan,
      obligations: plan.obligations.filter(({ id }) => obligations.includes(id)),
    })),
  }));
}

/** The Kon Tum folder alone, changed. */
export function withKonTum(
  instructions: Instructions,
  change: (folder: ScheduleFolder) => ScheduleFolder,
): Instructions {
  const folders = instructions.schedule.folders.filter(({ id }) => id === KON_TUM).map(change);
  const schedule: Schedule = { ...instructions.schedule, folders };
  return { ...instructions, schedule, fingerprint: `${instructions.fingerprint}, changed` };
}
