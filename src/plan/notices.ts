import type { IsoDate } from '../calendar/dates.ts';
import { longDate, shortDate } from '../calendar/wording.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { isLive, type Rung, type ScheduleFolder, type Unit } from '../schedule/schedule.ts';
import type { Addressee } from '../schedule/shape.ts';
import { addresseeName, addresseeUnit, mailboxOf } from './addressee.ts';
import type { Duty } from './deadlines.ts';
import type { LetterKind, Notice, SkippedNotice } from './model.ts';
import { reasonOf } from './reason.ts';

/** An overdue reminder that comes more than this many working days late is not worth saying. */
export const MAX_LATENESS = 10;

interface Candidate {
  rung: Rung;
  addressee: Addressee;
  id: string;
  planned: IsoDate;
}

/**
 * What a deadline's ladder says that is not `settled` yet. A rung whose day has passed is said on `sendable`, the first day
 * a letter can leave, unless a later rung for the same addressee has come due meanwhile: then that one speaks for both, so
 * that an outage never ends in a burst.
 */
export function noticesOf(
  duty: Duty,
  folder: ScheduleFolder,
  calendar: WorkingCalendar,
  settled: ReadonlySet<string>,
  sendable: IsoDate,
): { said: Notice[]; skipped: SkippedNotice[] } {
  const said: Notice[] = [];
  const skipped: SkippedNotice[] = [];
  const candidates = climb(duty, calendar);
  for (const candidate of candidates) {
    if (settled.has(candidate.id)) continue;
    const { rung, addressee, planned } = candidate;
    const unit = addresseeUnit(addressee, duty, folder) ?? duty.unit;
    const mailbox = mailboxOf(addressee, unit);
    const day = planned < sendable ? sendable : planned;
    const notice = {
      id: candidate.id,
      deadline: duty.deadline.id,
      rung: rung.id,
      offset: rung.offset,
      addressee,
      unit: unit.id,
      kind: kindOn(day, duty.deadline.aim),
      planned,
    };
    const objection =
      overtaking(candidate, candidates, sendable) ??
      lateness(candidate, duty, calendar, sendable) ??
      absence(candidate, unit, mailbox, day);
    if (objection === undefined && mailbox !== undefined)
      said.push({ ...notice, mailbox, day, reason: reasonOf(duty, rung, { planned, day }, calendar) });
    else
      skipped.push({
        ...notice,
        mailbox: mailbox ?? null,
        reason: objection ?? '',
        final: planned < sendable,
      });
  }
  return { said, skipped };
}

/** Which kind of letter tells on `day` of a deadline aimed at `aim`. */
export function kindOn(day: IsoDate, aim: IsoDate): LetterKind {
  if (day < aim) return 'upcoming';
  return day === aim ? 'today' : 'overdue';
}

/** Every rung × addressee with its day. Requested bodies stand outside the chain: nothing after the date (plan part IV does not reach them). */
function climb(duty: Duty, calendar: WorkingCalendar): Candidate[] {
  const { aim, id } = duty.deadline;
  return duty.obligation.ladder.rungs
    .filter((rung) => !(duty.unit.requested && rung.offset > 0))
    .flatMap((rung) => {
      const planned =
        rung.offset > 0
          ? calendar.addWorkingDays(aim, rung.offset)
          : calendar.subtractWorkingDays(aim, -rung.offset);
      return rung.to.map((addressee) => ({ rung, addressee, id: `${id}#${rung.id}@${addressee}`, planned }));
    });
}

/** A later rung for the same addressee that has come due meanwhile speaks for both. */
function overtaking(
  { rung, addressee, planned }: Candidate,
  all: Candidate[],
  sendable: IsoDate,
): string | undefined {
  if (planned >= sendable) return undefined;
  const last = all.findLast((other) => other.addressee === addressee && other.planned <= sendable);
  if (last === undefined || last.rung.offset <= rung.offset) return undefined;
  return `Lần nhắc ${rung.id} (${shortDate(planned)}) được thay bằng lần nhắc ${last.rung.id} đến sau.`;
}

function lateness(
  { rung, planned }: Candidate,
  duty: Duty,
  calendar: WorkingCalendar,
  sendable: IsoDate,
): string | undefined {
  if (planned >= sendable) return undefined;
  const { nominal } = duty.deadline;
  if (rung.offset <= 0 && sendable > nominal)
    return `Đã qua thời hạn ${longDate(nominal)} khi thư có thể gửi; không nhắc trước hạn nữa.`;
  if (rung.offset > 0 && calendar.workingDaysBetween(planned, sendable) > MAX_LATENESS)
    return `Đã quá ${MAX_LATENESS} ngày làm việc sau ngày dự kiến gửi (${shortDate(planned)}).`;
  return undefined;
}

function absence(
  { addressee }: Candidate,
  unit: Unit,
  mailbox: string | undefined,
  day: IsoDate,
): string | undefined {
  if (!isLive(unit, day)) return `${unit.name} không hoạt động vào ngày ${shortDate(day)}.`;
  return mailbox === undefined ? `Không có hộp thư của ${addresseeName(addressee, unit)}.` : undefined;
}
