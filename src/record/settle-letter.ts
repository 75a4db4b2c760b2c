import type { LetterStatus, NoticeStatus } from './database.ts';
import { appendEvents, type NewEvent } from './events.ts';
import type { RecordDb } from './open-record.ts';

/** What was said, kept with the letter so that it can be shown exactly as it left. */
export interface SaidLetter {
  messageId: string;
  subject: string;
  text: string;
  html: string;
}

/** How a try ended. `response` is the mail server's own words, or the error's; `unwritten`: the letter could not even be written. */
export type Ending =
  | { status: 'sent'; response: string; said: SaidLetter }
  | {
      status: 'retrying';
      response: string;
      nextAttempt: Date;
      /** We hung up before the server had answered. */
      stopped?: true;
      unwritten?: boolean;
      /** The mail server refused it for good, which is doubted. */
      refused?: true;
    }
  | { status: 'refused' | 'failed' | 'empty'; response: string; unwritten?: boolean };

const NOTICE_STATUS: Record<'sent' | 'refused' | 'failed' | 'empty', NoticeStatus> = {
  sent: 'said',
  empty: 'skipped',
  refused: 'refused',
  failed: 'failed',
};

/**
 * Writes how a claimed letter's try ended, with its notices and the event, in one transaction. A try that outlived its claim
 * counts only when the server took the letter: sent is sent, whatever another worker has written meanwhile.
 */
export async function settleLetter(
  db: RecordDb,
  id: string,
  who: string,
  now: Date,
  ending: Ending,
): Promise<void> {
  const isSent = ending.status === 'sent';
  const from: LetterStatus[] = isSent ? ['sending', 'retrying', 'refused', 'failed'] : ['sending'];
  await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('letter')
      .set({
        status: ending.status,
        response: ending.response,
        claimed_until: null,
        ...(ending.status === 'retrying' && { next_attempt: ending.nextAttempt }),
        ...(ending.status === 'sent' && {
          sent_at: now,
          message_id: ending.said.messageId,
          subject: ending.said.subject,
          text: ending.said.text,
          html: ending.said.html,
        }),
      })
      .where('id', '=', id)
      .where('status', 'in', from)
      .executeTakeFirst();
    if (numUpdatedRows === 0n && !isSent) return;
    if (ending.status !== 'retrying')
      await trx
        .updateTable('notice')
        .set({ status: NOTICE_STATUS[ending.status] })
        .where('letter', '=', id)
        .where('status', 'in', isSent ? ['planned', 'refused', 'failed'] : ['planned'])
        .execute();
    await appendEvents(trx, now, who, [{ letter: id, ...eventOf(ending) }]);
  });
}

function eventOf(ending: Ending): NewEvent {
  switch (ending.status) {
    case 'sent':
      return {
        what: 'letter-sent',
        why: 'Máy chủ thư đã nhận thư.',
        detail: { response: ending.response, messageId: ending.said.messageId, subject: ending.said.subject },
      };
    case 'retrying':
      if (ending.stopped)
        return {
          what: 'letter-reclaimed',
          why: 'Hệ thống dừng giữa lúc gửi và trả lại thư; thư có thể đến nơi hai lần, cùng một Message-ID.',
          detail: { response: ending.response, nextAttempt: ending.nextAttempt.toISOString() },
        };
      return {
        what: 'letter-retrying',
        why: whyAgain(ending),
        detail: {
          response: ending.response,
          nextAttempt: ending.nextAttempt.toISOString(),
          ...(ending.unwritten && { unwritten: true }),
          ...(ending.refused && { refused: true }),
        },
      };
    case 'refused':
      return {
        what: 'letter-refused',
        why: 'Máy chủ thư từ chối hẳn; không gửi lại.',
        detail: { response: ending.response },
      };
    case 'empty':
      return { what: 'letter-empty', why: ending.response };
    case 'failed':
      return {
        what: 'letter-failed',
        why: ending.unwritten
          ? 'Đã hết thời gian cho phép mà vẫn không soạn được thư theo mẫu.'
          : 'Đã gửi lại hết thời gian cho phép mà máy chủ thư vẫn chưa nhận.',
        detail: { response: ending.response },
      };
  }
}

function whyAgain({ unwritten, refused }: Extract<Ending, { status: 'retrying' }>): string {
  if (unwritten) return 'Chưa soạn được thư theo mẫu; sẽ soạn và gửi lại.';
  if (refused)
    return 'Máy chủ thư từ chối; sẽ gửi lại để biết máy chủ từ chối riêng thư này hay từ chối mọi thư.';
  return 'Máy chủ thư tạm thời chưa nhận; sẽ gửi lại.';
}
