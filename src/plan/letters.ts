import { createHash } from 'node:crypto';
import { instantAt, type IsoDate } from '../calendar/dates.ts';
import type { ScheduleFolder } from '../schedule/schedule.ts';
import type { Letter, Notice } from './model.ts';

/** One letter per mailbox, kind and day; inside it the deadline whose aim date is earliest comes first, which is the worst. */
export function groupLetters(
  folder: ScheduleFolder,
  notices: Notice[],
  aims: ReadonlyMap<string, IsoDate>,
): Letter[] {
  const groups = new Map<string, Notice[]>();
  for (const notice of notices) {
    const key = JSON.stringify([notice.mailbox, notice.kind, notice.day]);
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const sorted = group.toSorted((a, b) => compare(rank(a, aims), rank(b, aims)));
    const { mailbox, kind, day } = first;
    const letter = { folder: folder.id, mailbox, kind, day, slot: instantAt(day, folder.sending.at) };
    const said = sorted.map(({ id, planned, reason }) => [id, planned, reason]);
    return {
      id: letterId([letter.slot.toISOString(), said], letter),
      ...letter,
      notices: sorted,
      reason: null,
    };
  });
}

/**
 * An id that follows from what the letter says, to whom and when: any process planning the same letter names it alike, and a
 * change of date, ladder or sending hour makes it another letter.
 */
export function letterId(
  content: unknown[],
  { folder, mailbox, kind }: Pick<Letter, 'folder' | 'mailbox' | 'kind'>,
): string {
  const all = JSON.stringify([folder, mailbox, kind, ...content]);
  return `thu-${createHash('sha256').update(all).digest('hex').slice(0, 24)}`;
}

function rank(notice: Notice, aims: ReadonlyMap<string, IsoDate>): string {
  return `${aims.get(notice.deadline) ?? ''} ${notice.id}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
