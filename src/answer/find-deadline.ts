import type { RecordDb } from '../record/open-record.ts';
import { AnswerRefused } from './answer.ts';

const MOST_LISTED = 12;

/**
 * The id of the one deadline that `words` name: the whole id, or parts of it as they stand between slashes (`A04`,
 * `A06/ubnd-huyen-dak-ha`), among those that are in the schedule, withdrawn by a decision or not.
 * @throws AnswerRefused when they name none, or several, listing those.
 */
export async function findDeadline(db: RecordDb, words: string): Promise<string> {
  const rows = await db
    .selectFrom('deadline')
    .where((where) => where.or([where('status', '!=', 'withdrawn'), where('taken_off', '=', true)]))
    .select('id')
    .orderBy('aim')
    .orderBy('id')
    .execute();
  const parts = words.split('/').filter(Boolean);
  const named = rows
    .map(({ id }) => id)
    .filter((id) => id === words || parts.every((part) => id.split('/').includes(part)));
  const exact = named.find((id) => id === words);
  if (exact !== undefined) return exact;
  const [only, ...others] = named;
  if (only === undefined) throw new AnswerRefused(`Không có thời hạn nào ứng với “${words}”.`);
  if (others.length === 0) return only;
  const more = named.length > MOST_LISTED ? [`  … và ${named.length - MOST_LISTED} thời hạn khác`] : [];
  const list = named.slice(0, MOST_LISTED).map((id) => `  ${id}`);
  throw new AnswerRefused(
    [`“${words}” ứng với ${named.length} thời hạn, hãy chọn một:`, ...list, ...more].join('\n'),
  );
}
