import { appendEvents } from '../record/events.ts';
import type { RecordDb } from '../record/open-record.ts';

/** Which generation of a unit's calendar address is good; 0 until one is revoked. */
export async function feedGeneration(db: RecordDb, folder: string, unit: string): Promise<number> {
  const row = await db
    .selectFrom('feed')
    .where('folder', '=', folder)
    .where('unit', '=', unit)
    .select('generation')
    .executeTakeFirst();
  return row?.generation ?? 0;
}

/** Makes every calendar address of the unit made so far useless. @returns the generation that is good from now on. */
export async function revokeFeed(
  db: RecordDb,
  now: Date,
  who: string,
  folder: string,
  unit: string,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const { generation } = await trx
      .insertInto('feed')
      .values({ folder, unit, generation: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['folder', 'unit'])
          .doUpdateSet((to) => ({ generation: to('feed.generation', '+', 1) })),
      )
      .returning('generation')
      .executeTakeFirstOrThrow();
    const why = `Địa chỉ lịch của ${unit} (${folder}) bị thu hồi; chỉ địa chỉ mới dùng được.`;
    await appendEvents(trx, now, who, [{ what: 'feed-revoked', why, detail: { folder, unit, generation } }]);
    return generation;
  });
}
