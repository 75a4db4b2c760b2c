import { localDate, localTime } from '../calendar/dates.ts';
import { longDate, shortDate } from '../calendar/wording.ts';
import type { DeadlineStatus } from './database.ts';
import type { RecordDb } from './open-record.ts';

/** One deadline's life as the record tells it. */
export interface Story {
  deadline: string;
  status: DeadlineStatus;
  nominal: string;
  /** One sentence an event, in order, each with its moment and who acted. */
  sentences: string[];
}

/** The stories of the deadlines whose ids are given, in that order. */
export async function readStories(db: RecordDb, deadlines: string[]): Promise<Story[]> {
  const stories: Story[] = [];
  for (const id of deadlines) {
    const deadline = await db
      .selectFrom('deadline')
      .where('id', '=', id)
      .select(['status', 'nominal'])
      .executeTakeFirst();
    if (deadline !== undefined)
      stories.push({ deadline: id, ...deadline, sentences: await sentencesOf(db, id) });
  }
  return stories;
}

async function sentencesOf(db: RecordDb, deadline: string): Promise<string[]> {
  const events = await db
    .selectFrom('event')
    .leftJoin('letter', 'letter.id', 'event.letter')
    .where((where) =>
      where.or([
        where('event.deadline', '=', deadline),
        where.and([
          where('event.deadline', 'is', null),
          where(
            'event.letter',
            'in',
            db
              .selectFrom('notice')
              .where('deadline', '=', deadline)
              .where('letter', 'is not', null)
              .select('letter'),
          ),
        ]),
      ]),
    )
    .select([
      'event.at',
      'event.what',
      'event.why',
      'event.who',
      'letter.mailbox',
      'letter.day',
      'letter.subject',
    ])
    .orderBy('event.id')
    .execute();
  return events.map(({ at, what, why, who, mailbox, day, subject }) => {
    const moment = `${localTime(at)} ${longDate(localDate(at))}`;
    const letter =
      what === 'letter-planned'
        ? `Lập thư gửi ${mailbox} ngày ${shortDate(day ?? '')}: `
        : what.startsWith('letter-')
          ? `Thư gửi ${mailbox}${subject === null ? '' : ` “${subject}”`}: `
          : '';
    return `${moment} (${who}): ${letter}${why}`;
  });
}
