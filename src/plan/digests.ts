import { addDays, daysFrom, instantAt, weekdayOf, type IsoDate } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { isLive, type ScheduleFolder, type Unit } from '../schedule/schedule.ts';
import { isDead, openMailboxOf } from './addressee.ts';
import { letterId } from './letters.ts';
import type { RoundDigestKind, Letter } from './model.ts';
import type { RecordState } from './record-state.ts';

/** A week or a month, both ends included. */
interface Period {
  from: IsoDate;
  to: IsoDate;
}

/**
 * The digests of a folder from `sendable` through `horizon`: weekly to each unit that follows duties up, monthly to each authority,
 * each on the first working day of its week or month or, when that was missed, on a later one; daily to those who run the system. Whether
 * there is something to say shows only when one leaves.
 */
export function digestsOf(
  folder: ScheduleFolder,
  calendar: WorkingCalendar,
  state: RecordState,
  sendable: IsoDate,
  horizon: IsoDate,
): Letter[] {
  const { weekly, monthly, admins } = folder.digests;
  const letters = [
    ...(weekly ? digestsTo(followUps(folder), 'weekly', weeks(sendable, horizon)) : []),
    ...(monthly ? digestsTo(authorities(folder), 'monthly', months(sendable, horizon)) : []),
  ].flatMap(({ unit, kind, period }) => {
    const planned = calendar.firstWorkingDayOnOrAfter(period.from);
    const day = planned < sendable ? sendable : planned;
    const mailbox = openMailboxOf('followUp', unit, day, state.dead);
    if (day > period.to || day > horizon || mailbox === undefined || !isLive(unit, day)) return [];
    return [digest(folder, kind, mailbox, period.from, day)];
  });
  const days =
    admins === undefined ? [] : daysFrom(sendable, horizon).filter((day) => calendar.isWorkingDay(day));
  const daily = days.flatMap((day) =>
    admins === undefined || isDead(admins.toLowerCase(), state.dead)
      ? []
      : [digest(folder, 'daily', admins.toLowerCase(), day, day)],
  );
  return [...letters, ...daily].filter(({ id, day }) => !state.digested.has(id) && isInForce(folder, day));
}

function digest(
  folder: ScheduleFolder,
  kind: RoundDigestKind,
  mailbox: string,
  period: IsoDate,
  day: IsoDate,
): Letter {
  const letter = { folder: folder.id, mailbox, kind, day, slot: instantAt(day, folder.sending.at) };
  const words = { weekly: 'tuần từ', monthly: 'tháng từ', daily: 'ngày' }[kind];
  return {
    id: letterId([period], letter),
    ...letter,
    notices: [],
    reason: `Tổng hợp ${words} ${shortDate(period)}; chỉ gửi khi có nội dung.`,
  };
}

function digestsTo(units: Unit[], kind: RoundDigestKind, periods: Period[]) {
  return units.flatMap((unit) => periods.map((period) => ({ unit, kind, period })));
}

/** Monday to Sunday. */
function weeks(from: IsoDate, to: IsoDate): Period[] {
  const periods: Period[] = [];
  for (let monday = addDays(from, 1 - weekdayOf(from)); monday <= to; monday = addDays(monday, 7))
    periods.push({ from: monday, to: addDays(monday, 6) });
  return periods;
}

function months(from: IsoDate, to: IsoDate): Period[] {
  const periods: Period[] = [];
  for (let first = `${from.slice(0, 7)}-01`; first <= to;) {
    const next = `${addDays(first, 31).slice(0, 7)}-01`;
    periods.push({ from: first, to: addDays(next, -1) });
    first = next;
  }
  return periods;
}

function followUps(folder: ScheduleFolder): Unit[] {
  return unitsOf(
    folder,
    folder.plans.flatMap(({ obligations }) => obligations.map(({ followUp }) => followUp)),
  );
}

function authorities(folder: ScheduleFolder): Unit[] {
  return unitsOf(
    folder,
    folder.plans.map(({ authority }) => authority),
  );
}

function unitsOf({ units }: ScheduleFolder, ids: string[]): Unit[] {
  return [...new Set(ids)].flatMap((id) => units.get(id) ?? []);
}

function isInForce({ plans }: ScheduleFolder, day: IsoDate): boolean {
  return plans.some(({ from }) => from <= day);
}
