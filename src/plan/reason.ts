import type { IsoDate } from '../calendar/dates.ts';
import { longDate, shortDate, workingDays } from '../calendar/wording.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Step } from './climb.ts';
import type { Duty } from './deadlines.ts';

/** Why a notice is said, in one or two Vietnamese sentences: how far the day is from the date, which rung it is, and whether it comes late. */
export function reasonOf(duty: Duty, step: Step, day: IsoDate, calendar: WorkingCalendar): string {
  const phrase = duty.obligation.phrase ?? duty.obligation.due;
  const words = phrase === undefined ? '' : ` (“${phrase}”)`;
  const instead =
    step.insteadOf === undefined ? '' : `, gửi ngay vì bậc ${step.insteadOf} không có người nhận`;
  const rung = `bậc ${step.rung.id}, ${duty.obligation.ladder.name}${instead}`;
  const late =
    day === step.planned ? '' : ` Theo lịch phải nhắc ngày ${shortDate(step.planned)}, nay gửi bù.`;
  return `${distanceOf(day, duty.deadline, calendar)}${words}; ${rung}.${late}`;
}

/** How far `day` is from the date, in words; a due day that is not worked is told with the working day to aim at. */
function distanceOf(day: IsoDate, { aim, nominal }: Duty['deadline'], calendar: WorkingCalendar): string {
  const due = longDate(nominal);
  const aimed = aim === nominal ? '' : `, ngày làm việc cuối trước hạn là ${longDate(aim)}`;
  const left = calendar.workingDaysBetween(day, aim);
  if (left > 0) return `Còn ${workingDays(left)} đến hạn ${due}${aimed}`;
  if (left < 0) return `Quá hạn ${workingDays(-left)}, hạn là ${due}`;
  return aim === nominal ? `Đến hạn hôm nay, ${due}` : `Ngày làm việc cuối trước hạn ${due}`;
}
