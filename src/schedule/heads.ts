import type { IsoDate } from '../calendar/dates.ts';
import { isLive, type Unit } from './schedule.ts';
import type { HeadEntry, UnitEntry } from './shape.ts';

/** Who leads a unit on a day, or stands in: where to write, and by which title a letter greets. */
export interface Head {
  mailbox: string;
  title: string;
}

/** The heads of a unit's entry: a bare mailbox is one head at all times. */
export function headsOf({ head }: Pick<UnitEntry, 'head'>): readonly HeadEntry[] {
  if (head === undefined) return [];
  return typeof head === 'string' ? [{ mailbox: head }] : head;
}

/** Who leads the unit on `day`; undefined when the post is vacant then, or no head is known at all. */
export function headOn(unit: Unit, day: IsoDate): Head | undefined {
  const head = unit.heads.find((entry) => isLive(entry, day));
  return head && { mailbox: head.mailbox, title: head.title ?? postOf(unit) };
}

/** The title of the head's post, whoever holds it: `Giám đốc Sở Tư pháp`, or `Thủ trưởng` and the unit's name. */
export function postOf({ headTitle, name }: Unit): string {
  return headTitle ?? `Thủ trưởng ${name}`;
}
