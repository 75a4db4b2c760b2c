import { shortDate } from '../calendar/wording.ts';
import type { Happening } from '../plan/model.ts';
import { appendEvents } from '../record/events.ts';
import type { RecordDb } from '../record/open-record.ts';
import { nearest } from '../schedule/nearest.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { AnswerRefused } from './answer.ts';

/**
 * Writes down that something happened; the next planning makes the deadlines that wait for its kind. Registering the same
 * document twice changes nothing.
 * @returns what was written down, as one Vietnamese sentence.
 * @throws AnswerRefused for a kind that no duty waits for, or a document already known with another day.
 */
export async function registerHappening(
  db: RecordDb,
  now: Date,
  by: string,
  schedule: Schedule,
  { kind, day, reference }: Happening,
): Promise<string> {
  const kinds = schedule.folders.flatMap(({ plans }) =>
    plans.flatMap(({ obligations }) => obligations.flatMap(({ event }) => event ?? [])),
  );
  if (!kinds.includes(kind)) {
    const guess = nearest(kind, kinds);
    throw new AnswerRefused(
      `Không nhiệm vụ nào chờ loại sự kiện “${kind}”${guess === undefined ? '' : `; có phải ý bạn là “${guess}”?`}`,
    );
  }
  return db.transaction().execute(async (trx) => {
    const inserted = await trx
      .insertInto('happening')
      .values({ kind, day, reference, at: now, by })
      .onConflict((conflict) => conflict.columns(['kind', 'reference']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted === undefined) return known(trx, { kind, day, reference });
    const why = `Sự kiện ${kind}: văn bản ${reference} ngày ${shortDate(day)}.`;
    await appendEvents(trx, now, by, [
      { what: 'happening-registered', why, detail: { kind, day, reference } },
    ]);
    return why;
  });
}

async function known(db: RecordDb, { kind, day, reference }: Happening): Promise<string> {
  const before = await db
    .selectFrom('happening')
    .where('kind', '=', kind)
    .where('reference', '=', reference)
    .select('day')
    .executeTakeFirstOrThrow();
  if (before.day === day) return `Văn bản ${reference} ngày ${shortDate(day)} đã được ghi nhận trước đó.`;
  throw new AnswerRefused(`Văn bản ${reference} đã được ghi nhận với ngày ${shortDate(before.day)}.`);
}
