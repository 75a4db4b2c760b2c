import type { IsoDate } from '../calendar/dates.ts';
import type { ScheduleFolder } from '../schedule/schedule.ts';
import type { Addressee } from '../schedule/shape.ts';
import { mailboxOf } from './addressee.ts';

/** A letter already written, as far as it tells to whom. */
export interface Addressed {
  mailbox: string;
  notices: { addressee: Addressee; unit: string }[];
}

/** Whether some addressee of the letter reads another mailbox on `day` than it was written to: the head has changed since, or the files have. */
export function isAstray(
  { mailbox, notices }: Addressed,
  folder: ScheduleFolder | undefined,
  day: IsoDate,
): boolean {
  return notices.some(({ addressee, unit: id }) => {
    const unit = folder?.units.get(id);
    return unit !== undefined && mailboxOf(addressee, unit, day) !== mailbox;
  });
}

/** The mailboxes that the letter's addressees read on `day`. */
export function mailboxesNow(
  { notices }: Pick<Addressed, 'notices'>,
  folder: ScheduleFolder | undefined,
  day: IsoDate,
): string[] {
  const mailboxes = notices.flatMap(({ addressee, unit: id }) => {
    const unit = folder?.units.get(id);
    return (unit && mailboxOf(addressee, unit, day)) ?? [];
  });
  return [...new Set(mailboxes)];
}
