import { shortDate } from '../calendar/wording.ts';
import { happeningPeriod } from '../plan/deadlines.ts';
import type { Happening } from '../plan/model.ts';
import { appendEvents } from '../record/events.ts';
import type { RecordDb, RecordTransaction } from '../record/open-record.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { AnswerRefused } from './answer.ts';

/** A registered event by its kind and document, and why it is taken back. */
export interface CancelledHappening {
  kind: string;
  reference: string;
  why: string;
}

/**
 * Takes back an event that was registered by mistake: the record keeps it and that it was cancelled, the open deadlines that it set off
 * are withdrawn, and its document may be registered again. What somebody has answered or decided on would be lost silently: such
 * deadlines are named, and nothing is changed.
 * @returns what was written down, as one Vietnamese sentence. @throws AnswerRefused
 */
export async function cancelHappening(
  db: RecordDb,
  now: Date,
  by: string,
  schedule: Schedule,
  { kind, reference, why }: CancelledHappening,
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const known = await trx
      .updateTable('happening')
      .set({ cancelled_at: now, cancelled_by: by, cancelled_why: why })
      .where('kind', '=', kind)
      .where('reference', '=', reference)
      .where('cancelled_at', 'is', null)
      .returning(['kind', 'day', 'reference'])
      .executeTakeFirst();
    if (known === undefined)
      throw new AnswerRefused(`Không có văn bản ${reference} nào đang được ghi nhận là sự kiện “${kind}”.`);
    const deadlines = await setOffBy(trx, schedule, known);
    refuseAnswered(deadlines, reference);
    const open = deadlines.filter(({ status }) => status === 'open');
    for (const { id } of open)
      await trx
        .updateTable('deadline')
        .set((to) => ({ status: 'withdrawn', sequence: to('sequence', '+', 1) }))
        .where('id', '=', id)
        .execute();
    const named = `văn bản ${reference} ngày ${shortDate(known.day)}`;
    const said = `Hủy sự kiện ${kind} ghi nhận nhầm: ${named}; rút ${open.length} thời hạn do sự kiện này đặt ra. Lý do: ${why}`;
    await appendEvents(trx, now, by, [
      { what: 'happening-cancelled', why: said, detail: { ...known, why } },
      ...open.map(({ id }) => ({
        what: 'deadline-withdrawn' as const,
        why: `Thời hạn không còn vì sự kiện đặt ra nó được hủy (${named}): ${why}`,
        deadline: id,
      })),
    ]);
    return said;
  });
}

/** The deadlines that the event set off, as the schedules and the record know them. */
async function setOffBy(trx: RecordTransaction, { folders }: Schedule, happening: Happening) {
  const duties = folders.flatMap(({ plans }) =>
    plans.flatMap((plan) =>
      plan.obligations.filter(({ event }) => event === happening.kind).map(({ id }) => `${plan.id}/${id}`),
    ),
  );
  const rows = await trx
    .selectFrom('deadline')
    .where('period', '=', happeningPeriod(happening))
    .select(['id', 'plan', 'obligation', 'status', 'answers'])
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.filter(({ plan, obligation }) => duties.includes(`${plan}/${obligation}`));
}

function refuseAnswered(deadlines: Awaited<ReturnType<typeof setOffBy>>, reference: string): void {
  const answered = deadlines.filter(({ status, answers }) => status !== 'withdrawn' && answers > 0);
  if (answered.length === 0) return;
  throw new AnswerRefused(
    `Chưa hủy được văn bản ${reference}: đã có trả lời hoặc quyết định về ${answered.map(({ id }) => id).join(', ')}. ` +
      'Đề nghị rút từng thời hạn này khỏi diện đôn đốc (kết quả đã báo thì trả lại trước), rồi hủy sự kiện.',
  );
}
