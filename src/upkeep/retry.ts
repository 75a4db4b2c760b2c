import { addDays, localDate, type IsoDate } from '../calendar/dates.ts';
import { digestsOf } from '../plan/digests.ts';
import { isAstray, mailboxesNow } from '../plan/is-astray.ts';
import { isDigest, type DeadMailbox } from '../plan/model.ts';
import { PLAN_DAYS, planWork } from '../plan/plan-work.ts';
import { EMPTY_STATE } from '../plan/record-state.ts';
import { deadMailboxes } from '../record/dead-mailboxes.ts';
import { queuedLetters, undeliveredLetters, type QueuedLetter } from '../record/queued-letters.ts';
import { readdressLetter } from '../record/readdress-letter.ts';
import { readState } from '../record/read-state.ts';
import { retryLetter } from '../record/retry-letter.ts';
import type { ScheduleFolder } from '../schedule/schedule.ts';
import { leavingHour } from './leaving-hour.ts';
import type { Deed, UpkeepParts } from './upkeep-parts.ts';
import { UpkeepRefused } from './upkeep-refused.ts';
import { hurry } from './within-time.ts';

/** What became of the wish to try again: the same letter leaves at an instant, or its content goes to other mailboxes. */
export type Retried = { again: Date } | { readdressed: string[] };

const LOST = 'Không còn trong lịch nhắc khi địa chỉ được sửa; không lập thư mới.';

/** What became of the letters of one mailbox. */
export interface MailboxRetried {
  /** How many are tried again, and how many were planned anew to other mailboxes. */
  again: number;
  readdressed: number;
  /** Those that stay as they are, each with the reason. */
  refused: { id: string; problem: string }[];
}

/**
 * Tries a refused or failed letter again, by the files as they are on disk now. The letter's mailbox is part of its name: when the
 * files name another for some addressee, what it carries is planned anew, into a letter to the mailbox that they name. @throws UpkeepRefused
 */
export async function retry(id: string, deed: Deed, parts: UpkeepParts): Promise<Retried> {
  await hurry(parts.plan());
  const retried = await retryOne(id, deed, parts);
  await hurry(parts.plan());
  return retried;
}

/** Does the same with every refused or failed letter to `mailbox`, oldest first. @throws UpkeepRefused when there is none. */
export async function retryMailbox(mailbox: string, deed: Deed, parts: UpkeepParts): Promise<MailboxRetried> {
  const ids = (await undeliveredLetters(parts.db, mailbox)).reverse();
  if (ids.length === 0) throw new UpkeepRefused('Không còn thư nào gửi tới hộp thư này mà không tới nơi.');
  await hurry(parts.plan());
  const all: MailboxRetried = { again: 0, readdressed: 0, refused: [] };
  for (const id of ids)
    try {
      all['again' in (await retryOne(id, deed, parts)) ? 'again' : 'readdressed'] += 1;
    } catch (error) {
      if (!(error instanceof UpkeepRefused)) throw error;
      all.refused.push({ id, problem: error.message });
    }
  await hurry(parts.plan());
  return all;
}

async function retryOne(id: string, { by, why }: Deed, parts: UpkeepParts): Promise<Retried> {
  const now = parts.now();
  const schedule = parts.schedule();
  const [letter] = await queuedLetters(parts.db, [id]);
  if (letter === undefined) throw new UpkeepRefused('Không có thư này trong sổ.');
  const folder = schedule.folders.find((known) => known.id === letter.folder);
  const at = leavingHour(letter.folder, schedule, now);
  const day = localDate(at);
  const dead = await deadMailboxes(parts.db);
  refuseStrayDigest(letter, folder, parts, dead);
  const astray = isAstray(letter, folder, day, dead);
  const done = astray
    ? await readdressLetter(parts.db, id, { now, by, why, lost: await lostNotices(letter, parts) })
    : await retryLetter(parts.db, id, { now, by, why, at });
  if (!done)
    throw new UpkeepRefused('Chỉ thư bị từ chối hoặc gửi không được mới gửi lại được; thư này thì không.');
  return astray ? { readdressed: mailboxesNow(letter, folder, day, dead) } : { again: at };
}

/** The notices that planning would not bring forth again if they were forgotten, each with the reason that is then on record. */
async function lostNotices(
  { notices }: QueuedLetter,
  { db, now, schedule }: UpkeepParts,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(notices.map(({ id }) => id));
  const state = await readState(db);
  const settled = new Set([...state.settled].filter((id) => !ids.has(id)));
  const horizon = addDays(localDate(now()), PLAN_DAYS);
  const work = planWork(schedule(), { ...state, settled }, now(), horizon);
  const named = new Set(
    [...work.letters.flatMap((letter) => letter.notices), ...work.skipped].map(({ id }) => id),
  );
  return new Map([...ids].filter((id) => !named.has(id)).map((id) => [id, LOST]));
}

/** A digest carries no notices that could tell whom it is for: the files would plan it anew to its day, or they would not. */
function refuseStrayDigest(
  { id, kind, day }: { id: string; kind: QueuedLetter['kind']; day: IsoDate },
  folder: ScheduleFolder | undefined,
  { schedule }: UpkeepParts,
  dead: readonly DeadMailbox[],
): void {
  if (!isDigest(kind) || folder === undefined) return;
  if (
    digestsOf(folder, schedule().calendar, { ...EMPTY_STATE, dead }, day, day).some(
      (digest) => digest.id === id,
    )
  )
    return;
  throw new UpkeepRefused(
    'Tệp lịch không còn nêu hộp thư này cho thư tổng hợp. Thư tổng hợp của kỳ đang chạy được tự lập tới hộp thư mới.',
  );
}
