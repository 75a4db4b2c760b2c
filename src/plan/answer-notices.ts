import { localDate, type IsoDate } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { ScheduleFolder, Unit } from '../schedule/schedule.ts';
import type { Addressee } from '../schedule/shape.ts';
import { openMailboxOf } from './addressee.ts';
import { obstacleTo } from './climb.ts';
import { deciderOf } from './decider.ts';
import type { Duty } from './deadlines.ts';
import { deadEndWords, detourWords } from './detour.ts';
import type { Notice, SkippedNotice, Spoken } from './model.ts';
import type { RecordState } from './record-state.ts';
import { firstSendableDay, firstSlotDay } from './sending-days.ts';

/** Below every rung of every ladder, so that neither overtakes the other. */
const LOWEST = -1_000_000;

/**
 * What the answers given for a deadline bring forth. A request goes to the unit that decides, in the next slot, so that a morning's
 * requests are one letter; a decision goes to the unit's office at once, together with what its ladder has to say after it.
 */
export function answerNoticesOf(
  duty: Duty,
  folder: ScheduleFolder,
  calendar: WorkingCalendar,
  state: RecordState,
  sendable: IsoDate,
): { said: Notice[]; skipped: SkippedNotice[] } {
  const said: Notice[] = [];
  const skipped: SkippedNotice[] = [];
  for (const spoken of state.spoken.filter(({ deadline }) => deadline === duty.deadline.id)) {
    const { addressee, unit } = readerOf(spoken, duty, folder);
    const rung = `${spoken.kind === 'request' ? 'ask' : 'told'}.${spoken.number}`;
    const id = `${spoken.deadline}#${rung}@${addressee}`;
    if (state.settled.has(id)) continue;
    const { at, until } = folder.sending;
    const planned =
      spoken.kind === 'request'
        ? firstSlotDay(spoken.at, at, calendar)
        : firstSendableDay(spoken.at, until, calendar);
    const day = planned < sendable ? sendable : planned;
    const mailbox = openMailboxOf(addressee, unit, day, state.dead);
    const notice = {
      ...{ id, deadline: spoken.deadline, rung, order: LOWEST + spoken.number, addressee, unit: unit.id },
      ...{ kind: spoken.kind, planned },
    };
    const obstacle = obstacleTo({ addressee, unit }, duty, day);
    if (obstacle === undefined && mailbox !== undefined) {
      const reason = `${reasonOf(spoken, day, planned)}${detourWords(addressee, unit, day, mailbox)}`;
      said.push({ ...notice, mailbox, day, reason });
    } else {
      const reason = obstacle ?? deadEndWords(addressee, unit, day);
      skipped.push({ ...notice, mailbox: null, reason, final: planned < sendable });
    }
  }
  return { said, skipped };
}

function readerOf(spoken: Spoken, duty: Duty, folder: ScheduleFolder): { addressee: Addressee; unit: Unit } {
  if (spoken.kind === 'decision') return { addressee: 'office', unit: duty.unit };
  const decider = deciderOf(duty.plan, duty.obligation, duty.unit.id);
  const addressee = decider === duty.obligation.followUp ? 'followUp' : 'authority';
  return { addressee, unit: folder.units.get(decider) ?? duty.unit };
}

function reasonOf({ kind, at }: Spoken, day: IsoDate, planned: IsoDate): string {
  const what =
    kind === 'request'
      ? 'Cơ quan chủ trì có đề nghị, chờ quyết định'
      : 'Đã có quyết định về nhiệm vụ, báo cho cơ quan chủ trì';
  const late = day === planned ? '' : ` Theo lịch phải báo ngày ${shortDate(planned)}, nay gửi bù.`;
  return `${what} (ghi nhận ngày ${shortDate(localDate(at))}).${late}`;
}
