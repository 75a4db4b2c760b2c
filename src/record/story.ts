import { moment, shortDate } from '../calendar/wording.ts';
import type { Addressee } from '../schedule/shape.ts';
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
      'event.notice',
      'letter.mailbox',
      'letter.day',
      'letter.subject',
    ])
    .orderBy('event.id')
    .execute();
  return events.map(({ at, what, why, who, notice, mailbox, day, subject }) => {
    const letter =
      what === 'letter-planned'
        ? `Lập thư gửi ${mailbox} ngày ${shortDate(day ?? '')}: `
        : what.startsWith('letter-')
          ? `Thư gửi ${mailbox}${subject === null ? '' : ` “${subject}”`}: `
          : '';
    const silence = what === 'notice-skipped' ? `Không gửi tới ${addresseeOf(notice ?? '')}: ` : '';
    return `${moment(at)} (${who}): ${letter}${silence}${why}`;
  });
}

const ADDRESSEES: Record<string, string> = {
  office: 'văn thư cơ quan chủ trì',
  head: 'thủ trưởng cơ quan chủ trì',
  followUp: 'cơ quan theo dõi',
  authority: 'cấp có thẩm quyền',
} satisfies Record<Addressee, string>;

/** Of a notice's id, which ends in `@office`. */
function addresseeOf(notice: string): string {
  return ADDRESSEES[notice.slice(notice.lastIndexOf('@') + 1)] ?? '';
}
