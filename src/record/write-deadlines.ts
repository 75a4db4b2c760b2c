import { shortDate } from '../calendar/wording.ts';
import type { Deadline, PlannedWork } from '../plan/model.ts';
import { inParts, type NewEvent } from './events.ts';
import { isAmong } from './is-among.ts';
import type { RecordTransaction } from './open-record.ts';

/**
 * Adds, moves, withdraws and restores deadlines so that the record holds what was planned within the planner's window. Each
 * move, withdrawal and restoration raises the deadline's sequence, or calendar programs would keep what they have.
 */
export async function writeDeadlines(trx: RecordTransaction, work: PlannedWork, events: NewEvent[]) {
  const known = await trx
    .selectFrom('deadline')
    .where((where) =>
      where.or([
        where.and([where('nominal', '>=', work.window.from), where('nominal', '<=', work.window.to)]),
        isAmong('id', work.deadlines),
      ]),
    )
    .selectAll()
    .execute();
  const knownById = new Map(known.map((row) => [row.id, row]));
  const wanted = new Set(work.deadlines.map(({ id }) => id));

  const added = work.deadlines.filter(({ id }) => !knownById.has(id));
  const moved = work.deadlines.filter((deadline) => hasMoved(deadline, knownById.get(deadline.id)));
  const restored = work.deadlines.filter(({ id }) => {
    const row = knownById.get(id);
    // What a decision has withdrawn only a decision brings back.
    return row?.status === 'withdrawn' && !row.taken_off;
  });
  const withdrawn = known.filter((row) => row.status === 'open' && !wanted.has(row.id));

  for (const rows of inParts(added))
    await trx
      .insertInto('deadline')
      .values(rows.map((deadline) => ({ ...deadline, status: 'open' as const })))
      .execute();
  for (const { id, nominal, aim } of moved)
    await trx
      .updateTable('deadline')
      .set((to) => ({ nominal, aim, sequence: to('sequence', '+', 1) }))
      .where('id', '=', id)
      .execute();
  await setDeadlineStatus(trx, restored, 'open');
  await setDeadlineStatus(trx, withdrawn, 'withdrawn');

  events.push(
    ...added.map(({ id, nominal }) => ({
      what: 'deadline-added' as const,
      why: `Thời hạn ${shortDate(nominal)} theo lịch.`,
      deadline: id,
    })),
    ...moved.map(({ id, nominal, aim }) => {
      const before = knownById.get(id);
      return {
        what: 'deadline-moved' as const,
        why: `Thời hạn chuyển từ ${shortDate(before?.nominal ?? nominal)} sang ${shortDate(nominal)} do lịch thay đổi.`,
        deadline: id,
        detail: { from: { nominal: before?.nominal, aim: before?.aim }, to: { nominal, aim } },
      };
    }),
    ...restored.map(({ id }) => ({
      what: 'deadline-restored' as const,
      why: 'Thời hạn có trở lại trong lịch.',
      deadline: id,
    })),
    ...withdrawn.map(({ id }) => ({
      what: 'deadline-withdrawn' as const,
      why: 'Thời hạn không còn trong lịch.',
      deadline: id,
    })),
  );
  return {
    deadlinesAdded: added.length + restored.length,
    deadlinesMoved: moved.length,
    deadlinesWithdrawn: withdrawn.length,
  };
}

function hasMoved(deadline: Deadline, known: { nominal: string; aim: string } | undefined): boolean {
  return known !== undefined && (known.nominal !== deadline.nominal || known.aim !== deadline.aim);
}

async function setDeadlineStatus(
  trx: RecordTransaction,
  deadlines: { id: string }[],
  status: 'open' | 'withdrawn',
): Promise<void> {
  await trx
    .updateTable('deadline')
    .set((to) => ({ status, sequence: to('sequence', '+', 1) }))
    .where(isAmong('id', deadlines))
    .execute();
}
