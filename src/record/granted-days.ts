import type { IsoDate } from '../calendar/dates.ts';
import type { RecordDb } from './open-record.ts';

/** The days that extensions gave a deadline and that have not been undone, first to last: the last one holds. */
export async function grantedDays(db: RecordDb, deadline: string): Promise<IsoDate[]> {
  const events = await db
    .selectFrom('event')
    .where('deadline', '=', deadline)
    .where('what', 'in', ['deadline-extended', 'deadline-extension-undone'])
    .select(['what', 'detail'])
    .orderBy('id')
    .execute();
  const days: IsoDate[] = [];
  for (const { what, detail } of events)
    if (what === 'deadline-extended') days.push(String(detail.to));
    else days.pop();
  return days;
}
