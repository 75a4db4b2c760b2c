import type { IsoDate } from '../calendar/dates.ts';
import type { NoticeKind } from '../plan/model.ts';
import type { Addressee } from '../schedule/shape.ts';
import type { LetterStatus, NoticeStatus } from './database.ts';
import type { RecordDb } from './open-record.ts';

/** One notice of a deadline as the record keeps it, with the letter that carries it. */
export interface RecordedNotice {
  id: string;
  rung: string;
  addressee: Addressee;
  unit: string;
  mailbox: string | null;
  kind: NoticeKind;
  planned: IsoDate;
  /** Why it is said, or for a skipped one why not. */
  reason: string;
  status: NoticeStatus;
  letter: string | null;
  letterStatus: LetterStatus | null;
  subject: string | null;
  sentAt: Date | null;
  /** The mail server's last words. */
  response: string | null;
  /** When a report was read that the letter came back. */
  returnedAt: Date | null;
}

/** Every notice of a deadline that the record knows, in the order in which it was or is to be said. */
export async function deadlineNotices(db: RecordDb, deadline: string): Promise<RecordedNotice[]> {
  return db
    .selectFrom('notice')
    .leftJoin('letter', 'letter.id', 'notice.letter')
    .where('notice.deadline', '=', deadline)
    .orderBy('letter.sent_at')
    .orderBy('notice.planned')
    .orderBy('notice.climb_order')
    .orderBy('notice.id')
    .select(['notice.id', 'notice.rung', 'notice.addressee', 'notice.unit', 'notice.mailbox', 'notice.kind'])
    .select(['notice.planned', 'notice.reason', 'notice.status', 'notice.letter'])
    .select([
      'letter.status as letterStatus',
      'letter.subject',
      'letter.sent_at as sentAt',
      'letter.response',
      'letter.returned_at as returnedAt',
    ])
    .execute();
}
