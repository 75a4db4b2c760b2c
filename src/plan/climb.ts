import type { IsoDate } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { isLive, type Rung, type ScheduleFolder, type Unit } from '../schedule/schedule.ts';
import { postOf } from '../schedule/heads.ts';
import type { Addressee } from '../schedule/shape.ts';
import { addresseeName, addresseeUnit, isSuperior, isVacant, mailboxOf } from './addressee.ts';
import type { Duty } from './deadlines.ts';

/** One rung for one addressee, with its day. */
export interface Step {
  /** The notice's id: `<deadline id>#<rung id>@<addressee>`. */
  id: string;
  rung: Rung;
  /** Its place in the climb: the rung's offset, later still by a thousand for each extension. */
  order: number;
  addressee: Addressee;
  unit: Unit;
  planned: IsoDate;
  /** The rung that reached nobody and so handed its day to this one. */
  insteadOf?: string;
}

/**
 * The ladder of a deadline, step by step, lowest rung first. A rung after the date that would reach nobody is not waited for:
 * the next one is climbed on its day. Requested bodies stand outside the chain (plan part IV does not reach them): nothing
 * after the date. After an extension the rungs are named `G1.T-3`.
 */
export function climb(duty: Duty, folder: ScheduleFolder, calendar: WorkingCalendar, extensions = 0): Step[] {
  const { aim, id } = duty.deadline;
  // Each extension begins the ladder anew: its rungs are other rungs, to be said once each.
  const term = extensions === 0 ? '' : `G${extensions}.`;
  const steps: Step[] = [];
  let handed: { day: IsoDate; by: string } | undefined;
  for (const rung of duty.obligation.ladder.rungs) {
    if (duty.unit.requested && rung.offset > 0) break;
    const own =
      rung.offset > 0
        ? calendar.addWorkingDays(aim, rung.offset)
        : calendar.subtractWorkingDays(aim, -rung.offset);
    const planned = handed?.day ?? own;
    const onRung = rung.to.map((addressee) => ({
      id: `${id}#${term}${rung.id}@${addressee}`,
      rung: { ...rung, id: `${term}${rung.id}` },
      order: rung.offset + 1000 * extensions,
      addressee,
      unit: addresseeUnit(addressee, duty, folder) ?? duty.unit,
      planned,
      ...(handed !== undefined && { insteadOf: handed.by }),
    }));
    steps.push(...onRung);
    const silent = rung.offset > 0 && onRung.every((step) => obstacleTo(step, duty, planned) !== undefined);
    handed = silent ? { day: planned, by: handed?.by ?? rung.id } : undefined;
  }
  return steps;
}

/** Why the step reaches nobody on `day`, in Vietnamese, or undefined when it does. */
export function obstacleTo(
  { addressee, unit }: Pick<Step, 'addressee' | 'unit'>,
  duty: Duty,
  day: IsoDate,
): string | undefined {
  if (isSuperior(addressee) && unit.id === duty.unit.id)
    return `${unit.name} vừa chủ trì vừa là nơi nhận báo cáo của bậc này; không báo cáo cho chính mình.`;
  if (!isLive(unit, day)) return `${unit.name} không hoạt động vào ngày ${shortDate(day)}.`;
  const vacancy = vacancyOf({ addressee, unit }, day);
  if (vacancy !== undefined) return vacancy;
  if (mailboxOf(addressee, unit, day) === undefined)
    return `Không có hộp thư của ${addresseeName(addressee, unit, day)}.`;
  return undefined;
}

/** That nobody holds the post that the step speaks to on `day`, in Vietnamese; undefined when somebody does. */
export function vacancyOf(
  { addressee, unit }: Pick<Step, 'addressee' | 'unit'>,
  day: IsoDate,
): string | undefined {
  if (!isVacant(addressee, unit, day)) return undefined;
  return `Chức danh ${postOf(unit)} chưa có người phụ trách ngày ${shortDate(day)}.`;
}
