import { firstSendableInstant } from '../plan/sending-days.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** When a letter of the folder that is to leave at once leaves: now, or when the sending hours of the next working day begin. */
export function leavingHour(folder: string, { folders, calendar }: Schedule, now: Date): Date {
  const hours = folders.find(({ id }) => id === folder)?.sending;
  return hours === undefined ? now : firstSendableInstant(now, hours, calendar);
}
