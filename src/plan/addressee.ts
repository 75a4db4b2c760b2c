import type { IsoDate } from '../calendar/dates.ts';
import { headOn, postOf } from '../schedule/heads.ts';
import type { ScheduleFolder, Unit } from '../schedule/schedule.ts';
import type { Addressee } from '../schedule/shape.ts';
import type { Duty } from './deadlines.ts';

/** The unit that stands behind an addressee of this duty, or undefined when the folder has no such unit. */
export function addresseeUnit(addressee: Addressee, duty: Duty, folder: ScheduleFolder): Unit | undefined {
  if (addressee === 'followUp') return folder.units.get(duty.obligation.followUp);
  if (addressee === 'authority') return folder.units.get(duty.plan.authority);
  return duty.unit;
}

/** Whether the addressee stands above the leading unit in the plan's chain. */
export function isSuperior(addressee: Addressee): boolean {
  return addressee === 'followUp' || addressee === 'authority';
}

/** The mailbox of that unit which the addressee reads on `day`: the head's own, or the office's; a superior without an office is written to at its head's. */
export function mailboxOf(addressee: Addressee, unit: Unit, day: IsoDate): string | undefined {
  const mailbox = isReadByHead(addressee, unit) ? headOn(unit, day)?.mailbox : unit.office;
  return mailbox?.toLowerCase();
}

/** Whether the addressee's mailbox is known in general, but nobody holds the post on `day`. */
export function isVacant(addressee: Addressee, unit: Unit, day: IsoDate): boolean {
  return isReadByHead(addressee, unit) && unit.heads.length > 0 && headOn(unit, day) === undefined;
}

/** How a letter of `day` greets the addressee: the unit, or the head or stand-in by title, never by a person's name. */
export function addresseeName(addressee: Addressee, unit: Unit, day: IsoDate): string {
  return addressee === 'head' ? (headOn(unit, day)?.title ?? postOf(unit)) : unit.name;
}

function isReadByHead(addressee: Addressee, unit: Unit): boolean {
  return addressee === 'head' || (isSuperior(addressee) && unit.office === undefined);
}
