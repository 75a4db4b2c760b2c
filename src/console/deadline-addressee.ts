import type { IsoDate } from '../calendar/dates.ts';
import { addresseeName } from '../plan/addressee.ts';
import type { ScheduleFolder } from '../schedule/schedule.ts';
import type { Addressee } from '../schedule/shape.ts';

/** Whom a notice speaks to on `day`: the unit, or its head by title; the unit's id once the schedules have lost it. */
export function addresseeText(
  { addressee, unit: id }: { addressee: Addressee; unit: string },
  folder: ScheduleFolder,
  day: IsoDate,
): string {
  const unit = folder.units.get(id);
  return unit === undefined ? id : addresseeName(addressee, unit, day);
}
