import { z } from 'zod';
import { AnswerRefused } from '../answer/answer.ts';
import { moment } from '../calendar/wording.ts';
import { addLinkKey, endLinkKey, goodLinkKeys } from '../record/link-keys.ts';
import {
  calendarAddress,
  calendarRequest,
  deadlineAddress,
  deadlineRequest,
  eventAddress,
  eventRequest,
  type LinkDesk,
} from './link-address.ts';

const words = z.string().trim().min(1).max(300);

/** What a person asks of links: an address to hand to a unit, or to change the keys that sign them. */
export const linkRequests = [
  deadlineRequest,
  eventRequest,
  calendarRequest,
  z.strictObject({ ask: z.literal('link-keys') }),
  z.strictObject({ ask: z.literal('link-rotate'), by: words }),
  z.strictObject({ ask: z.literal('link-end'), key: words, by: words }),
] as const;
export type LinkRequest = z.infer<(typeof linkRequests)[number]>;

/** Carries out a request about links. @throws AnswerRefused with the reason in Vietnamese. */
export async function carryOutLink(
  request: LinkRequest,
  desk: LinkDesk,
): Promise<{ lines: string[]; data: unknown }> {
  switch (request.ask) {
    case 'link-deadline':
      return deadlineAddress(request, desk);
    case 'link-event':
      return eventAddress(request, desk);
    case 'link-calendar':
      return calendarAddress(request, desk);
    case 'link-keys':
      return keyList(desk);
    case 'link-rotate':
      return rotate(request, desk);
    case 'link-end':
      return end(request, desk);
  }
}

async function keyList({ db }: LinkDesk) {
  const rows = await db
    .selectFrom('link_key')
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .select(['id', 'made_at', 'ended_at'])
    .execute();
  const [signing] = await goodLinkKeys(db);
  const lines = rows.map(({ id, made_at, ended_at }) => {
    const state =
      ended_at !== null
        ? `đã hủy lúc ${moment(ended_at)}`
        : id === signing?.id
          ? 'đang ký'
          : 'không ký nữa, đường dẫn cũ còn dùng được';
    return `${id}  tạo lúc ${moment(made_at)}, ${state}`;
  });
  return {
    lines: lines.length === 0 ? ['Chưa có khóa nào; khóa đầu tiên có khi lập đường dẫn.'] : lines,
    data: rows,
  };
}

async function rotate({ by }: { by: string }, { db, clock }: LinkDesk) {
  const { id } = await addLinkKey(db, clock.now(), by);
  return {
    lines: [`Khóa ${id} được dùng từ nay; đường dẫn đã gửi vẫn dùng được cho đến khi khóa cũ bị hủy.`],
    data: { key: id },
  };
}

async function end({ key, by }: { key: string; by: string }, { db, clock }: LinkDesk) {
  if (!(await endLinkKey(db, clock.now(), by, key))) {
    const ids = (await goodLinkKeys(db)).map(({ id }) => id);
    throw new AnswerRefused(`Không có khóa “${key}” đang dùng; các khóa: ${ids.join(', ') || 'chưa có'}.`);
  }
  return {
    lines: [`Đã hủy khóa ${key}; mọi đường dẫn ký bằng khóa này không còn dùng được.`],
    data: { key },
  };
}
