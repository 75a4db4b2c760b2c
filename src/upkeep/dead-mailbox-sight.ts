import { localDate } from '../calendar/dates.ts';
import { openMailboxOf } from '../plan/addressee.ts';
import { deadMailboxes, reviveMailbox, type RecordedDeadMailbox } from '../record/dead-mailboxes.ts';
import type { Deed, UpkeepParts } from './upkeep-parts.ts';
import { UpkeepRefused } from './upkeep-refused.ts';
import { hurry } from './within-time.ts';

/** A mailbox that takes no mail, as its page shows it. */
export interface DeadMailboxSight extends RecordedDeadMailbox {
  /** The unit that was written to there; undefined when only sums were, or the schedule no longer names it. */
  unit: string | undefined;
  /** Where letters to the unit's office go meanwhile; undefined: nowhere. */
  instead: string | undefined;
}

/** The mailboxes that take no mail now, oldest first. */
export async function deadMailboxSight({
  db,
  now,
  schedule,
}: Pick<UpkeepParts, 'db' | 'now' | 'schedule'>): Promise<DeadMailboxSight[]> {
  const dead = await deadMailboxes(db);
  return dead.map((one) => {
    const folder = schedule().folders.find(({ id }) => id === one.folder);
    const unit = folder?.units.get(one.about?.unit ?? '');
    return {
      ...one,
      unit: unit?.name,
      instead: unit && openMailboxOf('office', unit, localDate(now()), dead),
    };
  });
}

/** Writes down that the mailbox takes mail again; letters go to it from now on. @throws UpkeepRefused */
export async function revive(
  mailbox: string,
  { by, why }: Deed,
  { db, now, plan }: Pick<UpkeepParts, 'db' | 'now' | 'plan'>,
): Promise<void> {
  if (!(await reviveMailbox(db, mailbox, { now: now(), by, why })))
    throw new UpkeepRefused('Hộp thư này không còn trong danh sách hộp thư không nhận được thư.');
  await hurry(plan());
}
