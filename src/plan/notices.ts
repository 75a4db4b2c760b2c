import type { IsoDate } from '../calendar/dates.ts';
import { longDate, shortDate } from '../calendar/wording.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { ScheduleFolder } from '../schedule/schedule.ts';
import type { Addressee } from '../schedule/shape.ts';
import { isSuperior, openMailboxOf } from './addressee.ts';
import { armedDay } from './armed-day.ts';
import { climb, obstacleTo, vacancyOf, type Step } from './climb.ts';
import type { Duty } from './deadlines.ts';
import { deadEndWords, detourWords } from './detour.ts';
import type { LadderKind, Notice, SkippedNotice } from './model.ts';
import { pauseReason, resumesOn, wasHeldBack } from './pause.ts';
import { reasonOf } from './reason.ts';
import type { RecordState } from './record-state.ts';

/** An overdue reminder that comes more than this many working days late is not worth saying. */
export const MAX_LATENESS = 10;

/** Why a unit that has reached its target hears nothing more, and nobody above it (issue 3, part 4). */
export const TARGET_MET = 'Đã đạt chỉ tiêu theo số liệu báo cáo; không nhắc nữa.';

/**
 * What a deadline's ladder says that `state` does not know as settled. A rung whose day has passed is said on `sendable`, the first day
 * a letter can leave, unless a later rung for the same addressee has come due meanwhile: then that one speaks for both, so
 * that an outage never ends in a burst. A ladder that was armed later than some of its days is not late with them. What a pause
 * held back is said once when it is over, however long it was; until then nothing of it is settled. A post that was vacant on a rung's own day was skipped at once: who holds it later is
 * not told of that rung, which the next one has not waited for.
 */
export function noticesOf(
  duty: Duty,
  folder: ScheduleFolder,
  calendar: WorkingCalendar,
  state: RecordState,
  sendable: IsoDate,
): { said: Notice[]; skipped: SkippedNotice[] } {
  const said: Notice[] = [];
  const skipped: SkippedNotice[] = [];
  const { id } = duty.deadline;
  const steps = climb(duty, folder, calendar, state.extended.get(id)?.count);
  const armed = armedDay(duty, folder, calendar, state);
  const pause = state.paused.get(id);
  const resumes = resumesOn(pause, calendar, sendable);
  const paused = resumes === null && pause !== undefined ? pauseReason(pause) : undefined;
  const opens = later(resumes ?? undefined, later(armed, sendable));
  for (const step of steps) {
    if (state.settled.has(step.id)) continue;
    const { rung, addressee, unit } = step;
    const planned = later(armed, step.planned);
    const day = later(planned, opens);
    const mailbox = openMailboxOf(addressee, unit, day, state.dead);
    const notice = {
      id: step.id,
      deadline: duty.deadline.id,
      rung: rung.id,
      order: step.order,
      addressee,
      unit: unit.id,
      kind: kindOn(day, duty.deadline.aim, addressee),
      planned,
    };
    const objection =
      paused ??
      (state.met.has(id) ? TARGET_MET : undefined) ??
      handing(step, state.handedBack.has(id)) ??
      thinning(step, state.received.has(id)) ??
      overtaking(step, steps, opens) ??
      lateness(step, duty, calendar, { opens, heldBack: wasHeldBack(pause, step.planned) }) ??
      obstacleTo(step, duty, day) ??
      vacancyOf(step, step.planned);
    if (objection === undefined && mailbox !== undefined) {
      const why = reasonOf(duty, { ...step, planned }, day, calendar);
      said.push({ ...notice, mailbox, day, reason: `${why}${detourWords(addressee, unit, day, mailbox)}` });
    } else
      skipped.push({
        ...notice,
        mailbox: mailbox ?? null,
        reason: objection ?? deadEndWords(addressee, unit, day),
        final: step.planned < sendable && resumes === undefined,
      });
  }
  return { said, skipped };
}

function later(one: IsoDate | undefined, other: IsoDate): IsoDate {
  return one !== undefined && one > other ? one : other;
}

/** Which kind of letter tells `addressee` on `day` of a deadline aimed at `aim`. */
export function kindOn(day: IsoDate, aim: IsoDate, addressee: Addressee): LadderKind {
  if (day < aim) return 'upcoming';
  if (day === aim) return 'today';
  return isSuperior(addressee) ? 'report' : 'overdue';
}

/** A unit that says that the duty is not its own is left alone until that is decided; its superiors are not. */
function handing({ addressee }: Step, handedBack: boolean): string | undefined {
  if (!handedBack || isSuperior(addressee)) return undefined;
  return 'Cơ quan đã báo nhiệm vụ không thuộc trách nhiệm của mình; chưa có quyết định nên tạm dừng nhắc.';
}

/** A unit that has said that it knows is reminded only on the eve and on the day; from then on everything holds (invariant 8). */
function thinning({ rung }: Step, received: boolean): string | undefined {
  if (!received || rung.offset >= -1) return undefined;
  return `Cơ quan đã báo nhận; bỏ bậc ${rung.id}, chỉ nhắc những bậc cuối.`;
}

/** A later rung for the same addressee that has come due meanwhile speaks for both. */
function overtaking({ rung, addressee, planned }: Step, all: Step[], sendable: IsoDate): string | undefined {
  if (planned >= sendable) return undefined;
  const last = all.findLast((other) => other.addressee === addressee && other.planned <= sendable);
  if (last === undefined || last.rung.offset <= rung.offset) return undefined;
  return `Lần nhắc ${rung.id} (${shortDate(planned)}) được thay bằng lần nhắc ${last.rung.id} đến sau.`;
}

function lateness(
  { rung, planned }: Step,
  duty: Duty,
  calendar: WorkingCalendar,
  { opens, heldBack }: { opens: IsoDate; heldBack: boolean },
): string | undefined {
  if (planned >= opens) return undefined;
  const { nominal } = duty.deadline;
  if (rung.offset <= 0 && opens > nominal)
    return `Đã qua thời hạn ${longDate(nominal)} khi thư có thể gửi; không nhắc trước hạn nữa.`;
  if (rung.offset > 0 && !heldBack && calendar.workingDaysBetween(planned, opens) > MAX_LATENESS)
    return `Đã quá ${MAX_LATENESS} ngày làm việc sau ngày dự kiến gửi (${shortDate(planned)}).`;
  return undefined;
}
