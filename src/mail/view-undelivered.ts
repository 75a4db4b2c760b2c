import { localDate, type IsoDate } from '../calendar/dates.ts';
import { longDate, moment, shortDate, twoDigits } from '../calendar/wording.ts';
import { addresseeName, openMailboxOf } from '../plan/addressee.ts';
import type { ClaimedLetter } from '../record/claim-letter.ts';
import type { RecordedDeadMailbox } from '../record/dead-mailboxes.ts';
import type { Schedule, ScheduleFolder } from '../schedule/schedule.ts';
import type { LetterView, SectionView } from './letter-view.ts';
import { UnknownInSchedule } from './unknown-in-schedule.ts';

/**
 * What the letter says that tells of mailboxes to which letters come back: for each which letter came back, why by the mail server's words,
 * and where letters go from now on. Undefined when all of them take mail again.
 * @throws UnknownInSchedule when the schedule lost the folder or the reader since the letter was planned.
 */
export function viewUndelivered(
  letter: ClaimedLetter,
  schedule: Schedule,
  today: IsoDate,
  dead: readonly RecordedDeadMailbox[],
): LetterView | undefined {
  const folder = schedule.folders.find(({ id }) => id === letter.folder);
  const [first] = letter.notices;
  const reader = folder?.units.get(first?.unit ?? '');
  if (folder === undefined || first === undefined || reader === undefined)
    throw new UnknownInSchedule(`Nobody in ${letter.folder} reads ${letter.mailbox}`);
  const told = letter.notices.flatMap(
    ({ rung }) => dead.find(({ number }) => rung === `back.${number}`) ?? [],
  );
  if (told.length === 0) return undefined;
  return {
    kind: letter.kind,
    greeting: addresseeName(first.addressee, reader, today),
    role: first.addressee === 'authority' ? 'authority' : 'followUp',
    requested: false,
    items: [],
    sections: told.map((one) => sectionOf(one, folder, today, dead)),
    summary: [...new Set(told.map((one) => unitName(one, folder)))].join('; '),
    period: null,
    count: twoDigits(told.length),
    today: longDate(today),
    contact: contactOf(told, folder, reader.id),
    draft: null,
  };
}

function sectionOf(
  { mailbox, about, since, letter, words }: RecordedDeadMailbox,
  folder: ScheduleFolder,
  today: IsoDate,
  dead: readonly RecordedDeadMailbox[],
): SectionView {
  const unit = folder.units.get(about?.unit ?? '');
  const open = unit && openMailboxOf('office', unit, today, dead);
  const left = letter.sentAt === null ? '' : `, gửi lúc ${moment(letter.sentAt)}`;
  return {
    heading: `${unit?.name ?? ''}: ${mailbox}`,
    summary: '',
    count: null,
    items: [],
    lines: [
      `Thư bị trả lại: “${letter.subject ?? letter.id}”${left}; ghi nhận ngày ${shortDate(localDate(since))}.`,
      `Máy chủ thư của nơi nhận trả lời: “${words}”.`,
      open === undefined
        ? 'Cơ quan không còn hộp thư nào khác trong danh sách: từ nay thư nhắc chưa gửi được tới cơ quan, cho đến khi có địa chỉ đúng.'
        : `Từ nay thư gửi cơ quan này được gửi tới ${open}.`,
    ],
    link: null,
  };
}

function unitName({ about, mailbox }: RecordedDeadMailbox, { units }: ScheduleFolder): string {
  return units.get(about?.unit ?? '')?.name ?? mailbox;
}

/** The unit that follows the first one up; nobody, when that is the reader. */
function contactOf(
  [first]: RecordedDeadMailbox[],
  { plans, units }: ScheduleFolder,
  reader: string,
): LetterView['contact'] {
  const plan = plans.find(({ id }) => id === first?.about?.plan);
  const followUp = plan?.obligations.find(({ id }) => id === first?.about?.obligation)?.followUp;
  const unit = units.get(followUp ?? '');
  if (unit === undefined || unit.id === reader) return { name: unit?.name ?? '', mailbox: null };
  return { name: unit.name, mailbox: unit.office ?? null };
}
