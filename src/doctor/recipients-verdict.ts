import type { IsoDate } from '../calendar/dates.ts';
import type { Schedule, ScheduleFolder } from '../schedule/schedule.ts';
import { isReserved } from './reserved-domain.ts';
import { fault, ok, type Verdict } from './verdict.ts';

/** So many are named; the others stand in the same files. */
const MOST_NAMED = 3;

/** Whether letters from `today` on would go to domains that nobody can own, as those of a sample plan are; `place` is where the schedule's files lie. */
export function recipientsVerdict({ folders }: Schedule, today: IsoDate, place: string): Verdict {
  const samples = folders
    .map((folder) => ({ id: folder.id, mailboxes: mailboxesOf(folder, today).filter(isInExample) }))
    .filter(({ mailboxes }) => mailboxes.length > 0);
  const found = [...new Set(samples.flatMap(({ mailboxes }) => mailboxes))];
  if (found.length === 0) return ok('Không hộp thư nhận nào thuộc miền chỉ để làm ví dụ.');
  const more = found.length - MOST_NAMED;
  return fault(
    `${found.length} hộp thư trong tệp kế hoạch thuộc miền chỉ để làm ví dụ, thư gửi tới đó không đến ai: ` +
      `${found.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` và ${more} hộp thư khác` : ''}; ` +
      `thư mục ${samples.map(({ id }) => id).join(', ')}.`,
    `Đưa kế hoạch thật của cơ quan vào ${place} và sửa các địa chỉ này trong units.yaml, ladders.yaml; ` +
      'thư mục kế hoạch mẫu đi kèm chương trình thì bỏ khỏi đó.',
  );
}

/** Every mailbox that a letter of this folder may still go to. */
function mailboxesOf({ units, digests }: ScheduleFolder, today: IsoDate): string[] {
  const hasEnded = ({ to }: { to?: IsoDate | undefined }) => to !== undefined && to < today;
  const own = [...units.values()]
    .filter((unit) => !hasEnded(unit))
    .flatMap(({ office, heads }) => [
      office,
      ...heads.filter((head) => !hasEnded(head)).map(({ mailbox }) => mailbox),
    ]);
  return [...own, digests.admins].filter((mailbox) => mailbox !== undefined);
}

function isInExample(mailbox: string): boolean {
  return isReserved(mailbox.slice(mailbox.lastIndexOf('@') + 1).toLowerCase());
}
