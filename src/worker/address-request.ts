import { z } from 'zod';
import { AnswerRefused } from '../answer/answer.ts';
import { moment } from '../calendar/wording.ts';
import type { Clock } from '../clock/clock.ts';
import { deadMailboxes, reviveMailbox } from '../record/dead-mailboxes.ts';
import type { RecordDb } from '../record/open-record.ts';

const words = z.string().trim().min(1).max(300);

/** What a person asks of mailboxes that take no mail. */
export const addressRequests = [
  z.strictObject({ ask: z.literal('address-list') }),
  z.strictObject({ ask: z.literal('address-works'), mailbox: words, why: words, by: words }),
] as const;
export type AddressRequest = z.infer<(typeof addressRequests)[number]>;

export interface AddressDesk {
  db: RecordDb;
  clock: Clock;
  /** Plans anew, so that letters go to the mailbox again. */
  plan: () => Promise<unknown>;
}

/** Carries out a request about mailboxes. @throws AnswerRefused with the reason in Vietnamese. */
export async function carryOutAddress(
  request: AddressRequest,
  { db, clock, plan }: AddressDesk,
): Promise<{ lines: string[]; data: unknown }> {
  if (request.ask === 'address-list') return list(db);
  const { mailbox, why, by } = request;
  if (!(await reviveMailbox(db, mailbox, { now: clock.now(), by, why })))
    throw new AnswerRefused(`Hộp thư ${mailbox} không nằm trong danh sách hộp thư không nhận được thư.`);
  await plan();
  return { lines: [`Đã ghi nhận: hộp thư ${mailbox} dùng được trở lại.`], data: { mailbox } };
}

async function list(db: RecordDb) {
  const dead = await deadMailboxes(db);
  const lines = dead.map(
    ({ mailbox, since, words: answer }) => `${mailbox}  từ ${moment(since)}: “${answer}”`,
  );
  return { lines: lines.length === 0 ? ['Không có hộp thư nào bị trả thư.'] : lines, data: dead };
}
