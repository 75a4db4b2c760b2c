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

/** The mailbox of that unit which the addressee reads: the head's own, or the office's; a superior without an office is written to at its head's. */
export function mailboxOf(addressee: Addressee, unit: Unit): string | undefined {
  const mailbox =
    addressee === 'head' ? unit.head : (unit.office ?? (isSuperior(addressee) ? unit.head : undefined));
  return mailbox?.toLowerCase();
}

/** How a letter greets the addressee: the unit, or the head by title, never by a person's name. */
export function addresseeName(addressee: Addressee, unit: Unit): string {
  return addressee === 'head' ? (unit.headTitle ?? `Thủ trưởng ${unit.name}`) : unit.name;
}
