import { addDays, daysFrom, localDate, type IsoDate } from '../calendar/dates.ts';
import type { SectionView } from '../mail/letter-view.ts';
import type { ClaimedLetter } from '../record/claim-letter.ts';
import type { RecordDb } from '../record/open-record.ts';
import { coverageLines } from '../report/coverage-lines.ts';
import { proveDay, type ProofParts } from '../report/prove-day.ts';

/** After a longer silence the letter proves the last days only; `dondoc coverage` proves any. */
const MOST_DAYS = 31;

/**
 * What the daily letter to those who run the system tells: the proof of each day since the daily letter before it, or of the last working
 * day when there was none. Days on which nothing was to be said and nobody works are left out.
 */
export async function dailyProof({ folder, id }: ClaimedLetter, parts: ProofParts): Promise<SectionView[]> {
  const { calendar } = parts.instructions.schedule;
  const today = localDate(parts.now);
  const before = (await lastDaily(parts.db, folder, id)) ?? calendar.previousWorkingDay(today);
  const earliest = addDays(today, -MOST_DAYS);
  const sections: SectionView[] = [];
  for (const day of daysFrom(before > earliest ? before : earliest, addDays(today, -1))) {
    if (!calendar.isWorkingDay(day)) continue;
    const [heading = '', ...rest] = coverageLines(await proveDay(day, parts));
    const lines = rest.map((line) => line.replace(/^ *- /, ''));
    sections.push({ heading, summary: '', count: null, items: [], lines, link: null });
  }
  return sections;
}

async function lastDaily(db: RecordDb, folder: string, except: string): Promise<IsoDate | undefined> {
  const last = await db
    .selectFrom('letter')
    .where('folder', '=', folder)
    .where('kind', '=', 'daily')
    .where('status', '=', 'sent')
    .where('id', '!=', except)
    .select((select) => select.fn.max('day').as('day'))
    .executeTakeFirst();
  return last?.day ?? undefined;
}
