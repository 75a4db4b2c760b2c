import type { IsoDate } from '../calendar/dates.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { ScheduleFolder } from '../schedule/schedule.ts';
import { happeningPeriod, type Duty } from './deadlines.ts';
import type { RecordState } from './record-state.ts';
import { firstSendableDay } from './sending-days.ts';

/**
 * The first day on which a ladder can speak that was armed while the system ran: by the event that was registered, or by the completion
 * returned, the extension granted or undone, the duty kept or reinstated. What it names for earlier days was not missed: nobody could have said it. Undefined for a ladder that the
 * plan alone armed.
 */
export function armedDay(
  { deadline, obligation }: Duty,
  folder: ScheduleFolder,
  calendar: WorkingCalendar,
  { armed, happenings }: Pick<RecordState, 'armed' | 'happenings'>,
): IsoDate | undefined {
  const setOff = happenings.find(
    (happening) => happening.kind === obligation.event && happeningPeriod(happening) === deadline.period,
  );
  const instant = armed.get(deadline.id) ?? setOff?.at;
  return instant === undefined ? undefined : firstSendableDay(instant, folder.sending.until, calendar);
}
