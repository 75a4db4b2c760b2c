import { localDate, type IsoDate } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { isLive, type ScheduleFolder, type Unit } from '../schedule/schedule.ts';
import type { Addressee } from '../schedule/shape.ts';
import { openMailboxOf } from './addressee.ts';
import { deadEndWords, detourWords } from './detour.ts';
import type { DeadMailbox, Notice, SkippedNotice } from './model.ts';
import type { RecordState } from './record-state.ts';
import { firstSendableDay } from './sending-days.ts';

/** Below what answers bring forth, so that nothing overtakes or is overtaken. */
const LOWEST = -2_000_000;

/**
 * What the mailboxes of a folder that take no mail bring forth: each is told once, at the next moment a letter can leave, to the unit that
 * follows up the deadline it was marked for or, when the mailbox is that unit's own, to the plan's authority. A mailbox that takes mail
 * again, or whose deadline the schedule no longer knows, is not told of.
 */
export function bounceNoticesOf(
  folder: ScheduleFolder,
  calendar: WorkingCalendar,
  state: RecordState,
  sendable: IsoDate,
): { said: Notice[]; skipped: SkippedNotice[] } {
  const said: Notice[] = [];
  const skipped: SkippedNotice[] = [];
  for (const dead of state.dead) {
    const reader = dead.folder === folder.id ? readerOf(dead, folder) : undefined;
    if (reader === undefined || dead.about === null) continue;
    const { addressee, unit } = reader;
    const id = `${dead.about.deadline}#back.${dead.number}@${addressee}`;
    if (state.settled.has(id)) continue;
    const planned = firstSendableDay(dead.since, folder.sending.until, calendar);
    const day = planned < sendable ? sendable : planned;
    const notice = {
      ...{ id, deadline: dead.about.deadline, rung: `back.${dead.number}`, order: LOWEST + dead.number },
      ...{ addressee, unit: unit.id, kind: 'undelivered' as const, planned },
    };
    const mailbox = openMailboxOf(addressee, unit, day, state.dead);
    if (mailbox !== undefined && isLive(unit, day)) {
      const reason = `Thư gửi ${dead.mailbox} bị trả lại (ghi nhận ngày ${shortDate(localDate(dead.since))}).`;
      const detour = detourWords(addressee, unit, day, mailbox);
      said.push({ ...notice, mailbox, day, reason: `${reason}${detour}` });
    } else {
      const reason = isLive(unit, day)
        ? deadEndWords(addressee, unit, day)
        : `${unit.name} không hoạt động vào ngày ${shortDate(day)}.`;
      skipped.push({ ...notice, mailbox: null, reason, final: planned < sendable });
    }
  }
  return { said, skipped };
}

function readerOf(
  { about }: DeadMailbox,
  folder: ScheduleFolder,
): { addressee: Addressee; unit: Unit } | undefined {
  const plan = folder.plans.find(({ id }) => id === about?.plan);
  const obligation = plan?.obligations.find(({ id }) => id === about?.obligation);
  if (plan === undefined || obligation === undefined) return undefined;
  const own = obligation.followUp === about?.unit;
  const unit = folder.units.get(own ? plan.authority : obligation.followUp);
  return unit && { addressee: own ? 'authority' : 'followUp', unit };
}
