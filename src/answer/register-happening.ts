import { localDate, type IsoDate } from '../calendar/dates.ts';
import { shortDate } from '../calendar/wording.ts';
import type { Happening } from '../plan/model.ts';
import { appendEvents } from '../record/events.ts';
import type { RecordDb } from '../record/open-record.ts';
import { nearest } from '../schedule/nearest.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { AnswerRefused } from './answer.ts';

/** What was written down, as one Vietnamese sentence; `known` when the same document had been registered before. */
export interface Registered {
  said: string;
  known: boolean;
}

/**
 * Writes down that something happened; the next planning makes the deadlines that wait for its kind. Registering the same
 * document twice changes nothing, unless the first time was taken back.
 * @throws AnswerRefused for a kind that no duty waits for, a day to come or outside the calendar, or a document already known
 * with another day.
 */
export async function registerHappening(
  db: RecordDb,
  now: Date,
  by: string,
  schedule: Schedule,
  { kind, day, reference }: Happening,
): Promise<Registered> {
  const kinds = schedule.folders.flatMap(({ plans }) =>
    plans.flatMap(({ obligations }) => obligations.flatMap(({ event }) => event ?? [])),
  );
  if (!kinds.includes(kind)) {
    const guess = nearest(kind, kinds);
    throw new AnswerRefused(
      `Không nhiệm vụ nào chờ loại sự kiện “${kind}”${guess === undefined ? '' : `; có phải ý bạn là “${guess}”?`}`,
    );
  }
  checkDay(day, schedule, localDate(now));
  return db.transaction().execute(async (trx) => {
    const inserted = await trx
      .insertInto('happening')
      .values({ kind, day, reference, at: now, by })
      .onConflict((conflict) =>
        conflict.columns(['kind', 'reference']).where('cancelled_at', 'is', null).doNothing(),
      )
      .returning('id')
      .executeTakeFirst();
    if (inserted === undefined) return known(trx, { kind, day, reference });
    const why = `Sự kiện ${kind}: văn bản ${reference} ngày ${shortDate(day)}.`;
    await appendEvents(trx, now, by, [
      { what: 'happening-registered', why, detail: { kind, day, reference } },
    ]);
    return { said: why, known: false };
  });
}

/** A day that the calendar does not know would stop all planning. */
function checkDay(day: IsoDate, { calendar }: Schedule, today: IsoDate): void {
  if (!calendar.covers(day))
    throw new AnswerRefused(`Ngày ${shortDate(day)} nằm ngoài các năm có lịch làm việc.`);
  if (day > today)
    throw new AnswerRefused(`Ngày văn bản ${shortDate(day)} ở sau hôm nay (${shortDate(today)}).`);
}

async function known(db: RecordDb, { kind, day, reference }: Happening): Promise<Registered> {
  const before = await db
    .selectFrom('happening')
    .where('kind', '=', kind)
    .where('reference', '=', reference)
    .where('cancelled_at', 'is', null)
    .select('day')
    .executeTakeFirstOrThrow();
  if (before.day === day)
    return { said: `Văn bản ${reference} ngày ${shortDate(day)} đã được ghi nhận trước đó.`, known: true };
  throw new AnswerRefused(`Văn bản ${reference} đã được ghi nhận với ngày ${shortDate(before.day)}.`);
}
