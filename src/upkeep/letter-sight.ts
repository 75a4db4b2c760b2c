import { localDate } from '../calendar/dates.ts';
import { mailboxesNow } from '../plan/is-astray.ts';
import type { JobFacts } from '../queue/job-list.ts';
import { letterStory, successorsOf, type LetterEvent } from '../record/letter-story.ts';
import { queuedLetters, undeliveredLetters, type QueuedLetter } from '../record/queued-letters.ts';
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

/** Letters of one mailbox that were refused or could not be delivered, newest first. */
export interface UndeliveredMailbox {
  mailbox: string;
  /** The mailboxes that the same addressees read today by the schedule files. */
  mailboxesNow: string[];
  letters: NamedLetter[];
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
    mailboxesNow: mailboxesOf(letter, { now, schedule }),
    story: await letterStory(db, id),
    successors: await successorsOf(db, id),
  };
}

/** What did not reach its mailbox, by mailbox. */
export async function undeliveredSight({ db, now, schedule }: Parts): Promise<UndeliveredMailbox[]> {
  const letters = await queuedLetters(db, await undeliveredLetters(db));
  const mailboxes = [...new Set(letters.map(({ mailbox }) => mailbox))].sort();
  return mailboxes.map((mailbox) => {
    const group = letters.filter((letter) => letter.mailbox === mailbox);
    return {
      mailbox,
      mailboxesNow: [...new Set(group.flatMap((letter) => mailboxesOf(letter, { now, schedule })))],
      letters: group.map((letter) => namedLetter(letter, schedule(), now())),
    };
  });
}

function mailboxesOf(letter: QueuedLetter, { now, schedule }: Pick<Parts, 'now' | 'schedule'>) {
  const folder = schedule().folders.find(({ id }) => id === letter.folder);
  return mailboxesNow(letter, folder, localDate(now()));
}
