import type { Calendar } from '../calendar/calendar.ts';
import { addDays, localDate, type IsoDate } from '../calendar/dates.ts';
import { longDate, shortDate, twoDigits, workingDays } from '../calendar/wording.ts';
import type { Links } from '../answer/links.ts';
import { deciderOf } from '../plan/decider.ts';
import type { Duty } from '../plan/deadlines.ts';
import { distanceWords } from '../plan/distance-words.ts';
import { dutyOf } from '../plan/duty-of.ts';
import { pauseWords } from '../plan/pause.ts';
import { punctuality } from '../plan/punctuality.ts';
import type { DeadlineStanding } from '../record/standings.ts';
import type { ScheduleFolder, Unit } from '../schedule/schedule.ts';
import type { DigestItem, SectionView } from './letter-view.ts';
import { periodWords } from './period-words.ts';

/** Who reads a digest: the units behind one mailbox, as those that follow duties up, or as the authority. */
export interface DigestReader {
  kind: 'weekly' | 'monthly';
  units: Unit[];
  mailbox: string;
}

/** "Soon" in a weekly digest: this many working days. */
const SOON = 10;

/** A deadline with what the schedule says of it, and how it stands. */
interface Known extends Duty {
  standing: DeadlineStanding;
}

interface Part {
  heading: string;
  summary: string;
  ones: Known[];
  more?: (one: Known) => Partial<DigestItem>;
}

interface Desk {
  reader: DigestReader;
  folder: ScheduleFolder;
  calendar: Calendar;
  today: IsoDate;
  links: Links;
}

/**
 * The parts of a digest that have something in them, what waits for its reader first. Weekly: what waits, is overdue, falls due within ten
 * working days, is paused, was answered since the week before; monthly: what waits, is overdue, falls due this month, is paused, was done since
 * the last month began. What is paused stands nowhere else but among what waits.
 */
export function digestSections(desk: Desk, standings: DeadlineStanding[]): SectionView[] {
  const { today, calendar, reader } = desk;
  const isWeekly = reader.kind === 'weekly';
  const known = standings.flatMap((standing) => knownIn(desk.folder, standing));
  const mine = known.filter((one) => reader.units.some(({ id }) => id === whoReads(one, reader.kind)));
  const decided = known.filter((one) =>
    reader.units.some(({ id }) => id === deciderOf(one.plan, one.obligation, one.unit.id)),
  );
  const paused = mine.filter(({ standing }) => isPaused(standing, today));
  const open = mine.filter(({ standing }) => standing.status === 'open' && !isPaused(standing, today));
  const since = isWeekly ? addDays(today, -7) : firstOfMonthBefore(today);
  const until = isWeekly ? calendar.addWorkingDays(today, SOON) : lastOfMonth(today);
  const parts: Part[] = [
    {
      heading: 'Đang chờ quyết định',
      summary: 'chờ quyết định',
      ones: decided.filter(({ standing }) => isAsked(standing)),
      more: (one) => ({ link: decideLink(one, desk), words: askedFor(one.standing) }),
    },
    {
      heading: 'Đã báo hoàn thành, chờ xác nhận kết quả',
      summary: 'chờ xác nhận kết quả',
      ones: decided.filter(({ standing }) => isUnconfirmed(standing)),
      more: (one) => ({ link: decideLink(one, desk) }),
    },
    {
      heading: 'Quá hạn, hệ thống chưa ghi nhận kết quả',
      summary: 'quá hạn',
      ones: open.filter(({ deadline }) => deadline.aim < today),
    },
    {
      heading: isWeekly ? `Đến hạn trong ${workingDays(SOON)} tới` : 'Đến hạn trong tháng này',
      summary: isWeekly ? 'sắp đến hạn' : 'đến hạn trong tháng',
      ones: open.filter(({ deadline }) => today <= deadline.aim && deadline.aim <= until),
    },
    {
      heading: 'Đang tạm dừng đôn đốc',
      summary: 'tạm dừng đôn đốc',
      ones: paused,
      more: ({ standing }) => ({ words: pauseWords({ until: standing.paused_until }) }),
    },
    {
      heading: isWeekly ? 'Có trả lời trong tuần qua' : 'Hoàn thành từ đầu tháng trước',
      summary: isWeekly ? 'có trả lời' : 'đã hoàn thành',
      ones: mine.filter(
        ({ standing }) =>
          !isAsked(standing) &&
          !isPaused(standing, today) &&
          !isUnconfirmed(standing) &&
          wasAnswered(standing, since, reader.kind),
      ),
    },
  ];
  return parts
    .filter(({ ones }) => ones.length > 0)
    .map(({ heading, summary, ones, more }) => ({
      heading,
      summary,
      count: twoDigits(ones.length),
      items: together(ones.map((one) => ({ ...itemOf(one, desk), ...more?.(one) }))),
      lines: [],
      link: null,
    }));
}

function knownIn(folder: ScheduleFolder, standing: DeadlineStanding): Known[] {
  const duty = dutyOf(standing, folder);
  return duty === undefined ? [] : [{ standing, ...duty }];
}

function whoReads({ plan, obligation }: Known, kind: DigestReader['kind']): string {
  return kind === 'weekly' ? obligation.followUp : plan.authority;
}

function isAsked({ status, asked_until, handed_back }: DeadlineStanding): boolean {
  return status === 'open' && (asked_until !== null || handed_back);
}

function isPaused({ status, paused, paused_until: until }: DeadlineStanding, today: IsoDate): boolean {
  return status === 'open' && paused && (until === null || today <= until);
}

function isUnconfirmed({ status, accepted }: DeadlineStanding): boolean {
  return status === 'done' && !accepted;
}

function askedFor({ asked_until }: DeadlineStanding): string {
  return asked_until === null
    ? 'chờ quyết định cơ quan chủ trì'
    : `đề nghị gia hạn đến ${shortDate(asked_until)}`;
}

function wasAnswered(
  { status, last, done_on }: DeadlineStanding,
  since: IsoDate,
  kind: DigestReader['kind'],
): boolean {
  if (kind === 'monthly') return status === 'done' && done_on !== null && done_on >= since;
  return last !== null && localDate(last.at) >= since;
}

function itemOf({ standing, obligation, unit }: Known, { calendar, today }: Desk): DigestItem {
  const { status, done_on, nominal, about, period } = standing;
  const detail = about ?? (obligation.rule.kind === 'once' ? null : periodWords(period));
  const isDone = status === 'done' && done_on !== null;
  return {
    title: detail === null ? obligation.title : `${obligation.title} (${detail})`,
    lead: unit.name,
    due: longDate(nominal),
    words: isDone
      ? `hoàn thành ${punctuality(nominal, done_on, calendar)}`
      : distanceWords(standing, calendar, today),
    said: standing.last?.sentence ?? null,
    link: null,
  };
}

/** Thirty units that owe the same report on the same day are one line. */
function together(items: DigestItem[]): DigestItem[] {
  const groups = new Map<string, DigestItem[]>();
  for (const item of items) {
    const key = JSON.stringify({ ...item, lead: '' });
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, lead: [first, ...others].map(({ lead }) => lead).join('; ') }],
  );
}

function decideLink({ deadline, plan, obligation, unit }: Known, { reader, links, today }: Desk): string {
  const decider = deciderOf(plan, obligation, unit.id);
  return links.decide({ deadline: deadline.id, unit: decider, mailbox: reader.mailbox }, today);
}

function firstOfMonthBefore(day: IsoDate): IsoDate {
  return `${addDays(`${day.slice(0, 7)}-01`, -1).slice(0, 7)}-01`;
}

function lastOfMonth(day: IsoDate): IsoDate {
  return addDays(`${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`, -1);
}
