import { instantAt, type IsoDate } from '../../src/calendar/dates.ts';
import { claimLetter } from '../../src/record/claim-letter.ts';
import type { RecordDb } from '../../src/record/open-record.ts';
import { settleLetter } from '../../src/record/settle-letter.ts';

/** A letter that has left, as a report may name it. */
export interface Sent {
  id: string;
  /** With its angle brackets. */
  messageId: string;
  mailbox: string;
}

const LEASE = 10 * 60_000;

/** Lets every letter of `day` leave, as far as the record is concerned. */
export async function sendAll(db: RecordDb, day: IsoDate, domain: string): Promise<Sent[]> {
  const at = instantAt(day, '07:30');
  const letters = await db.selectFrom('letter').where('day', '=', day).select(['id', 'mailbox']).execute();
  const sent: Sent[] = [];
  for (const { id, mailbox } of letters) {
    if ((await claimLetter(db, id, 'fuzz', at, day, LEASE)) === undefined) continue;
    const messageId = `<${id}@${domain}>`;
    const said = { messageId, subject: 'Sắp đến hạn', text: '', html: '' };
    await settleLetter(db, id, 'fuzz', at, { status: 'sent', response: '250 ok', said });
    sent.push({ id, messageId, mailbox });
  }
  if (sent.length < 2) throw new Error('Fewer than two letters leave');
  return sent;
}
