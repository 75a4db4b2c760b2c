import type { IsoDate } from '../calendar/dates.ts';
import { longDate, twoDigits } from '../calendar/wording.ts';
import type { Links } from '../answer/links.ts';
import { addresseeName } from '../plan/addressee.ts';
import { detourWords } from '../plan/detour.ts';
import type { ClaimedLetter } from '../record/claim-letter.ts';
import type { Schedule, ScheduleFolder, Unit } from '../schedule/schedule.ts';
import { draftFileName } from './draft-of.ts';
import { draftedNotices } from './drafted-notices.ts';
import type { LetterView } from './letter-view.ts';
import { unitByUnit } from './unit-by-unit.ts';
import { UnknownInSchedule } from './unknown-in-schedule.ts';
import { viewItem } from './view-item.ts';

/**
 * What a claimed letter says on `today`: one item per deadline even when the mailbox serves two addressees, in the letter's order.
 * @throws UnknownInSchedule when the schedule lost the folder, plan, obligation or unit since the letter was planned.
 */
export function viewLetter(
  letter: ClaimedLetter,
  schedule: Schedule,
  today: IsoDate,
  links: Links,
): LetterView {
  const folder = schedule.folders.find(({ id }) => id === letter.folder);
  if (folder === undefined) throw new UnknownInSchedule(`No schedule folder ${letter.folder}`);
  const once = letter.notices.filter(
    (notice, index, all) => all.findIndex(({ deadline }) => deadline.id === notice.deadline.id) === index,
  );
  const notices = letter.kind === 'report' ? unitByUnit(once) : once;
  const items = notices.map((notice) => {
    const item = viewItem(notice, folder, schedule.calendar, today, linkOf(notice, letter, links, today));
    return { ...item, notes: [...item.notes, ...detours(notice, letter, folder, today)] };
  });
  const addressed = letter.notices.map(({ addressee, unit }) => ({ addressee, unit: unitOf(folder, unit) }));
  const drafted = draftedNotices(letter, folder, schedule.calendar).length;
  return {
    kind: letter.kind,
    greeting: [
      ...new Set(addressed.map(({ addressee, unit }) => addresseeName(addressee, unit, today))),
    ].join('; '),
    role: roleOf(letter),
    requested: addressed.every(({ unit }) => unit.requested),
    items,
    sections: [],
    summary: null,
    period: null,
    count: twoDigits(items.length),
    today: longDate(today),
    contact: contactOf(letter, folder),
    draft: drafted === 0 ? null : { file: draftFileName(today), count: twoDigits(drafted) },
  };
}

/** Where the reader of this letter answers for the deadline, or decides; a report only tells. */
function linkOf(
  { deadline, unit }: ClaimedLetter['notices'][number],
  { kind, mailbox }: ClaimedLetter,
  links: Links,
  today: IsoDate,
): string | null {
  if (kind === 'report' || deadline.halted?.as === 'withdrawn') return null;
  if (kind === 'request') return links.decide({ deadline: deadline.id, unit, mailbox }, today);
  const { id, nominal } = deadline;
  return links.answer({ deadline: id, unit: deadline.unit, mailbox, nominal }, today);
}

/** That the reader reads this because letters to another mailbox come back. */
function detours(
  { deadline }: ClaimedLetter['notices'][number],
  { notices, mailbox }: ClaimedLetter,
  folder: ScheduleFolder,
  today: IsoDate,
): string[] {
  const words = notices
    .filter((notice) => notice.deadline.id === deadline.id)
    .map(({ addressee, unit }) => detourWords(addressee, unitOf(folder, unit), today, mailbox).trim());
  return [...new Set(words)].filter((sentence) => sentence !== '');
}

function roleOf(letter: ClaimedLetter): LetterView['role'] {
  if (letter.kind !== 'report' && letter.kind !== 'request') return 'unit';
  return letter.notices.some(({ addressee }) => addressee === 'authority') ? 'authority' : 'followUp';
}

/** Whom to ask: the unit that follows the first, worst item; of its own duties it is asked by the authority. */
function contactOf(letter: ClaimedLetter, folder: ScheduleFolder): LetterView['contact'] {
  const deadline = letter.notices[0]?.deadline;
  const plan = folder.plans.find(({ id }) => id === deadline?.plan);
  const followUp = plan?.obligations.find(({ id }) => id === deadline?.obligation)?.followUp;
  const own = roleOf(letter) === 'unit' && followUp === deadline?.unit;
  const unit = unitOf(folder, (own ? plan?.authority : followUp) ?? '');
  return { name: unit.name, mailbox: unit.office ?? null };
}

function unitOf(folder: ScheduleFolder, id: string): Unit {
  const unit = folder.units.get(id);
  if (unit === undefined) throw new UnknownInSchedule(`No unit ${id} in ${folder.id}`);
  return unit;
}
