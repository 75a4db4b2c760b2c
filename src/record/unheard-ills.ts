import type { RecordDb } from './open-record.ts';

/** The ids of the open ills that no admin has heard of, though each was written to: every letter was refused, given up, or came back. */
export async function unheardIlls(db: RecordDb): Promise<string[]> {
  const letters = await db
    .selectFrom('ill')
    // An ill's letters are those to admins with the slot at which it was told.
    .innerJoin('letter', 'letter.slot', 'ill.told_at')
    .where('ill.ended_at', 'is', null)
    .where('letter.kind', '=', 'admin')
    .select(['ill.id', 'letter.status', 'letter.returned_at'])
    .orderBy('ill.number')
    .execute();
  const mayHear = new Set(
    letters
      .filter((letter) => !['refused', 'failed'].includes(letter.status) && letter.returned_at === null)
      .map(({ id }) => id),
  );
  return [...new Set(letters.map(({ id }) => id))].filter((id) => !mayHear.has(id));
}
