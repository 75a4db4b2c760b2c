import type { IsoDate } from '../calendar/dates.ts';
import { longDate, twoDigits } from '../calendar/wording.ts';
import { addresseeName } from '../plan/addressee.ts';
import type { ClaimedLetter } from '../record/claim-letter.ts';
import type { Schedule, ScheduleFolder, Unit } from '../schedule/schedule.ts';
import type { LetterView } from './letter-view.ts';
import { UnknownInSchedule } from './unknown-in-schedule.ts';
import { viewItem } from './view-item.ts';

/**
 * What a claimed letter says on `today`: one item per deadline even when the mailbox serves two addressees, in the letter's order.
 * @throws UnknownInSchedule when the schedule lost the folder, plan, obligation or unit since the letter was planned.
 */
export function viewLetter(letter: ClaimedLetter, schedule: Schedule, today: IsoDate): LetterView {
  const folder = schedule.folders.find(({ id }) => id === letter.folder);
  if (folder === undefined) throw new UnknownInSchedule(`No schedule folder ${letter.folder}`);
  const once = letter.notices.filter(
    (notice, index, all) => all.findIndex(({ deadline }) => deadline.id === notice.deadline.id) === index,
  );
  const notices = letter.kind === 'report' ? unitByUnit(once) : once;
  const items = notices.map((notice) => viewItem(notice, folder, schedule.calendar, today));
  const addressed = letter.notices.map(({ addressee, unit }) => ({ addressee, unit: unitOf(folder, unit) }));
  return {
    kind: letter.kind,
    greeting: [...new Set(addressed.map(({ addressee, unit }) => addresseeName(addressee, unit)))].join('; '),
    role: roleOf(letter),
    requested: addressed.every(({ unit }) => unit.requested),
    items,
    count: twoDigits(items.length),
    today: longDate(today),
    contact: contactOf(letter, folder),
  };
}

/** A superior reads unit by unit; `notices` come worst first, so the unit with the worst comes first and its own stay in order. */
function unitByUnit(notices: ClaimedLetter['notices']): ClaimedLetter['notices'] {
  const units = [...new Set(notices.map(({ deadline }) => deadline.unit))];
  return units.flatMap((unit) => notices.filter(({ deadline }) => deadline.unit === unit));
}

function roleOf(letter: ClaimedLetter): LetterView['role'] {
  if (letter.kind !== 'report') return 'unit';
  return letter.notices.some(({ addressee }) => addressee === 'authority') ? 'authority' : 'followUp';
}

/** Whom to ask: the unit that follows the first, worst item; of its own duties it is asked by the authority. */
function contactOf(letter: ClaimedLetter, folder: ScheduleFolder): LetterView['contact'] {
  const deadline = letter.notices[0]?.deadline;
  const plan = folder.plans.find(({ id }) => id === deadline?.plan);
  const followUp = plan?.obligations.find(({ id }) => id === deadline?.obligation)?.followUp;
  const own = letter.kind !== 'report' && followUp === deadline?.unit;
  const unit = unitOf(folder, (own ? plan?.authority : followUp) ?? '');
  return { name: unit.name, mailbox: unit.office ?? null };
}

function unitOf(folder: ScheduleFolder, id: string): Unit {
  const unit = folder.units.get(id);
  if (unit === undefined) throw new UnknownInSchedule(`No unit ${id} in ${folder.id}`);
  return unit;
}
