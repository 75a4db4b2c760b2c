import { queuedLetters, returnedLetters } from '../record/queued-letters.ts';
import { namedLetter, type NamedLetter } from './named-letter.ts';
import type { UpkeepParts } from './upkeep-parts.ts';

/** So many of the letters that came back are listed; all are in their deadlines' stories. */
const MOST_RETURNED = 50;

/** The last letters that came back after the mail server had taken them, newest first. */
export async function returnedSight({
  db,
  now,
  schedule,
}: Pick<UpkeepParts, 'db' | 'now' | 'schedule'>): Promise<NamedLetter[]> {
  const letters = await queuedLetters(db, await returnedLetters(db, MOST_RETURNED));
  return letters.map((letter) => namedLetter(letter, schedule(), now()));
}
