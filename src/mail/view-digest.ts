import { addDays, localDate, weekdayOf, type IsoDate } from '../calendar/dates.ts';
import { longDate, shortDate, twoDigits } from '../calendar/wording.ts';
import type { Links } from '../answer/links.ts';
import { openMailboxOf } from '../plan/addressee.ts';
import type { DeadMailbox } from '../plan/model.ts';
import type { ClaimedLetter } from '../record/claim-letter.ts';
import type { DeadlineStanding } from '../record/standings.ts';
import type { Schedule, ScheduleFolder, Unit } from '../schedule/schedule.ts';
import { digestSections, type DigestReader } from './digest-sections.ts';
import type { LetterView, SectionView } from './letter-view.ts';
import { UnknownInSchedule } from './unknown-in-schedule.ts';

/** What digests are made of. */
export interface DigestContent {
  standings: DeadlineStanding[];
  /** For those who run the system: what the record proves of the days before. */
  proof: SectionView[];
  /** Mailboxes that take no mail: their units read the other one. */
  dead: readonly DeadMailbox[];
}

/**
 * What a digest says on `today`, or undefined when there is nothing to say.
 * @throws UnknownInSchedule when the schedule lost the folder, or whoever reads this mailbox, since the digest was planned.
 */
export function viewDigest(
  letter: ClaimedLetter,
  schedule: Schedule,
  today: IsoDate,
  links: Links,
  { standings, proof, dead }: DigestContent,
): LetterView | undefined {
  const folder = schedule.folders.find(({ id }) => id === letter.folder);
  if (folder === undefined) throw new UnknownInSchedule(`No schedule folder ${letter.folder}`);
  if (letter.kind === 'daily') return viewOf(letter, today, [], proof, undefined);
  const kind = letter.kind === 'weekly' ? 'weekly' : 'monthly';
  const reader: DigestReader = {
    kind,
    units: readersOf(folder, letter, today, dead),
    mailbox: letter.mailbox,
  };
  if (reader.units.length === 0)
    throw new UnknownInSchedule(`Nobody in ${folder.id} reads ${letter.mailbox}`);
  const desk = { reader, folder, calendar: schedule.calendar, today, links };
  const sections = digestSections(desk, standings);
  const contact = kind === 'weekly' ? undefined : folder.units.get(folder.plans[0]?.followUp ?? '');
  return sections.length === 0 ? undefined : viewOf(letter, today, reader.units, sections, contact);
}

/** The units that read their superiors' mail in this mailbox: those that follow duties up, or the plans' authorities. */
function readersOf(
  folder: ScheduleFolder,
  { kind, mailbox }: ClaimedLetter,
  today: IsoDate,
  dead: readonly DeadMailbox[],
): Unit[] {
  const ids = folder.plans.flatMap((plan) =>
    kind === 'weekly' ? plan.obligations.map(({ followUp }) => followUp) : [plan.authority],
  );
  return [...new Set(ids)]
    .flatMap((id) => folder.units.get(id) ?? [])
    .filter((unit) => openMailboxOf('followUp', unit, today, dead) === mailbox);
}

function viewOf(
  { kind, slot }: ClaimedLetter,
  today: IsoDate,
  units: Unit[],
  sections: SectionView[],
  contact: Unit | undefined,
): LetterView {
  return {
    kind,
    greeting: units.length === 0 ? 'người quản trị hệ thống' : units.map(({ name }) => name).join('; '),
    role: kind === 'monthly' ? 'authority' : 'followUp',
    requested: false,
    items: [],
    draft: null,
    sections,
    summary: summaryOf(sections),
    period: periodOf(kind, localDate(slot)),
    count: twoDigits(sections.reduce((sum, { count }) => sum + Number(count), 0)),
    today: longDate(today),
    contact: { name: contact?.name ?? '', mailbox: contact?.office ?? null },
  };
}

/** `01 nhiệm vụ quá hạn, 03 nhiệm vụ sắp đến hạn`; of plain lines, what heads the first. */
function summaryOf(sections: SectionView[]): string {
  const counted = sections.flatMap(({ summary, count }) =>
    count === null ? [] : [`${count} nhiệm vụ ${summary}`],
  );
  return counted.length > 0 ? counted.join(', ') : (sections[0]?.heading ?? '');
}

function periodOf(kind: ClaimedLetter['kind'], day: IsoDate): string {
  if (kind === 'daily' || kind === 'admin') return `ngày ${shortDate(day)}`;
  if (kind === 'monthly') return `tháng ${day.slice(5, 7)}/${day.slice(0, 4)}`;
  const monday = addDays(day, 1 - weekdayOf(day));
  return `tuần từ ${shortDate(monday)} đến ${shortDate(addDays(monday, 6))}`;
}
