import { moment } from '../calendar/wording.ts';
import type { RecordFacts } from '../record/record-facts.ts';
import { fault, ok, warning, type Verdict } from './verdict.ts';

/** A letter that waits longer than this past its hour is late. Milliseconds. */
const LATE = 3_600_000;

/** Whether the letters that wait do so for their hour alone. */
export function lettersVerdict(facts: RecordFacts, now: Date): Verdict {
  const { waiting, retrying, oldestDue } = facts;
  if (oldestDue !== null && now.getTime() - oldestDue.getTime() >= LATE)
    return fault(
      `${waiting} thư đang chờ; có thư đã quá giờ gửi từ ${moment(oldestDue)}${retrying === 0 ? '' : `; ${again(facts)}`}.`,
      'Xem máy chủ thư có nhận không (mục Máy chủ thư), rồi mở /quan-ly/hang-doi để xem từng thư.',
    );
  if (retrying > 0)
    return warning(
      `${waiting - retrying} thư đang chờ tới giờ gửi; ${again(facts)}.`,
      'Sửa điều máy chủ thư nêu, nếu có; thư tự gửi lại. Mở /quan-ly/hang-doi để xem từng thư.',
    );
  return ok(
    `${waiting} thư đang chờ tới giờ gửi; ` +
      (oldestDue === null ? 'không thư nào quá giờ.' : `thư tới giờ từ ${moment(oldestDue)} chưa gửi xong.`),
  );
}

function again({ retrying, lastFailure }: RecordFacts): string {
  const why = lastFailure === null ? '' : ` (lỗi gần nhất: ${lastFailure})`;
  return `${retrying} thư gửi chưa được, chờ gửi lại${why}`;
}
