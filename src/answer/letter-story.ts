import type { LetterKind } from '../plan/model.ts';
import type { LetterStatus } from '../record/database.ts';
import type { RecordDb } from '../record/open-record.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { maskLinks } from './mask-links.ts';
import { maySee, type Person } from './person.ts';

/** A letter as it left, its links without their tokens. */
export interface LetterStory {
  id: string;
  mailbox: string;
  kind: LetterKind;
  status: LetterStatus;
  /** When it left, or is to be tried next. */
  sentAt: Date | null;
  nextAttempt: Date;
  attempts: number;
  messageId: string | null;
  /** Null until it has left. */
  subject: string | null;
  text: string | null;
  html: string | null;
  /** The mail server's last words. */
  response: string | null;
  /** That it came back after the mail server had taken it: when that was read, in which words. */
  returned: { at: Date; words: string } | null;
  /** The deadlines it speaks of that the person may see. */
  deadlines: { id: string; title: string; unit: string }[];
}

/** The letter `id`; undefined when there is none, or it speaks of nothing that the person may see. An admin may read every letter. */
export async function readLetter(
  db: RecordDb,
  schedule: Schedule,
  person: Person,
  id: string,
): Promise<LetterStory | undefined> {
  const letter = await db.selectFrom('letter').where('id', '=', id).selectAll().executeTakeFirst();
  if (letter === undefined) return undefined;
  const deadlines = await deadlinesIn(db, schedule, person, id);
  if (deadlines.length === 0 && person.role !== 'admin') return undefined;
  const { mailbox, kind, status, attempts, subject, response } = letter;
  return {
    ...{ id, mailbox, kind, status, attempts, subject, response, deadlines },
    sentAt: letter.sent_at,
    returned: letter.returned_at === null ? null : { at: letter.returned_at, words: letter.returned ?? '' },
    nextAttempt: letter.next_attempt,
    messageId: letter.message_id,
    text: letter.text === null ? null : maskLinks(letter.text),
    html: letter.html === null ? null : maskLinks(letter.html),
  };
}

async function deadlinesIn(
  db: RecordDb,
  schedule: Schedule,
  person: Person,
  letter: string,
): Promise<LetterStory['deadlines']> {
  const rows = await db
    .selectFrom('deadline')
    .where('id', 'in', db.selectFrom('notice').where('letter', '=', letter).select('deadline'))
    .selectAll()
    .orderBy('aim')
    .orderBy('id')
    .execute();
  return rows.flatMap((facts) => {
    const folder = schedule.folders.find(({ id }) => id === facts.folder);
    if (folder === undefined || !maySee(person, { folder, facts })) return [];
    const obligation = folder.plans
      .find(({ id }) => id === facts.plan)
      ?.obligations.find(({ id }) => id === facts.obligation);
    const { id } = facts;
    const title = obligation?.title ?? `Nhiệm vụ ${facts.obligation}`;
    return [{ id, title, unit: folder.units.get(facts.unit)?.name ?? facts.unit }];
  });
}
