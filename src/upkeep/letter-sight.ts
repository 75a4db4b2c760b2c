import type { JobFacts } from '../queue/job-list.ts';
import { letterStory, successorsOf, type LetterEvent } from '../record/letter-story.ts';
import { queuedLetters } from '../record/queued-letters.ts';
import { mailboxesToday } from './mailboxes-today.ts';
import { namedLetter, type NamedLetter } from './named-letter.ts';
import type { UpkeepParts } from './upkeep-parts.ts';
import { withinTime } from './within-time.ts';

/** A letter, as its page shows it. */
export interface LetterSight {
  letter: NamedLetter;
  job: JobFacts | undefined;
  /** The mailboxes that its addressees read today by the schedule files; none for a digest. */
  mailboxesNow: string[];
  story: LetterEvent[];
  /** The letters that now carry what it once carried. */
  successors: string[];
}

type Parts = Pick<UpkeepParts, 'db' | 'queue' | 'now' | 'schedule'>;

const PATIENCE = 4000;

/** One letter with its job and story; undefined for an id that the record does not know. */
export async function letterSight(
  id: string,
  { db, queue, now, schedule }: Parts,
): Promise<LetterSight | undefined> {
  const [letter] = await queuedLetters(db, [id]);
  if (letter === undefined) return undefined;
  const [job] = await withinTime(queue.facts([id]), PATIENCE).catch(() => []);
  return {
    letter: namedLetter(letter, schedule(), now()),
    job,
    mailboxesNow: mailboxesToday(letter, schedule(), now()),
    story: await letterStory(db, id),
    successors: await successorsOf(db, id),
  };
}
