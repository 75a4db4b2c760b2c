import type { IsoDate } from '../calendar/dates.ts';
import { headOn, postOf } from '../schedule/heads.ts';
import type { ScheduleFolder, Unit } from '../schedule/schedule.ts';
import type { Addressee } from '../schedule/shape.ts';
import type { Duty } from './deadlines.ts';
import type { DeadMailbox } from './model.ts';

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

/**
 * The mailbox at which the addressee can be reached on `day`: the one it reads or, when letters to that one come back, the unit's
 * other one (the head's for the office's and the office's for the head's). Undefined when there is none, or neither takes mail.
 */
export function openMailboxOf(
  addressee: Addressee,
  unit: Unit,
  day: IsoDate,
  dead: readonly Pick<DeadMailbox, 'mailbox'>[],
): string | undefined {
  const own = mailboxOf(addressee, unit, day);
  if (own === undefined || !isDead(own, dead)) return own;
  return [unit.office, headOn(unit, day)?.mailbox]
    .map((mailbox) => mailbox?.toLowerCase())
    .find((mailbox) => mailbox !== undefined && !isDead(mailbox, dead));
}

/** Whether letters to the mailbox (in lower case) come back. */
export function isDead(mailbox: string, dead: readonly Pick<DeadMailbox, 'mailbox'>[]): boolean {
  return dead.some((one) => one.mailbox === mailbox);
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
