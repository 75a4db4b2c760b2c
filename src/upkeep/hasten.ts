import { localDate, type IsoDate } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import { isDigest, LADDER_KINDS } from '../plan/model.ts';
import { kindOn } from '../plan/notices.ts';
import { hastenLetter } from '../record/hasten-letter.ts';
import { queuedLetters, type QueuedLetter } from '../record/queued-letters.ts';
import { leavingHour } from './leaving-hour.ts';
import type { Deed, UpkeepParts } from './upkeep-parts.ts';
import { UpkeepRefused } from './upkeep-refused.ts';
import { hurry } from './within-time.ts';

/**
 * Lets a waiting letter leave at once although its hour has not come, but never outside the sending hours of a working day, and
 * only when what it says is true today: a letter for the day itself would be a wrong one before it. Returns when it leaves. @throws UpkeepRefused
 */
export async function hasten(id: string, { by, why }: Deed, parts: UpkeepParts): Promise<Date> {
  const now = parts.now();
  const [letter] = await queuedLetters(parts.db, [id]);
  if (letter === undefined) throw new UpkeepRefused('Không có thư này trong sổ.');
  const at = leavingHour(letter.folder, parts.schedule(), now);
  const obstacle = untrueOn(letter, localDate(at));
  if (obstacle !== undefined) throw new UpkeepRefused(obstacle);
  if (!(await hastenLetter(parts.db, id, { now, by, why, at })))
    throw new UpkeepRefused(`Thư không còn chờ, hoặc đã được hẹn gửi không muộn hơn giờ gửi gần nhất.`);
  await hurry(runAt(id, at, parts));
  return at;
}

async function runAt(id: string, at: Date, { queue }: UpkeepParts): Promise<void> {
  await queue.schedule([{ id, at }]);
  await queue.hasten(id, at);
}

function untrueOn({ kind, day, notices }: QueuedLetter, today: IsoDate): string | undefined {
  if (isDigest(kind))
    return day > today ? `Thư tổng hợp của ngày ${shortDate(day)} chưa có nội dung để gửi sớm.` : undefined;
  if (!LADDER_KINDS.some((ladder) => ladder === kind)) return undefined;
  if (notices.every(({ aim, addressee }) => kindOn(today, aim, addressee) === kind)) return undefined;
  return `Thư soạn cho ngày ${shortDate(day)}; gửi ngày ${shortDate(today)} thì nội dung không còn đúng.`;
}
