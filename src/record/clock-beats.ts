import type { RecordTransaction } from './open-record.ts';

/** A beat of the clock: the instant that it stands for, the same in every process, and the schedule files that it was made with. */
export interface ClockBeat {
  slot: Date;
  fingerprint: string;
}

/** Whether another process has made this beat with the same files. Called by one process at a time: under the lock of planning. */
export async function isMadeByAnother(
  trx: RecordTransaction,
  who: string,
  { slot, fingerprint }: ClockBeat,
): Promise<boolean> {
  const made = await trx
    .selectFrom('beat')
    .where('slot', '=', slot)
    .where('fingerprint', '=', fingerprint)
    .where('who', '!=', who)
    .select('who')
    .executeTakeFirst();
  return made !== undefined;
}

/** Writes down that `who` makes the beat, in the transaction that makes it: what is rolled back has not been made. */
export async function noteBeat(trx: RecordTransaction, who: string, beat: ClockBeat): Promise<void> {
  await trx
    .insertInto('beat')
    .values({ ...beat, who })
    .onConflict((conflict) => conflict.column('single').doUpdateSet({ ...beat, who }))
    .execute();
}
