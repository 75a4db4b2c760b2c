import ical, {
  escape,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from 'ical-generator';
import { addDays } from '../calendar/dates.ts';
import { longDate } from '../calendar/wording.ts';
import type { CalendarEntry } from './calendar-entry.ts';
import { deadlineName } from './deadline-name.ts';

/** What a calendar program is told of the whole calendar when it subscribes to it. */
export interface CalendarHead {
  /** What the program calls it. */
  name: string;
  /** How often the program should look again, in seconds. */
  refresh: number;
}

/**
 * The deadlines as iCalendar text (RFC 5545): one all-day event each, on the day to aim at, free time, without alarms because
 * the letters remind. Its UID stays when the deadline moves and its SEQUENCE rises, so that programs move the event they
 * have; a deadline that is done or withdrawn is a cancelled event. The same arguments give the same bytes.
 */
export function deadlineCalendar(entries: CalendarEntry[], domain: string, head?: CalendarHead): string {
  const calendar = ical({
    prodId: { company: domain, product: 'Đôn Đốc', language: 'VI' },
    method: ICalCalendarMethod.PUBLISH,
    // The library escapes every text but this one.
    ...(head !== undefined && { name: escape(head.name, false), ttl: head.refresh }),
    events: entries.map((entry) => eventOf(entry, domain)),
  });
  // The library leaves out the line break that must end the last line.
  return `${calendar.toString()}\r\n`;
}

const SUMMARIES = {
  open: 'Hạn',
  done: 'Đã ghi nhận kết quả',
  withdrawn: 'Không còn theo dõi',
} as const;

/** Days go in as `YYYY-MM-DD`, which the library reads and writes in UTC wherever it runs. */
function eventOf(entry: CalendarEntry, domain: string): ICalEventData {
  return {
    id: deadlineName(entry.deadline, domain),
    sequence: entry.sequence,
    stamp: entry.stamp,
    allDay: true,
    start: entry.aim,
    end: addDays(entry.aim, 1),
    summary: `${SUMMARIES[entry.status]}: ${entry.title}`,
    description: description(entry),
    status: entry.status === 'open' ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    transparency: ICalEventTransparency.TRANSPARENT,
    url: entry.url,
  };
}

function description(entry: CalendarEntry): string {
  const { nominal, aim } = entry;
  const earlier =
    aim === nominal ? '' : `. Hạn rơi vào ngày nghỉ; ngày làm việc cuối cùng còn trong hạn: ${longDate(aim)}`;
  const lines = [
    `Chủ trì: ${entry.unit}`,
    `Hạn: ${longDate(nominal)}${earlier}`,
    ...(entry.period === null ? [] : [`Kỳ báo cáo: ${entry.period}`]),
    ...(entry.about === null ? [] : [`Phát sinh từ: ${entry.about}`]),
    `Căn cứ: ${entry.clause === null ? '' : `${entry.clause}, `}${entry.plan}`,
    ...entry.notes.map((note) => `Ghi chú: ${note}`),
    ...ENDINGS[entry.status],
  ];
  return lines.join('\n');
}

/** Of an open deadline nothing is said: a file that lies in a mailbox would go on saying it after the result has come. */
const ENDINGS = {
  open: [],
  done: ['Tình trạng: hệ thống đã ghi nhận kết quả.'],
  withdrawn: ['Tình trạng: thời hạn không còn trong lịch theo dõi.'],
} as const;
