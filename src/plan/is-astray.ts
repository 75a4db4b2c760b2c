import type { IsoDate } from '../calendar/dates.ts';
import type { ScheduleFolder } from '../schedule/schedule.ts';
import type { Addressee } from '../schedule/shape.ts';
import { isDead, openMailboxOf } from './addressee.ts';
import type { DeadMailbox, LetterKind } from './model.ts';

/** A letter already written, as far as it tells to whom. */
export interface Addressed {
  kind: LetterKind;
  mailbox: string;
  notices: { addressee: Addressee; unit: string }[];
}

/**
 * Whether some addressee of the letter is reached at another mailbox on `day` than it was written to: the head has changed since, the files
 * have, or letters to that mailbox come back. A letter to admins never is: the settings name its mailbox, and planning writes no other.
 */
export function isAstray(
  { kind, mailbox, notices }: Addressed,
  folder: ScheduleFolder | undefined,
  day: IsoDate,
  dead: readonly Pick<DeadMailbox, 'mailbox'>[],
): boolean {
  if (kind === 'admin') return false;
  if (isDead(mailbox, dead)) return true;
  return notices.some(({ addressee, unit: id }) => {
    const unit = folder?.units.get(id);
    return unit !== undefined && openMailboxOf(addressee, unit, day, dead) !== mailbox;
  });
}

/** The mailboxes at which the letter's addressees are reached on `day`. */
export function mailboxesNow(
  { notices }: Pick<Addressed, 'notices'>,
  folder: ScheduleFolder | undefined,
  day: IsoDate,
  dead: readonly Pick<DeadMailbox, 'mailbox'>[],
): string[] {
  const mailboxes = notices.flatMap(({ addressee, unit: id }) => {
    const unit = folder?.units.get(id);
    return (unit && openMailboxOf(addressee, unit, day, dead)) ?? [];
  });
  return [...new Set(mailboxes)];
}
